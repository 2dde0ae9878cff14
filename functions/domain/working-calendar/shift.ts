import type { CalendarDate } from '../dates/dates.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Where a date on a day off goes: to the working day before it or after it, or nowhere. */
export type WeekendPolicy = 'previous' | 'next' | 'none';

/** A working day stays where it is under every policy. */
export function shiftToWorkingDay(
  date: CalendarDate,
  policy: WeekendPolicy,
  calendar: WorkingCalendar,
): CalendarDate {
  if (policy === 'none') return date;
  return policy === 'next' ? calendar.nextWorkingDay(date) : calendar.previousWorkingDay(date);
}
