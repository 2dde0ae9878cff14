import { DateTime } from 'luxon';
import { parseIsoDate, type CalendarDate } from './dates.ts';

/** `23.11.2026 11:00`, as the clock on the wall in `zone` showed it at the instant (ISO 8601). */
export function formatMoment(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat('dd.MM.yyyy HH:mm');
}

/** The day that the calendar on the wall in `zone` shows at the instant (ISO 8601). */
export function dateInZone(instant: string, zone: string): CalendarDate {
  const date = parseIsoDate(DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd'));
  if (!date) throw new RangeError(`no instant or no zone: ${instant}, ${zone}`);
  return date;
}

const WITH_TIME = ['yyyy-MM-dd HH:mm', "yyyy-MM-dd'T'HH:mm", 'dd.MM.yyyy HH:mm'];
const DAYS = ['yyyy-MM-dd', 'dd.MM.yyyy'];

/**
 * The instant (ISO 8601, UTC) that the clock in `zone` shows as `2026-11-20 14:00` or `20.11.2026 14:00`: the minute
 * to its end; a day alone means its end. Undefined where the text is no such moment.
 */
export function parseMoment(text: string, zone: string): string | undefined {
  const tidy = text.trim().replaceAll(/\s+/gu, ' ');
  const read = (formats: readonly string[]) =>
    formats.map((format) => DateTime.fromFormat(tidy, format, { zone })).find(({ isValid }) => isValid);
  const moment = read(WITH_TIME)?.endOf('minute') ?? read(DAYS)?.endOf('day');
  return moment?.toUTC().toISO() ?? undefined;
}
