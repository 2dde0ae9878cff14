import type { Services } from '../compose.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { parseDay } from './parse-day.ts';
import { BadRequestError } from './request-errors.ts';

/** The day a request names, where the installation honours it, or the fixed one; nothing where the clock is to tell. */
export function todayOf(
  { allowsToday, clock: { fixedToday } }: Services,
  today: string | undefined,
): { readonly today?: CalendarDate } {
  if (today === undefined) return fixedToday ? { today: fixedToday } : {};
  if (!allowsToday) throw new BadRequestError(['today']);
  return { today: parseDay(today) };
}
