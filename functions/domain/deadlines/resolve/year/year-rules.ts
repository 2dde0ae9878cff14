import { monthOf, yearOf } from '../../../dates/dates.ts';
import { calendarYear, schoolYear, type Period } from '../../../dates/period.ts';
import type { RuleOf } from '../../rule/rule.ts';
import { dated, type Option, type Outcome, type Setting } from '../outcome.ts';

/** The whole year in one of its senses. */
export function resolveYearRound(rule: RuleOf<'year_round'>, setting: Setting): Outcome {
  if (rule.from !== null || rule.to !== null) {
    const years = explicitYears(rule, setting);
    return dated([years], outsideWarning(years, setting));
  }
  switch (rule.scope) {
    case 'unsaid':
      return dated(yearOptions(setting));
    case 'calendar':
    case 'financial':
      return dated(calendarYearOptions(setting, rule.scope === 'financial' ? 'финансовый' : 'календарный'));
    case 'school':
      return dated(schoolYearOptions(setting));
    case 'always':
      return dated([wholePeriod(setting, 'постоянно')], {
        warnings: ['Границы не названы: контроль поставлен на конец периода.'],
      });
    default:
      return dated([wholePeriod(setting, 'весь срок документа')], {
        ambiguous: true,
        warnings: ['Границы не названы: контроль поставлен на конец периода.'],
      });
  }
}

/** «Ежегодно» without a date: once a year, and somebody should appoint the day. */
export function resolveOnceAYear(setting: Setting): Outcome {
  return dated(yearOptions(setting), {
    ambiguous: true,
    warnings: ['Дата в году не названа: контроль поставлен на конец периода, назначьте дату.'],
  });
}

export const OUTSIDE_YEAR = 'Названный год лежит вне периода: проверьте год.';
export const namedYear = (year: number): Outcome => dated([option(nameCalendar(year), calendarYear(year))]);
export const option = (meaning: string, period: Period): Option => ({
  meaning,
  spans: [{ label: meaning, ...period }],
});
const wholePeriod = ({ period }: Setting, meaning: string): Option => option(meaning, period);
export const nameCalendar = (year: number, adjective = 'календарный'): string => `${adjective} ${year} год`;
export const nameSchool = (first: number): string => `учебный ${first}/${first + 1} год`;

function explicitYears({ scope, from, to }: RuleOf<'year_round'>, { period }: Setting): Option {
  if (from === null && to !== null) {
    const { end } = calendarYear(to);
    return option(`по ${to} год`, { start: period.start > end ? end : period.start, end });
  }
  const [first, last] = [from ?? 0, to ?? from ?? 0];
  if (scope === 'school')
    return option(
      first === last ? nameSchool(first) : `учебные ${first}/${first + 1} – ${last}/${last + 1} годы`,
      { start: schoolYear(first).start, end: schoolYear(last).end },
    );
  const name = first === last ? nameCalendar(first) : `${first}–${last} годы`;
  return option(name, { start: calendarYear(first).start, end: calendarYear(last).end });
}

function outsideWarning({ spans: [span] }: Option, { period }: Setting): { warnings: string[] } {
  const outside = !span || span.end < period.start || (span.start ?? span.end) > period.end;
  return { warnings: outside ? [OUTSIDE_YEAR] : [] };
}

/** Plain «год»: the period first, then the other kind of year that it may mean. */
export function yearOptions(setting: Setting): Option[] {
  const { period, periodKind } = setting;
  if (periodKind === 'calendar_year') {
    const year = yearOf(period.start);
    return [
      option(nameCalendar(year), period),
      ...[year - 1, year].map((first) => option(nameSchool(first), schoolYear(first))),
    ];
  }
  if (periodKind === 'school_year') {
    const second = yearOf(period.end);
    return [
      option(nameSchool(second - 1), period),
      ...[second, second - 1].map((year) => option(nameCalendar(year), calendarYear(year))),
    ];
  }
  return [wholePeriod(setting, 'весь период')];
}

export function calendarYearOptions({ period, periodKind }: Setting, adjective: string): Option[] {
  const [first, last] = [yearOf(period.start), yearOf(period.end)];
  const years = periodKind === 'calendar_year' || first === last ? [first] : [first, last];
  return years.map((year) => option(nameCalendar(year, adjective), calendarYear(year)));
}

export function schoolYearOptions({ period, periodKind }: Setting): Option[] {
  if (periodKind === 'school_year') return [option(nameSchool(yearOf(period.start)), period)];
  const running = yearOf(period.start) - (monthOf(period.start) < 9 ? 1 : 0);
  return [running, running + 1].map((first) => option(nameSchool(first), schoolYear(first)));
}
