import type { DayPoint, MonthPoint, PartOfMonth, QuarterSystem, RangeSpan } from '../rule/rule.ts';
import { termOf } from '../school-terms.ts';

/** The items that lists of dates are made of: days, months, ranges, parts of months, quarters, half-years. */

export type Month = { type: 'month' } & MonthPoint;
export type Quarter = {
  type: 'quarter';
  system: QuarterSystem;
  from: number;
  to: number;
  year: number | null;
};
export type Item =
  | ({ type: 'day' } & DayPoint)
  | Month
  | { type: 'months'; from: MonthPoint; to: MonthPoint | null }
  | Quarter
  | RangeSpan;
export type DayItem = Extract<Item, { type: 'day' }>;

export const day = (day: DayPoint['day'], month: number, year: number | null): DayItem => ({
  type: 'day',
  day,
  month,
  year,
});
export const month = (month: number, year: number | null): Month => ({ type: 'month', month, year });

export function shareMonth(days: readonly number[], last: DayItem): DayItem[] {
  return [...days.map((day) => ({ ...last, day })), last];
}
export const sameMonth = (day: number, like: DayItem): DayItem => ({ ...like, day });

/** «сентябрь – май 2021»: the year said once, at the end, holds for the start, or for the year before it. */
export function yearBack(
  from: { month: number; year: number | null },
  to: { month: number; year: number | null },
): number | null {
  if (from.year !== null || to.year === null) return from.year;
  return from.month > to.month ? to.year - 1 : to.year;
}

export const point = ({ day, month, year }: DayItem): DayPoint => ({ day, month, year });
export const monthPoint = ({ month, year }: MonthPoint): MonthPoint => ({ month, year });

export function days(from: DayItem, to: DayItem | null): RangeSpan {
  if (!to) return { type: 'days', from: point(from), to: null };
  return { type: 'days', from: { ...point(from), year: yearBack(from, to) }, to: point(to) };
}
export function monthRange(from: Month, to: Month | null): Item {
  if (!to) return { type: 'months', from: monthPoint(from), to: null };
  return { type: 'months', from: { month: from.month, year: yearBack(from, to) }, to: monthPoint(to) };
}
export const monthPart = (part: PartOfMonth, { month, year }: Month): Item => ({
  type: 'month_part',
  part,
  month,
  year,
});
const RESULT_UNITS = {
  calendar: 'quarter',
  school: 'school_quarter',
  trimester: 'trimester',
  module: 'module',
} as const;

/** «по итогам II квартала». */
export const results = (of: Quarter | Extract<RangeSpan, { type: 'half_year' }>): Item =>
  of.type === 'half_year'
    ? { type: 'results', unit: 'half_year', number: of.half, system: of.system, year: of.year }
    : {
        type: 'results',
        unit: RESULT_UNITS[of.system],
        number: of.to,
        system: of.system === 'calendar' ? 'calendar' : 'school',
        year: of.year,
      };
export const summerHolidays = (year: number | null): Item => ({ type: 'summer_holidays', year });

export function halfYear(
  half: number,
  of: { system: 'calendar' | 'school' | 'unsaid'; year: number | null } | null,
): Item {
  return { type: 'half_year', half, system: of?.system ?? 'unsaid', year: of?.year ?? null };
}

export function quarter(
  [from, to]: readonly [number, number],
  system: Quarter['system'],
  of: { year: number; ofSchool: boolean } | null,
): Quarter {
  // «I квартал 2020/21 учебного года» is that of 2021
  const later = system === 'calendar' && of?.ofSchool === true && to <= 2 ? 1 : 0;
  return { type: 'quarter', system, from, to, year: of && of.year + later };
}
type MonthPart = Extract<RangeSpan, { type: 'month_part' }>;
/** «конец ноября – начало декабря»: both parts whole, and what lies between them. */
export function partRange(from: MonthPart, to: MonthPart | null): Item {
  if (!to) return { type: 'part_range', from: { part: from.part, ...monthPoint(from) }, to: null };
  const start = { part: from.part, month: from.month, year: yearBack(from, to) };
  return { type: 'part_range', from: start, to: { part: to.part, month: to.month, year: to.year } };
}

