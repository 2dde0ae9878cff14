import { addDays, formatDate, yearOf } from '../../../dates/dates.ts';
import type { DatedRule, DayPoint, MonthPoint, RuleOf } from '../../rule/rule.ts';
import { anchor, type Anchored, type ClosedSpan } from './anchor.ts';
import { dayOf, lastOfMonth } from '../day-of.ts';
import { monthAndYear } from '../names.ts';
import { sameDayOf } from './list-order.ts';
import type { Setting } from '../outcome.ts';
import { oneDay, place, rangeItem, type AnchoredItem } from './range-item.ts';
import { quarterItem, spanItem } from './span-items.ts';

/** The members of the rule's list. May throw `NoSuchDayError`. */
export function anchoredItems(rule: DatedRule, setting: Setting): AnchoredItem[] {
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

const labelMonth = ({ start }: ClosedSpan): string => monthAndYear(start);

function byDateItem(point: DayPoint, rule: RuleOf<'by_date'>, setting: Setting): AnchoredItem {
  const until = rule.bound !== 'on';
  const early = rule.bound === 'until' && !setting.settings.beforeIsInclusive ? -1 : 0;
  const anchored = place((year) => oneDay(dayOf(point, year, setting.calendar)), point.year, setting);
  const shifted = {
    ...anchored,
    spans: anchored.spans.map(({ end }) => oneDay(early ? addDays(end, early) : end)),
  };
  return {
    anchored: nextYear({ anchored: shifted, point }, rule, setting),
    label: ({ end }) => formatDate(end),
    open: until ? 'start' : null,
  };
}

/** «отчётного года», «года, следующего за отчётным», «следующего года»: the year that stands in the period, or the next. */
function nextYear(
  { anchored, point }: { anchored: Anchored; point: DayPoint },
  { yearWord, dates }: RuleOf<'by_date'>,
  { periodKind }: Setting,
): Anchored {
  const [first] = anchored.spans;
  const isLast = point === dates.at(-1);
  if (
    !first ||
    !isLast ||
    yearWord === 'none' ||
    yearWord === 'current' ||
    dates.some(({ year }) => year !== null)
  )
    return anchored;
  const later = oneDay(sameDayOf(first.end, yearOf(first.end) + 1));
  if (yearWord === 'next' && periodKind === 'calendar_year') return { spans: [later], outside: false };
  return { ...anchored, spans: [first, later] };
}

function beforeMonthItem(
  { month: { month, year }, inclusive }: RuleOf<'before_month'>,
  setting: Setting,
): AnchoredItem {
  const lastDay = (of: number): ClosedSpan =>
    oneDay(
      inclusive
        ? lastOfMonth(of, month)
        : addDays(dayOf({ day: 1, month, year: null }, of, setting.calendar), -1),
    );
  // «до сентября» names September, so that the August before the school year is not meant.
  const anchored = year === null ? anchor(lastDay, setting, false) : place(lastDay, year, setting);
  return { anchored, label: ({ end }) => `по ${formatDate(end)}`, open: 'start' };
}

function monthsOf({ start, end }: ClosedSpan): string {
  const [first, last] = [monthAndYear(start), monthAndYear(end)];
  return first === last ? first : `${first} – ${last}`;
}

function monthRangeItem(from: MonthPoint, to: MonthPoint | null, setting: Setting): AnchoredItem {
  const label = (span: ClosedSpan): string => (to ? monthsOf(span) : `с ${formatDate(span.start)}`);
  return rangeItem({ day: 1, ...from }, to && { day: 'last', ...to }, setting, label);
}
