import { addDays, endOfMonth, yearOf } from '../../../dates/dates.ts';
import type { QuarterSystem, RangeSpan } from '../../rule/rule.ts';
import { termOf, type SchoolTerm } from '../../school-terms.ts';
import type { ClosedSpan } from './anchor.ts';
import { dayOf } from '../day-of.ts';
import { partOfMonth } from './month-parts.ts';
import { ROMAN } from '../names.ts';
import type { Setting } from '../outcome.ts';
import { labelWindow, oneDay, place, rangeItem, type AnchoredItem } from './range-item.ts';

/** Quarters, half-years, parts of months and holidays, placed into the period. */

const TERM_NAMES = { school: 'четверть', trimester: 'триместр', module: 'триместр' } as const;

export function quarterItem(
  { from, to, year }: { from: number; to: number; year: number | null },
  system: QuarterSystem,
  setting: Setting,
): AnchoredItem {
  const name = system === 'calendar' ? 'квартал' : TERM_NAMES[system];
  const numbers = from === to ? ROMAN[from] : `${ROMAN[from]}–${ROMAN[to]}`;
  const [first, last] = boundsOf(from, to, system);
  const firstYear = system !== 'calendar' && year !== null && first.month < 9 ? year + 1 : year;
  return rangeItem(
    { ...first, year: firstYear },
    { ...last, year: null },
    setting,
    ({ start }) => `${numbers} ${name} ${yearOf(start)}${system === 'module' ? ' (по модулям)' : ''}`,
  );
}

function boundsOf(from: number, to: number, system: QuarterSystem): [SchoolTerm['from'], SchoolTerm['to']] {
  if (system !== 'calendar') return [termOf(system, from).from, termOf(system, to).to];
  return [
    { day: 1, month: from * 3 - 2 },
    { day: 'last', month: to * 3 },
  ];
}

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
  const last = lastReported(span, setting);
  const isSchool = span.unit !== 'quarter' && span.system !== 'calendar' && span.system !== 'unsaid';
  const year = span.year !== null && isSchool && last.month < 9 ? span.year + 1 : span.year;
  const spanIn = (of: number): ClosedSpan => {
    const next = addDays(dayOf({ ...last, year: null }, of, setting.calendar), 1);
    return { start: next, end: last.day === 'last' ? endOfMonth(next) : addDays(next, MONTH_OF_REPORTS - 1) };
  };
  return { anchored: place(spanIn, year, setting), label: labelWindow, open: null };
}

/** Where a part ends within a month: days. */
const MONTH_OF_REPORTS = 30;

function lastReported(
  { unit, number, system, year }: Extract<RangeSpan, { type: 'results' }>,
  { periodKind }: Setting,
): SchoolTerm['to'] {
  if (unit === 'quarter') return { day: 'last', month: number * 3 };
  if (unit !== 'half_year') return termOf(unit === 'school_quarter' ? 'school' : unit, number).to;
  const school =
    system === 'school' || (system === 'unsaid' && periodKind === 'school_year' && year === null);
  return { day: 'last', month: school ? (number === 1 ? 12 : 5) : number * 6 };
}
