import { formatDate, type CalendarDate } from '../../../domain/dates/dates.ts';
import { UserFacingError } from '../../../domain/user-facing-error.ts';

export class ReportMissingError extends UserFacingError {
  override readonly name = 'ReportMissingError';
  readonly code = 'report_missing';
  override readonly kind = 'missing';

  constructor(number: number) {
    super(`Отчёта № ${number} нет. Проверьте номер: отчёты нумеруются с 1, «О системе» называет последний.`);
  }
}

export class ReportAlteredError extends UserFacingError {
  override readonly name = 'ReportAlteredError';
  readonly code = 'report_altered';

  constructor(number: number, options?: ErrorOptions) {
    super(
      `Отчёт № ${number} в хранилище изменён: контрольная сумма не сходится. Не пользуйтесь им; ` +
        'верните хранилище из резервной копии.',
      options,
    );
  }
}

/** The register knows the number, and the record is not there any more. */
export class ReportGoneError extends UserFacingError {
  override readonly name = 'ReportGoneError';
  readonly code = 'report_gone';
  override readonly kind = 'missing';

  constructor(number: number) {
    super(
      `Отчёт № ${number} был сформирован, но в хранилище его больше нет: запись удалена. ` +
        'Верните хранилище из резервной копии.',
    );
  }
}

export class ReportOutdatedError extends UserFacingError {
  override readonly name = 'ReportOutdatedError';
  readonly code = 'report_outdated';

  constructor(number: number) {
    super(
      `Отчёт № ${number} сохранён программой другой версии, эта его не читает. ` +
        'Он цел: откройте его той версией, которой он сформирован, или сформируйте отчёт заново.',
    );
  }
}

export class ReportRecalledError extends UserFacingError {
  override readonly name = 'ReportRecalledError';
  readonly code = 'report_recalled';

  constructor(number: number, on: CalendarDate) {
    super(
      `Отчёт № ${number} отозван ${formatDate(on)}, его состояние больше не меняется. ` +
        'Сформируйте новый отчёт: он получит следующий номер.',
    );
  }
}

export class ReportStateRefusedError extends UserFacingError {
  override readonly name = 'ReportStateRefusedError';
  readonly code = 'report_state_refused';

  /** `problem`: Russian, what is wrong and what to do. */
  constructor(number: number, problem: string) {
    super(`Состояние отчёта № ${number} не изменено: ${problem}`);
  }
}

export class FormAlteredError extends UserFacingError {
  override readonly name = 'FormAlteredError';
  readonly code = 'form_altered';

  constructor(name: string) {
    super(
      `Форма «${name}» пропала из хранилища или изменена в нём: файл по ней не заполнить. ` +
        'Значения отчёта целы — они на его вкладке; чтобы пользоваться формой, добавьте её файл заново.',
    );
  }
}
