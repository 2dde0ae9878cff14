import { addDays, formatDate, monthOf, weekdayOf, yearOf, type CalendarDate } from '../../../dates/dates.ts';
import type { Period } from '../../../dates/period.ts';
import type { Bound } from '../../rule/rule.ts';
import { lastOfMonth } from '../day-of.ts';
import type { Span } from '../outcome.ts';
import type { At } from './recurring-days.ts';

/** More than every day of a year. */
const MOST_WEEKDAYS = 400;

export function weekdaysIn(period: Period, { weekdays, ordinals, bound }: At<'weekday'>): Span[] {
  const spans: Span[] = [];
  for (const weekday of new Set(weekdays)) {
    const ahead = (weekday - weekdayOf(period.start) + 7) % 7;
    for (let date = addDays(period.start, ahead); date <= period.end; date = addDays(date, 7)) {
      if (spans.length >= MOST_WEEKDAYS) return spans;
      if (isNth(date, ordinals)) spans.push(weekdaySpan(date, bound, { weekday, from: period.start }));
    }
  }
  return spans;
}

/** «до пятницы» opens with the Monday of the week. */
function weekdaySpan(
  date: CalendarDate,
  bound: Bound,
  { weekday, from }: { weekday: number; from: CalendarDate },
): Span {
  const monday = bound === 'on' ? date : addDays(date, 1 - weekday);
  return { label: formatDate(date), start: monday < from ? from : monday, end: date };
}

function isNth(date: CalendarDate, ordinals: readonly (number | 'last')[]): boolean {
  if (ordinals.length === 0) return true;
  const day = Number(date.slice(8));
  const isLast = addDays(date, 7) > lastOfMonth(yearOf(date), monthOf(date));
  return ordinals.includes(Math.ceil(day / 7)) || (isLast && ordinals.includes('last'));
}
