import { addDays, calendarDate, formatDate, monthOf, yearOf, type CalendarDate } from '../../dates.ts';
import { calendarYear, schoolYear, type Period } from '../../period.ts';
import type { RuleOf } from '../rule.ts';
import { dated, undated, type Option, type Outcome, type Setting } from './outcome.ts';

/** The whole year in one of its senses. */
export function resolveYearRound(rule: RuleOf<'year_round'>, setting: Setting): Outcome {
  if (rule.from !== null) return dated([explicitYears(rule)], outsideWarning(rule, setting));
  switch (rule.scope) {
    case 'unsaid':
      return dated(yearOptions(setting));
    case 'calendar':
    case 'financial':
      return dated(calendarYearOptions(setting, rule.scope === 'financial' ? 'финансовый' : 'календарный'));
    case 'school':
      return dated(schoolYearOptions(setting));
    default:
      return dated([wholePeriod(setting, rule.scope === 'always' ? 'постоянно' : 'весь срок документа')], {
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

const option = (meaning: string, period: Period): Option => ({
  meaning,
  spans: [{ label: meaning, ...period }],
});
const wholePeriod = ({ period }: Setting, meaning: string): Option => option(meaning, period);
const nameCalendar = (year: number, adjective = 'календарный'): string => `${adjective} ${year} год`;
const nameSchool = (first: number): string => `учебный ${first}/${first + 1} год`;

function explicitYears({ scope, from, to }: RuleOf<'year_round'>): Option {
  const [first, last] = [from ?? 0, to ?? from ?? 0];
  if (scope === 'school')
    return option(nameSchool(first), { start: schoolYear(first).start, end: schoolYear(last).end });
  const name = first === last ? nameCalendar(first) : `${first}–${last} годы`;
  return option(name, { start: calendarYear(first).start, end: calendarYear(last).end });
}

function outsideWarning(rule: RuleOf<'year_round'>, { period }: Setting): { warnings: string[] } {
  const [span] = explicitYears(rule).spans;
  const outside = !span || span.end < period.start || (span.start ?? span.end) > period.end;
  return { warnings: outside ? ['Названный год лежит вне периода: проверьте год.'] : [] };
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

function calendarYearOptions({ period, periodKind }: Setting, adjective: string): Option[] {
  const [first, last] = [yearOf(period.start), yearOf(period.end)];
  const years = periodKind === 'calendar_year' || first === last ? [first] : [first, last];
  return years.map((year) => option(nameCalendar(year, adjective), calendarYear(year)));
}

function schoolYearOptions({ period, periodKind }: Setting): Option[] {
  if (periodKind === 'school_year') return [option(nameSchool(yearOf(period.start)), period)];
  const running = yearOf(period.start) - (monthOf(period.start) < 9 ? 1 : 0);
  return [running, running + 1].map((first) => option(nameSchool(first), schoolYear(first)));
}

type YearEdge = Extract<RuleOf<'relative'>['anchor'], { type: 'year_edge' }>;

/** «до конца года», «в начале учебного года»: never one certain day. */
export function resolveYearEdge(edge: YearEdge, setting: Setting): Outcome {
  const years = edgeYears(edge, setting);
  const options = years.flatMap(({ meanings, period }) => edgeOptions(edge.edge, period, meanings));
  if (edge.of === 'unsaid' && edge.edge === 'until_end')
    options.sort((a, b) => Number(isWhole(b, setting)) - Number(isWhole(a, setting)));
  if (options.length === 0)
    return undated('unknown', 'Точный день не назван: назначьте контрольную дату.', true);
  return dated(options, {
    ambiguous: true,
    warnings: ['Точный день не назван: выберите прочтение или назначьте дату.'],
  });
}

const isWhole = ({ spans }: Option, { period }: Setting): boolean => spans[0]?.end === period.end;

interface NamedYear {
  readonly period: Period;
  readonly meanings: string;
}

function edgeYears({ of, year }: YearEdge, setting: Setting): NamedYear[] {
  if (year !== null) return [of === 'school' ? namedSchool(year) : namedCalendar(year)];
  const options =
    of === 'unsaid'
      ? yearOptions(setting)
      : of === 'school'
        ? schoolYearOptions(setting)
        : calendarYearOptions(setting, 'календарный');
  return options.flatMap(({ meaning, spans: [span] }) =>
    span?.start ? [{ meanings: meaning, period: { start: span.start, end: span.end } }] : [],
  );
}
const namedSchool = (first: number): NamedYear => ({
  period: schoolYear(first),
  meanings: nameSchool(first),
});
const namedCalendar = (year: number): NamedYear => ({
  period: calendarYear(year),
  meanings: nameCalendar(year),
});

const isSchool = ({ start }: Period): boolean => monthOf(start) === 9;
const on = (year: number, month: number, day: number): CalendarDate =>
  calendarDate(year, month, day) as CalendarDate;

function edgeOptions(edge: YearEdge['edge'], period: Period, name: string): Option[] {
  const { start, end } = period;
  const last = yearOf(end);
  const lessonsEnd = on(last, 5, 31);
  switch (edge) {
    case 'until_start':
      return [
        {
          meaning: `до ${formatDate(start)}: ${name}`,
          spans: [{ label: name, start: null, end: addDays(start, -1) }],
        },
      ];
    case 'until_end':
      return isSchool(period)
        ? [
            option(`${name}, по окончание занятий`, { start, end: lessonsEnd }),
            option(`${name}, весь`, period),
          ]
        : [option(name, period)];
    case 'start':
      return [option(`начало: ${name}`, { start, end: addDays(start, 29) })];
    case 'middle':
      return [
        option(
          `середина: ${name}`,
          isSchool(period)
            ? { start: on(last - 1, 12, 15), end: on(last, 1, 31) }
            : { start: on(last, 6, 1), end: on(last, 7, 31) },
        ),
      ];
    case 'end':
      return isSchool(period)
        ? [
            option(`конец занятий: ${name}`, { start: on(last, 5, 1), end: lessonsEnd }),
            option(`конец: ${name}`, { start: on(last, 8, 1), end }),
          ]
        : [option(`конец: ${name}`, { start: on(last, 12, 1), end })];
  }
}
