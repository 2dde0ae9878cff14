import type { Services } from '../compose.ts';
import type { CalendarDate } from '../domain/dates/dates.ts';
import { parseRequestDay } from './parse-day.ts';
import { BadRequestError } from './http/request-errors.ts';

/** The day a request names, where the installation honours it; nothing where it names none: `todayIn` tells it then. */
export function todayOf(
  { allowsToday }: Services,
  today: string | undefined,
): { readonly today?: CalendarDate } {
  if (today === undefined) return {};
  if (!allowsToday) throw new BadRequestError(['today']);
  return { today: parseRequestDay(today) };
}
