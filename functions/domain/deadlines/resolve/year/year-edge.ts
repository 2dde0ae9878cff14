import {
  addDays,
  calendarDate,
  formatDate,
  monthOf,
  yearOf,
  type CalendarDate,
} from '../../../dates/dates.ts';
import { calendarYear, schoolYear, type Period } from '../../../dates/period.ts';
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
  const options = yearEdgeOptions(edge, setting);
  if (options.length === 0)
    return undated('unknown', 'Точный день не назван: назначьте контрольную дату.', true);
  if (isOneDay(edge, setting) && options.length === 1) return dated(options);
  return dated(options, {
    ambiguous: true,
    warnings: [NO_DAY],
  });
}

type YearEdges = Extract<RuleOf<'relative'>['anchor'], { type: 'year_edges' }>;

/** «в начале и в конце учебного года»: a term each, in a calendar year of two school years; no day of them is named. */
export function resolveYearEdges({ edges, of, year }: YearEdges, setting: Setting): Outcome {
  const meant = of === 'unsaid' ? (['unsaid', 'school', 'calendar'] as const) : [of];
  const readings = meant.map((each) =>
    together(
      edges.flatMap((edge) => yearEdgeOptions({ type: 'year_edge', of: each, edge, year }, setting)[0] ?? []),
    ),
  );
  const options = new Map(readings.map((reading) => [reading.meaning, reading]));
  return dated([...options.values()], { ambiguous: true, warnings: [NO_DAY] });
}

const together = (options: readonly Option[]): Option => ({
  meaning: options.map(({ meaning }) => meaning).join('; '),
  spans: options.flatMap(({ spans }) => spans),
});

const NO_DAY = 'Точный день не назван: выберите прочтение или назначьте дату.';

/** The first is the likeliest; beside one that lies in the period nobody means a day before it. */
export function yearEdgeOptions(edge: YearEdge, setting: Setting): Option[] {
  const years = edgeYears(edge, setting);
  const options = insideFirst(
    years.flatMap(({ meanings, period }) => edgeOptions(edge.edge, period, meanings).map(opened(setting))),
    setting,
  );
  if (edge.of === 'unsaid' && edge.edge === 'until_end')
    options.sort((a, b) => Number(isWhole(b, setting)) - Number(isWhole(a, setting)));
  return options;
}

/** «до начала …» opens with the period, where it does not end before it. */
const opened =
  ({ period }: Setting) =>
  (choice: Option): Option => ({
    ...choice,
    spans: choice.spans.map((span) =>
      span.start === null && span.end >= period.start ? { ...span, start: period.start } : span,
    ),
  });

/** «в начале учебного года» in a calendar year is the September that lies in it. */
const insideFirst = (options: readonly Option[], { period, periodKind }: Setting): Option[] => {
  const isInside = ({ spans: [span] }: Option): boolean =>
    span !== undefined && span.end >= period.start && span.end <= period.end;
  const isOver = ({ spans: [span] }: Option): boolean => span !== undefined && span.end < period.start;
  const open = periodKind === 'calendar_year' && options.some(isInside);
  const left = open ? options.filter((choice) => !isOver(choice)) : options;
  return left.toSorted((a, b) => Number(isInside(b)) - Number(isInside(a)));
};

const isWhole = ({ spans }: Option, { period }: Setting): boolean => spans[0]?.end === period.end;

/** «до конца 2021 года» and «до начала учебного года» are a day, «в конце 2021 года» is not. */
const isOneDay = ({ edge, of, year }: YearEdge, { periodKind }: Setting): boolean =>
  edge.startsWith('until') &&
  (year !== null ||
    (of === 'calendar' && edge === 'until_end') ||
    (of === 'school' && periodKind === 'calendar_year'));

interface NamedYear {
  readonly period: Period;
  readonly meanings: string;
}

function edgeYears({ of, edge, year }: YearEdge, setting: Setting): NamedYear[] {
  if (year !== null) return [of === 'school' ? namedSchool(year) : namedCalendar(year)];
  const options =
    of === 'unsaid'
      ? yearOptions(setting)
      : of === 'school'
        ? schoolYearOptions(setting)
        : calendarYearOptions(setting, 'календарный');
  const next = of === 'school' && edge === 'until_start' ? nextSchoolYear(setting) : [];
  return [...options, ...next].flatMap(({ meaning, spans: [span] }) =>
    span?.start ? [{ meanings: meaning, period: { start: span.start, end: span.end } }] : [],
  );
}
/** «к началу учебного года» in a school year: its own beginning is over, that of the next one lies in it. */
const nextSchoolYear = ({ period, periodKind }: Setting): Option[] =>
  periodKind === 'school_year'
    ? [option(nameSchool(yearOf(period.end)), schoolYear(yearOf(period.end)))]
    : [];
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
