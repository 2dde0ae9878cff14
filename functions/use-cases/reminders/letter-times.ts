import { DateTime } from 'luxon';
import type { CalendarDate } from '../../domain/dates/dates.ts';

/**
 * A request to the vendor ends within three minutes: a letter that is in hand for longer was left by somebody who died.
 */
export const LEASE_MS = 10 * 60_000;

/** The longest that one try takes, by the limits of the adapters. */
export const LONGEST_TRY_MS = 3 * 60_000;

/** Nobody begins a letter later than that in one call: the others wait for the next one. */
export const SENDING_MS = 4 * 60_000;

const FIRST_PAUSE_MS = 15 * 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

/** Tries of one letter: with the pauses between more than a day. Then a person has to look. */
export const MAX_ATTEMPTS_TO_SEND = 8;

/** The instant so many milliseconds after another, both ISO 8601 in UTC. */
export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** When a letter that was put off is tried again: after 15 minutes, 30, an hour, two, four, six. */
export function nextTry(instant: string, tries: number): string {
  return later(instant, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)));
}

/** The instant at which the clock on the wall of `zone` comes to the hour of the day. */
export function hourOn(day: CalendarDate, hour: number, zone: string): string {
  return DateTime.fromISO(day, { zone }).set({ hour }).toUTC().toISO() ?? '';
}
