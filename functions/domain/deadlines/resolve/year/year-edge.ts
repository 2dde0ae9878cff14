import { addDays, calendarDate, formatDate, monthOf, yearOf, type CalendarDate } from '../../../dates.ts';
import { calendarYear, schoolYear, type Period } from '../../../period.ts';
import type { RuleOf } from '../../rule/rule.ts';
import { dated, undated, type Option, type Outcome, type Setting } from '../outcome.ts';
import {
  calendarYearOptions,
  nameCalendar,
  nameSchool,
  option,
  schoolYearOptions,
  yearOptions,
} from './year-rules.ts';

type YearEdge = Extract<RuleOf<'relative'>['anchor'], { type: 'year_edge' }>;

/** «до конца года», «в начале учебного года»: one certain day only where the year is said. */
export function resolveYearEdge(edge: YearEdge, setting: Setting): Outcome {
  const years = edgeYears(edge, setting);
  const options = insideFirst(
    years.flatMap(({ meanings, period }) => edgeOptions(edge.edge, period, meanings)),
    setting,
  );
  if (edge.of === 'unsaid' && edge.edge === 'until_end')
    options.sort((a, b) => Number(isWhole(b, setting)) - Number(isWhole(a, setting)));
  if (options.length === 0)
    return undated('unknown', 'Точный день не назван: назначьте контрольную дату.', true);
  if (options.length === 1 && isOneDay(edge)) return dated(options);
  return dated(options, {
    ambiguous: true,
    warnings: ['Точный день не назван: выберите прочтение или назначьте дату.'],
  });
}

/** «в начале учебного года» in a calendar year is the September that lies in it. */
const insideFirst = (options: readonly Option[], { period }: Setting): Option[] => {
  const isInside = ({ spans: [span] }: Option): boolean =>
    span !== undefined && span.end >= period.start && span.end <= period.end;
  return options.toSorted((a, b) => Number(isInside(b)) - Number(isInside(a)));
};

const isWhole = ({ spans }: Option, { period }: Setting): boolean => spans[0]?.end === period.end;

/** «до конца 2021 года» is a day, «в конце 2021 года» and «до начала учебного года» are not. */
const isOneDay = ({ edge, of, year }: YearEdge): boolean =>
  edge.startsWith('until') && (year !== null || (of === 'calendar' && edge === 'until_end'));

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
