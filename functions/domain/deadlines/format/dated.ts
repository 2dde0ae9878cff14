import { monthGenitive, monthName, ROMAN } from '../resolve/names.ts';
import type {
  DatedRule,
  DayPoint,
  MonthPoint,
  PartOfMonth,
  QuarterSystem,
  RangeSpan,
  RuleOf,
  YearWord,
} from '../rule/rule.ts';
import { BOUND_WORD, WEEKDAYS } from './words.ts';

/** Prints a rule that names its dates; `parseDeadline` gives the same rule back. */
export function formatDated(rule: DatedRule): string {
  switch (rule.kind) {
    case 'by_date':
      return (
        rule.dates.map((date) => BOUND_WORD[rule.bound] + boundDay(date, rule)).join(', ') +
        YEAR_WORDS[rule.yearWord]
      );
    case 'month':
      return rule.months.map(monthWithYear).join(', ') + (rule.thenAllYear ? ', в течение года' : '');
    case 'before_month':
      return BOUND_WORD[rule.inclusive ? 'not_later' : 'until'] + monthOf(rule.month);
    case 'month_range':
      return rule.ranges.map(({ from, to }) => formatMonths(from, to)).join(', ');
    case 'quarter':
      return rule.ranges.map((range) => formatQuarter(range, rule.system)).join(', ');
    case 'date_range':
      return rule.spans.map(formatSpan).join(', ');
  }
}

const YEAR_WORDS: Readonly<Record<YearWord, string>> = {
  none: '',
  current: ' текущего года',
  next: ' следующего года',
  report: ' отчётного года',
  after_report: ' года, следующего за отчётным',
};

const suffix = (year: number | null): string => (year === null ? '' : ` ${year} года`);
const schoolYear = (first: number): string => ` ${first}/${first + 1} учебного года`;
const monthWithYear = ({ month, year }: MonthPoint): string => monthName(month) + suffix(year);
const monthOf = ({ month, year }: MonthPoint): string => monthGenitive(month) + suffix(year);

function dayName(day: DayPoint['day']): string {
  if (day === 'last') return 'последний день';
  if (typeof day === 'number') return String(day);
  if ('workingDay' in day) return `${day.workingDay === 'last' ? 'последний' : day.workingDay} рабочий день`;
  return `${day.ordinal === 'last' ? 'последняя' : day.ordinal} ${WEEKDAYS[day.weekday - 1]}`;
}

export function formatDay({ day, month, year }: DayPoint): string {
  return `${dayName(day)} ${monthGenitive(month)}${suffix(year)}`;
}

/** «до конца сентября» reads better than «до последний день сентября». */
function boundDay(date: DayPoint, { bound }: RuleOf<'by_date'>): string {
  return bound !== 'on' && date.day === 'last' ? `конца ${monthOf(date)}` : formatDay(date);
}

function formatMonths(from: MonthPoint, to: MonthPoint | null): string {
  if (!to) return `с ${monthOf(from)}`;
  const same = from.month === to.month && from.year === to.year;
  return same ? monthWithYear(from) : `${monthWithYear(from)} – ${monthWithYear(to)}`;
}

const TERM_WORDS = {
  school: ['четверть', 'четверти'],
  trimester: ['триместр', 'триместра'],
  module: ['модульный триместр', 'модульного триместра'],
} as const;

function formatQuarter(
  { from, to, year }: RuleOf<'quarter'>['ranges'][number],
  system: QuarterSystem,
): string {
  if (from > to)
    return `${ROMAN[from]} квартал${suffix(year)} – ${ROMAN[to]} квартал${suffix(year && year + 1)}`;
  const numbers = from === to ? ROMAN[from] : `${ROMAN[from]}–${ROMAN[to]}`;
  if (system === 'calendar') return `${numbers} квартал${suffix(year)}`;
  return `${numbers} ${TERM_WORDS[system][0]}${year === null ? '' : schoolYear(year)}`;
}

const PART_NAMES: Readonly<Record<PartOfMonth, string>> = {
  first_half: 'первая половина',
  second_half: 'вторая половина',
  beginning: 'начало',
  middle: 'середина',
  end: 'конец',
  until_middle: 'до середины',
  decade_1: 'первая декада',
  decade_2: 'вторая декада',
  decade_3: 'третья декада',
  week_1: 'первая неделя',
  week_2: 'вторая неделя',
  week_3: 'третья неделя',
  week_4: 'четвёртая неделя',
  week_5: 'пятая неделя',
  last_week: 'последняя неделя',
};
const formatPart = ({ part, ...month }: { part: PartOfMonth } & MonthPoint): string =>
  `${PART_NAMES[part]} ${monthOf(month)}`;

function formatSpan(span: RangeSpan): string {
  switch (span.type) {
    case 'days':
      return formatDays(span.from, span.to);
    case 'month_part':
      return formatPart(span);
    case 'part_range':
      return span.to ? `${formatPart(span.from)} – ${formatPart(span.to)}` : `с ${formatPart(span.from)}`;
    case 'half_year':
      return `${ROMAN[span.half]} полугодие${halfYearOf(span)}`;
    case 'results':
      return `по итогам ${formatReported(span)}`;
    case 'summer_holidays':
      return `летние каникулы${suffix(span.year)}`;
  }
}

function formatReported({ unit, number, system, year }: Extract<RangeSpan, { type: 'results' }>): string {
  if (unit === 'half_year') return `${ROMAN[number]} полугодия${halfYearOf({ system, year })}`;
  if (unit === 'quarter') return `${ROMAN[number]} квартала${suffix(year)}`;
  const [, genitive] = TERM_WORDS[unit === 'school_quarter' ? 'school' : unit];
  return `${ROMAN[number]} ${genitive}${year === null ? '' : schoolYear(year)}`;
}

function formatDays(from: DayPoint, to: DayPoint | null): string {
  if (!to) return `с ${formatDay(from)}`;
  const same = dayName(from.day) === dayName(to.day) && from.month === to.month && from.year === to.year;
  return same ? formatDay(from) : `с ${formatDay(from)} по ${formatDay(to)}`;
}

function halfYearOf({
  system,
  year,
}: Pick<Extract<RangeSpan, { type: 'half_year' }>, 'system' | 'year'>): string {
  if (system === 'unsaid') return suffix(year);
  if (system === 'calendar') return ` календарного${year === null ? '' : ` ${year}`} года`;
  return year === null ? ' учебного года' : schoolYear(year);
}
