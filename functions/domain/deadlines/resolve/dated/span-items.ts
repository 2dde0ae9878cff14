import { addDays, endOfMonth, yearOf } from '../../../dates.ts';
import type { RangeSpan } from '../../rule/rule.ts';
import type { ClosedSpan } from './anchor.ts';
import { lastOfMonth } from '../day-of.ts';
import { partOfMonth } from './month-parts.ts';
import { ROMAN } from '../names.ts';
import type { Setting } from '../outcome.ts';
import { labelWindow, oneDay, place, rangeItem, type AnchoredItem } from './range-item.ts';

/** Quarters, half-years, parts of months and holidays, placed into the period. */

/** Usual bounds of school quarters as [first month, last month]; the school's own schedule has the exact days. */
const SCHOOL_QUARTERS = [
  [9, 10],
  [11, 12],
  [1, 3],
  [4, 5],
] as const;

export function quarterItem(
  { from, to, year }: { from: number; to: number; year: number | null },
  system: 'calendar' | 'school',
  setting: Setting,
): AnchoredItem {
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

export function spanItem(span: RangeSpan, setting: Setting): AnchoredItem {
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
    case 'results':
      return resultsItem(span, setting);
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

function partRangeItem(
  { from, to }: Extract<RangeSpan, { type: 'part_range' }>,
  setting: Setting,
): AnchoredItem {
  const spanIn = (year: number): ClosedSpan => {
    const { start } = partOfMonth(from.part, year, from.month);
    if (!to) return oneDay(start);
    const { end } = partOfMonth(to.part, to.year ?? (to.month < from.month ? year + 1 : year), to.month);
    return { start, end };
  };
  return { anchored: place(spanIn, from.year, setting), label: labelWindow, open: to ? null : 'end' };
}

/** A half-year is of the calendar (I–VI) or of the school (IX–XII, I–V); unsaid, the period decides the default. */
function halfYearItem(span: Extract<RangeSpan, { type: 'half_year' }>, setting: Setting): AnchoredItem {
  const school =
    span.system === 'school' ||
    (span.system === 'unsaid' && setting.periodKind === 'school_year' && span.year === null);
  const [first, last] = school ? (span.half === 1 ? [9, 12] : [1, 5]) : span.half === 1 ? [1, 6] : [7, 12];
  const year = school && span.year !== null && span.half === 2 ? span.year + 1 : span.year;
  return rangeItem({ day: 1, month: first, year }, { day: 'last', month: last, year }, setting);
}

/** What is done by the results of a quarter or half-year is due in the month after it. */
function resultsItem(span: Extract<RangeSpan, { type: 'results' }>, setting: Setting): AnchoredItem {
  const last = lastReportedMonth(span, setting);
  const isSchool = span.unit === 'school_quarter' || span.system === 'school';
  const year = span.year !== null && isSchool && last < 9 ? span.year + 1 : span.year;
  const spanIn = (of: number): ClosedSpan => {
    const next = addDays(lastOfMonth(of, last), 1);
    return { start: next, end: endOfMonth(next) };
  };
  return { anchored: place(spanIn, year, setting), label: labelWindow, open: null };
}

function lastReportedMonth(
  { unit, number, system, year }: Extract<RangeSpan, { type: 'results' }>,
  { periodKind }: Setting,
): number {
  if (unit === 'quarter') return number * 3;
  if (unit === 'school_quarter') return SCHOOL_QUARTERS[number - 1]?.[1] ?? 5;
  const school =
    system === 'school' || (system === 'unsaid' && periodKind === 'school_year' && year === null);
  return school ? (number === 1 ? 12 : 5) : number * 6;
}
