import { addDays, calendarDate, formatDate, yearOf, type CalendarDate } from '../../dates.ts';
import type { DatedRule, DayPoint, MonthPoint, RangeSpan, RuleOf } from '../rule.ts';
import { anchor, dayOf, lastOfMonth, NoSuchDayError, type Anchored, type ClosedSpan } from './anchor.ts';
import { partOfMonth } from './month-parts.ts';
import { formatWindow, monthAndYear, ROMAN } from './names.ts';
import type { Setting } from './outcome.ts';

/** One member of a dated rule's list, placed into the period. */
export interface Item {
  readonly anchored: Anchored;
  readonly label: (span: ClosedSpan) => string;
  readonly open: 'start' | 'end' | null;
}

/** The members of the rule's list. May throw `NoSuchDayError`. */
export function anchoredItems(rule: DatedRule, setting: Setting): Item[] {
  switch (rule.kind) {
    case 'by_date':
      return rule.dates.map((point) => byDateItem(point, rule, setting));
    case 'month':
      return rule.months.map((month) =>
        rangeItem({ day: 1, ...month }, { day: 'last', ...month }, setting, labelMonth),
      );
    case 'before_month':
      return [beforeMonthItem(rule, setting)];
    case 'month_range':
      return rule.ranges.map(({ from, to }) => monthRangeItem(from, to, setting));
    case 'quarter':
      return rule.ranges.map((range) => quarterItem(range, rule.system, setting));
    case 'date_range':
      return rule.spans.map((span) => spanItem(span, setting));
  }
}

const labelWindow = (span: ClosedSpan): string => formatWindow(span);
const labelMonth = ({ start }: ClosedSpan): string => monthAndYear(start);

function place(spanIn: (year: number) => ClosedSpan, year: number | null, setting: Setting): Anchored {
  return year === null ? anchor(spanIn, setting) : { spans: [spanIn(year)], outside: false };
}

function byDateItem(point: DayPoint, rule: RuleOf<'by_date'>, setting: Setting): Item {
  const until = rule.bound !== 'on';
  const early = rule.bound === 'until' && !setting.settings.beforeIsInclusive ? -1 : 0;
  const anchored = place((year) => oneDay(dayOf(point, year)), point.year, setting);
  const shifted = {
    ...anchored,
    spans: anchored.spans.map(({ end }) => oneDay(early ? addDays(end, early) : end)),
  };
  return {
    anchored: nextYear(shifted, rule, setting),
    label: ({ end }) => formatDate(end),
    open: until ? 'start' : null,
  };
}

const oneDay = (date: CalendarDate): ClosedSpan => ({ start: date, end: date });

/** «отчётного года», «года, следующего за отчётным», «следующего года»: the year that stands in the period, or the next. */
function nextYear(
  anchored: Anchored,
  { yearWord, dates }: RuleOf<'by_date'>,
  { periodKind }: Setting,
): Anchored {
  const [first] = anchored.spans;
  if (!first || yearWord === 'none' || yearWord === 'current' || dates.some(({ year }) => year !== null))
    return anchored;
  const later = oneDay(sameDayOf(first.end, yearOf(first.end) + 1));
  if (yearWord === 'next' && periodKind === 'calendar_year') return { spans: [later], outside: false };
  return { ...anchored, spans: [first, later] };
}

function sameDayOf(date: CalendarDate, year: number): CalendarDate {
  const [, month, day] = date.split('-').map(Number);
  return calendarDate(year, month ?? 1, day ?? 1) ?? lastOfMonth(year, month ?? 1);
}

function beforeMonthItem(
  { month: { month, year }, inclusive }: RuleOf<'before_month'>,
  setting: Setting,
): Item {
  const lastDay = (of: number): ClosedSpan =>
    oneDay(inclusive ? lastOfMonth(of, month) : addDays(dayOf({ day: 1, month, year: null }, of), -1));
  // «до сентября» names September, so that the August before the school year is not meant.
  const anchored = year === null ? anchor(lastDay, setting, false) : place(lastDay, year, setting);
  return { anchored, label: ({ end }) => `по ${formatDate(end)}`, open: 'start' };
}

