import { DateTime } from 'luxon';
import { parseIsoDate, type CalendarDate } from './dates.ts';

/** The day that the calendar on the wall in `zone` shows at the instant (ISO 8601). */
export function dateInZone(instant: string, zone: string): CalendarDate {
  const date = parseIsoDate(DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd'));
  if (!date) throw new RangeError(`no instant or no zone: ${instant}, ${zone}`);
  return date;
}