/** «IV квартал 2020 – I квартал 2021»: one range, which may cross one turn of the year. */
export function isQuarterRange(from: Quarter, to: Quarter): boolean {
  if (from.system !== to.system) return false;
  const years = to.year === null ? 0 : to.year - (from.year ?? to.year - (from.from > to.from ? 1 : 0));
  if (from.system !== 'calendar' || from.from <= to.from) return years === 0 && from.from <= to.from;
  return to.year === null || years === 1;
}
export function quarterRange(from: Quarter, to: Quarter): Quarter {
  const year = to.year !== null && from.from > to.from ? to.year - 1 : to.year;
  return { ...to, from: from.from, year: from.year ?? year };
}
/** «2020 год – октябрь, 2021 год – март» is no list of one year. */
export const sayNoYear = (items: readonly Item[]): boolean => !/"year":\d/.test(JSON.stringify(items));
/** «2020 год, октябрь»: the year said before the list. */
export const inYear = (items: readonly Item[], year: number): Item[] =>
  items.map((item) => ('year' in item && item.year === null ? { ...item, year } : item));

/** «2021-2022 учебный год, II полугодие»: the school year said before the list. */
export const inSchoolYear = (items: readonly Item[], year: number): Item[] =>
  items.map((item) => {
    if (item.type === 'half_year') return { ...item, system: 'school', year };
    if (item.type === 'quarter') {
      const isLater = item.system === 'calendar' && item.to <= 2;
      return { ...item, year: isLater ? year + 1 : year };
    }
    return 'month' in item ? { ...item, year: item.month >= 9 ? year : year + 1 } : item;
  });

type Startable = Extract<Item, { type: 'day' | 'month' | 'months' | 'days' }>;
export const hasStart = (item: Item | undefined): item is Startable =>
  item !== undefined && ['day', 'month', 'months', 'days'].includes(item.type);
/** The first day of what the item names. */
export function startOfItem(item: Startable): DayItem {
  if (item.type === 'day') return item;
  if (item.type === 'month') return startOf(item);
  return { type: 'day', day: 1, ...item.from };
}
export const startOfQuarter = ({ from, year }: Quarter): DayItem => day(1, from * 3 - 2, year);

/** «IV квартал 2021 года (ноябрь)»: the month says when in the quarter. */
export const areOfQuarter = (months: readonly MonthPoint[], { system, from, to, year }: Quarter): boolean =>
  system === 'calendar' &&
  months.every((each) => {
    const nth = Math.ceil(each.month / 3);
    return nth >= from && nth <= to && (year === null || each.year === null || each.year === year);
  });
export const ofQuarter = (months: readonly Month[], { year }: Quarter): Month[] =>
  months.map((each) => ({ ...each, year: each.year ?? year }));

export const hasEnd = (item: Month | Quarter): boolean => item.type === 'month' || item.system === 'calendar';
export const startOf = ({ month, year }: Month): DayItem => ({ type: 'day', day: 1, month, year });
/** The last day of a month or calendar quarter. */
export function endOf(item: Month | Quarter): DayItem {
  const month = item.type === 'month' ? item.month : item.to * 3;
  return { type: 'day', day: 'last', month, year: item.year };
}

/** Autumn, winter, spring by their first month. */
export const season = (from: number, year: number | null): Item => ({
  type: 'months',
  from: { month: from, year },
  to: { month: ((from + 1) % 12) + 1, year: null },
});

/** «осень – зима»: from the first month of the one to the last of the other. */
export const seasons = (from: number, to: number, year: number | null): Item => ({
  type: 'months',
  from: { month: from, year },
  to: { month: ((to + 1) % 12) + 1, year: null },
});

/** «осень 2021 – весна 2022»: no more than a year from the one to the other. */
export const isTurn = (from: number, to: number, years: number): boolean =>
  (years === 1 && to < from) || (years === 0 && to > from);

export const isSingleUnit = (unit: Item): unit is Quarter | Extract<RangeSpan, { type: 'half_year' }> =>
  unit.type === 'half_year' || (unit.type === 'quarter' && unit.from === unit.to);

/** «конец I четверти» is the end of its last month, «начало II квартала» the beginning of its first. */
export function edgeOfUnit(
  edge: 'beginning' | 'end',
  unit: Quarter | Extract<RangeSpan, { type: 'half_year' }>,
): Item {
  const [first, last] = unit.type === 'quarter' ? quarterMonths(unit) : unit.half === 1 ? [9, 12] : [1, 5];
  const month = edge === 'end' ? last : first;
  const inSchoolYear = unit.system !== 'calendar' && unit.system !== 'unsaid';
  const year = unit.year !== null && inSchoolYear && month < 9 ? unit.year + 1 : unit.year;
  return { type: 'month_part', part: edge, month, year };
}

function quarterMonths({ from, system }: Quarter): readonly [number, number] {
  if (system === 'calendar') return [from * 3 - 2, from * 3];
  const term = termOf(system, from);
  return [term.from.month, term.to.month];
}
