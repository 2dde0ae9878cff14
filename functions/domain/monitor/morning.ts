import { DateTime } from 'luxon';
import type { CalendarDate } from '../dates/dates.ts';
import { compareWithLast } from './days-missed.ts';

/** The hour of the workbook's own day from which its run is due, and the one by which it must have been. */
export const MORNING_HOUR = 6;
export const LATE_HOUR = 10;

interface LastLook {
  readonly timeZone: string;
  readonly monitoredOn: CalendarDate | null;
}

/**
 * Whether the workbook's run of the day is due at the instant (ISO 8601): its morning has come and nobody has looked
 * today. By the clock on the wall, so a day that a change of clocks makes shorter or longer has one morning too.
 */
export function dueAt(
  { timeZone, monitoredOn }: LastLook,
  instant: string,
): { readonly isDue: boolean; readonly isLate: boolean; readonly day: CalendarDate; readonly hour: number } {
  const moment = DateTime.fromISO(instant, { zone: timeZone });
  if (!moment.isValid) throw new RangeError(`no instant or no zone: ${instant}, ${timeZone}`);
  const day = moment.toFormat('yyyy-MM-dd') as CalendarDate;
  const last = compareWithLast(monitoredOn, day);
  const isOpen = last === 'earlier' || last === 'set_back';
  const { hour } = moment;
  return { isDue: isOpen && hour >= MORNING_HOUR, isLate: isOpen && hour >= LATE_HOUR, day, hour };
}
