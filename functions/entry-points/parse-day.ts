import { parseIsoDate, type CalendarDate } from '../domain/dates.ts';
import { BadRequestError } from './request-errors.ts';

/** Throws `BadRequestError`, which names the field, for a day that the calendar does not have. */
export function parseDay(text: string, field: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new BadRequestError([field]);
  return date;
}