function rangeItem(from: DayPoint, to: DayPoint | null, setting: Setting, label = labelWindow): Item {
  const spanIn = (year: number): ClosedSpan => {
    const start = dayOf(from, year);
    if (!to) return oneDay(start);
    const end = dayOf(to, to.year ?? year);
    if (end < start && (to.year !== null || from.month === to.month))
      throw new NoSuchDayError('Конец срока раньше его начала: исправьте срок.', start.slice(0, 7));
    return { start, end: end < start && to.year === null ? dayOf(to, year + 1) : end };
  };
  return { anchored: place(spanIn, from.year, setting), label, open: to ? null : 'end' };
}

function monthRangeItem(from: MonthPoint, to: MonthPoint | null, setting: Setting): Item {
  const label = (span: ClosedSpan): string =>
    to ? `${monthAndYear(span.start)} – ${monthAndYear(span.end)}` : `с ${formatDate(span.start)}`;
  return rangeItem({ day: 1, ...from }, to && { day: 'last', ...to }, setting, label);
}

/** Usual bounds of school quarters as [first month, last month]; the school's own schedule has the exact days. */
const SCHOOL_QUARTERS = [
  [9, 10],
  [11, 12],
  [1, 3],
  [4, 5],
] as const;

function quarterItem(
  { from, to, year }: { from: number; to: number; year: number | null },
  system: 'calendar' | 'school',
  setting: Setting,
): Item {
  const name = system === 'school' ? 'четверть' : 'квартал';
  const numbers = from === to ? ROMAN[from] : `${ROMAN[from]}–${ROMAN[to]}`;
  const [first, last] = system === 'school' ? schoolMonths(from, to) : [from * 3 - 2, to * 3];
  const firstYear = system === 'school' && year !== null && first < 9 ? year + 1 : year;
  return rangeItem(
    { day: 1, month: first, year: firstYear },
    { day: 'last', month: last, year: null },
    setting,
    ({ start }) => `${numbers} ${name} ${yearOf(start)}`,
  );
}

const schoolMonths = (from: number, to: number): [number, number] => [
  SCHOOL_QUARTERS[from - 1]?.[0] ?? 9,
  SCHOOL_QUARTERS[to - 1]?.[1] ?? 5,
];

function spanItem(span: RangeSpan, setting: Setting): Item {
  switch (span.type) {
    case 'days':
      return rangeItem(span.from, span.to, setting);
    case 'half_year':
      return halfYearItem(span, setting);
    case 'summer_holidays':
      return rangeItem(
        { day: 1, month: 6, year: span.year },
        { day: 'last', month: 8, year: span.year },
        setting,
      );
    case 'part_range':
      return partRangeItem(span, setting);
    case 'month_part':
      return {
        anchored: place((year) => partOfMonth(span.part, year, span.month), span.year, setting),
        label: labelWindow,
        open: null,
      };
  }
}

function partRangeItem({ from, to }: Extract<RangeSpan, { type: 'part_range' }>, setting: Setting): Item {
  const spanIn = (year: number): ClosedSpan => {
    const { start } = partOfMonth(from.part, year, from.month);
    if (!to) return oneDay(start);
    const { end } = partOfMonth(to.part, to.year ?? (to.month < from.month ? year + 1 : year), to.month);
    return { start, end };
  };
  return { anchored: place(spanIn, from.year, setting), label: labelWindow, open: to ? null : 'end' };
}

/** A half-year is of the calendar (I–VI) or of the school (IX–XII, I–V); unsaid, the period decides the default. */
function halfYearItem(span: Extract<RangeSpan, { type: 'half_year' }>, setting: Setting): Item {
  const school =
    span.system === 'school' ||
    (span.system === 'unsaid' && setting.periodKind === 'school_year' && span.year === null);
  const [first, last] = school ? (span.half === 1 ? [9, 12] : [1, 5]) : span.half === 1 ? [1, 6] : [7, 12];
  const year = school && span.year !== null && span.half === 2 ? span.year + 1 : span.year;
  return rangeItem({ day: 1, month: first, year }, { day: 'last', month: last, year }, setting);
}
