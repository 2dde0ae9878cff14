import type {
  Bound,
  DatedRule,
  DayPoint,
  DeadlineRule,
  MonthPoint,
  RangeSpan,
  RuleOf,
  YearWord,
} from '../rule/rule.ts';
import {
  monthPoint,
  point,
  yearBack,
  type DayItem,
  type Item,
  type Month,
  type Quarter,
} from './build-items.ts';

/** Rules made of items, and rules of the whole year. */

function isAll<T extends Item['type']>(
  items: readonly Item[],
  ...types: T[]
): items is Extract<Item, { type: T }>[] {
  return items.every(({ type }) => (types as string[]).includes(type));
}

/** «октябрь, февраль 2021»: an item without a year takes the year of the next item that says one. */
export function spreadYears<T extends Item>(items: readonly T[]): readonly T[] {
  return items.reduceRight<readonly T[]>((spread, item) => {
    const [next] = spread;
    if (!next || !('month' in item) || !('month' in next) || item.type === 'month_part')
      return [item, ...spread];
    return [{ ...item, year: yearBack(item, next) }, ...spread];
  }, []);
}

export function fromItems(list: readonly Item[]): DatedRule {
  const items = spreadYears(list);
  if (isAll(items, 'day')) return { kind: 'by_date', bound: 'on', dates: items.map(point), yearWord: 'none' };
  if (isAll(items, 'month')) return { kind: 'month', months: items.map(monthPoint), thenAllYear: false };
  if (isAll(items, 'month', 'months')) return { kind: 'month_range', ranges: items.map(asMonthRange) };
  const [first] = items;
  if (
    isAll(items, 'quarter') &&
    first?.type === 'quarter' &&
    items.every(({ system }) => system === first.system)
  ) {
    return {
      kind: 'quarter',
      system: first.system,
      ranges: items.map(({ from, to, year }) => ({ from, to, year })),
    };
  }
  return { kind: 'date_range', spans: items.map(asSpan) };
}

function asMonthRange(item: Extract<Item, { type: 'month' | 'months' }>): {
  from: MonthPoint;
  to: MonthPoint | null;
} {
  return item.type === 'months'
    ? { from: item.from, to: item.to }
    : { from: monthPoint(item), to: monthPoint(item) };
}

function asSpan(item: Item): RangeSpan {
  switch (item.type) {
    case 'day':
      return { type: 'days', from: point(item), to: point(item) };
    case 'month':
      return {
        type: 'days',
        from: { day: 1, ...monthPoint(item) },
        to: { day: 'last', ...monthPoint(item) },
      };
    case 'months':
      return { type: 'days', from: { day: 1, ...item.from }, to: item.to && { day: 'last', ...item.to } };
    case 'quarter':
      return quarterAsDays(item);
    default:
      return item;
  }
}

function quarterAsDays({ from, to, year }: Quarter): RangeSpan {
  const first: DayPoint = { day: 1, month: from * 3 - 2, year };
  return { type: 'days', from: first, to: { day: 'last', month: to * 3, year } };
}

export function byDate(days: readonly DayItem[], bound: Bound, yearWord: YearWord | null): RuleOf<'by_date'> {
  const items = spreadYears(days);
  return { kind: 'by_date', bound, dates: items.map(point), yearWord: yearWord ?? 'none' };
}
export function withYearPhrase(rule: DatedRule, yearWord: YearWord | null): DatedRule {
  return yearWord && rule.kind === 'by_date' ? { ...rule, yearWord } : rule;
}
export const beforeMonth = (month: Month, inclusive: boolean): DatedRule => ({
  kind: 'before_month',
  month: monthPoint(month),
  inclusive,
});
/** «до II квартала» ends before it, «не позднее II квартала» with it. */
export function beforeQuarter({ from, to, year }: Quarter, inclusive: boolean): DatedRule {
  const month = inclusive ? to * 3 : from * 3 - 2;
  return { kind: 'before_month', month: { month, year }, inclusive };
}
export const thenAllYear = (rule: DatedRule): DatedRule =>
  rule.kind === 'month' ? { ...rule, thenAllYear: true } : rule;

export function yearRound(
  scope: RuleOf<'year_round'>['scope'],
  from: number | null = null,
  to: number | null = null,
): DeadlineRule {
  return { kind: 'year_round', scope, from, to };
}
/** «до 30.12.2020, далее ежегодно»: that year is only the first. */
export const withoutYears = (rule: DatedRule): DatedRule =>
  JSON.parse(JSON.stringify(rule, (key, value: unknown) => (key === 'year' ? null : value))) as DatedRule;
type Annual = RuleOf<'annual'>;
export const annual = (within: DatedRule | null): Annual => ({ kind: 'annual', within });
/** «ежегодно с 2023 года», «ежегодно, 2021–2024». */
export const inYears = (rule: Annual, years: { from: number; to: number | null } | null): Annual =>
  years ? { ...rule, years: { from: years.from, to: years.to } } : rule;
