import { parseIsoDate, type CalendarDate } from '../domain/dates/dates.ts';
import { UnknownDayError } from './http/request-errors.ts';

/** Throws `UnknownDayError` for a day that the calendar does not have. */
export function parseRequestDay(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new UnknownDayError(text);
  return date;
}
