import { addDays, calendarDate, weekdayOf, type CalendarDate } from '../../../dates/dates.ts';
import type { PartOfMonth } from '../../rule/rule.ts';
import type { ClosedSpan } from './anchor.ts';
import { lastOfMonth, NoSuchDayError } from '../day-of.ts';

const DAYS: Partial<Record<PartOfMonth, readonly [number, number | 'last']>> = {
  first_half: [1, 15],
  second_half: [16, 'last'],
  beginning: [1, 10],
  middle: [11, 20],
  end: [21, 'last'],
  until_middle: [1, 15],
  decade_1: [1, 10],
  decade_2: [11, 20],
  decade_3: [21, 'last'],
};

/** A part of the month: halves and ten-day spans by days, weeks from Monday to Sunday as the month has them. */
export function partOfMonth(part: PartOfMonth, year: number, month: number): ClosedSpan {
  const last = lastOfMonth(year, month);
  const days = DAYS[part];
  if (!days) return weekOfMonth(part, calendarDate(year, month, 1) as CalendarDate, last);
  const [from, to] = days;
  return {
    start: calendarDate(year, month, from) as CalendarDate,
    end: to === 'last' ? last : (calendarDate(year, month, to) as CalendarDate),
  };
}

/** The week of the month, or undefined for the fifth where the month has four. */
export function weekIfAny(week: PartOfMonth, year: number, month: number): ClosedSpan | undefined {
  try {
    return partOfMonth(week, year, month);
  } catch (error) {
    if (error instanceof NoSuchDayError) return undefined;
    throw error;
  }
}

/** The first week is the one with the month's first day, however short. */
function weekOfMonth(part: PartOfMonth, first: CalendarDate, last: CalendarDate): ClosedSpan {
  if (part === 'last_week')
    return {
      start: addDays(last, 1 - weekdayOf(last)) < first ? first : addDays(last, 1 - weekdayOf(last)),
      end: last,
    };
  const number = Number(part.slice('week_'.length));
  const monday = addDays(first, 1 - weekdayOf(first) + 7 * (number - 1));
  const sunday = addDays(monday, 6);
  if (monday > last)
    throw new NoSuchDayError('В этом месяце нет пятой недели: исправьте срок.', first.slice(0, 7));
  return { start: monday < first ? first : monday, end: sunday > last ? last : sunday };
}
