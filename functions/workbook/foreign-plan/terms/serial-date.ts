import { addDays, calendarDate, formatDate, type CalendarDate } from '../../../domain/dates/dates.ts';

/** Days of Excel: 40 000 is July 2009, 60 000 is April 2064. */
const [FIRST, LAST] = [40_000, 60_000];

/** The date that a number without a date's format stands for; undefined where it can be none. */
export function dateOfSerial(text: string): string | undefined {
  if (!/^\d{5}$/u.test(text)) return undefined;
  const days = Number(text);
  if (days < FIRST || days > LAST) return undefined;
  return formatDate(addDays(calendarDate(1899, 12, 30) as CalendarDate, days));
}
