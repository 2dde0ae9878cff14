import { formatDate, type CalendarDate } from '../dates/dates.ts';
import { UserFacingError } from '../user-facing-error.ts';

/** A day that has not come: what will be done by then nobody knows. */
export class ReportInFutureError extends UserFacingError {
  override readonly name = 'ReportInFutureError';
  readonly code = 'report_in_future';

  constructor(asOf: CalendarDate, today: CalendarDate) {
    super(
      `Отчёт на ${formatDate(asOf)} составить нельзя: сегодня ${formatDate(today)}, а этот день ещё не наступил. ` +
        'Назовите сегодняшний или прошедший день.',
    );
  }
}

export class ReportPeriodError extends UserFacingError {
  override readonly name = 'ReportPeriodError';
  readonly code = 'report_period';

  constructor(problem: string) {
    super(
      `Отчёт не составлен. ${problem} Исправьте «Период: начало» и «Период: конец» на листе «Настройки» и повторите.`,
    );
  }
}

export class ReportSpanError extends UserFacingError {
  override readonly name = 'ReportSpanError';
  readonly code = 'report_span';

  constructor(title: string, period: string) {
    super(
      `Отчёт не составлен: ${title} не входит в период ${period}. Назовите квартал или месяц этого периода ` +
        'или смените период на листе «Настройки».',
    );
  }
}

export class ReportSchoolError extends UserFacingError {
  override readonly name = 'ReportSchoolError';
  readonly code = 'report_school';

  constructor(school: string | undefined) {
    super(
      school
        ? `Карточка не составлена: школы «${school}» среди учитываемых нет. Проверьте название и статус на листе «Школы».`
        : 'Карточка не составлена: не названа школа. Назовите её так, как на листе «Школы».',
    );
  }
}
