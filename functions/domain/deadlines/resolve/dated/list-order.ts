import { calendarDate, endOfMonth, monthOf, yearOf, type CalendarDate } from '../../../dates/dates.ts';
import type { DatedRule } from '../../rule/rule.ts';
import type { Setting } from '../outcome.ts';
import type { AnchoredItem } from './range-item.ts';

/** Reports on a year are due in these months of the next. */
const LAST_REPORT_MONTH = 3;

/**
 * «до 1 июля и до 1 января», «ноябрь, февраль», «IV квартал, I квартал» in a calendar year: written in this order, what
 * stands last may be of the next year; both are offered, the one that lies in the period first. Undefined for any other list.
 */
export function turnedItems(
  items: readonly AnchoredItem[],
  rule: DatedRule,
  { periodKind }: Setting,
): AnchoredItem[] | undefined {
  if (periodKind !== 'calendar_year' || namesYear(rule)) return undefined;
  const ends = items.map(({ anchored }) => anchored.spans[0]?.end ?? '');
  const turn = ends.findIndex((end, index) => index > 0 && end < (ends[index - 1] ?? ''));
  const tail = items.slice(turn);
  if (turn < 1 || !tail.every(isReportTime)) return undefined;
  return items.map((item, index) => (index < turn ? item : orYearLater(item)));
}

const namesYear = (rule: DatedRule): boolean =>
  (rule.kind === 'by_date' && rule.yearWord !== 'none') || /"year":\d/.test(JSON.stringify(rule));

const isReportTime = ({ anchored: { spans } }: AnchoredItem): boolean =>
  spans[0] !== undefined && monthOf(spans[0].end) <= LAST_REPORT_MONTH;

function orYearLater(item: AnchoredItem): AnchoredItem {
  const [first] = item.anchored.spans;
  return first
    ? { ...item, anchored: { spans: [first, yearLater(first)], outside: item.anchored.outside } }
    : item;
}

/** The same days of the next year; what ends with a month does so then too. */
export function yearLater<T extends CalendarDate | null>({
  start,
  end,
}: {
  start: T;
  end: CalendarDate;
}): {
  start: T;
  end: CalendarDate;
} {
  const isToTheEnd = start !== end && end === endOfMonth(end);
  const later = sameDayOf(end, yearOf(end) + 1);
  const from = start === null ? start : (sameDayOf(start, yearOf(start) + 1) as T);
  return { start: from, end: isToTheEnd ? endOfMonth(later) : later };
}

export function sameDayOf(date: CalendarDate, year: number): CalendarDate {
  const [, month, day] = date.split('-').map(Number);
  const first = calendarDate(year, month ?? 1, 1) as CalendarDate;
  return calendarDate(year, month ?? 1, day ?? 1) ?? endOfMonth(first);
}
