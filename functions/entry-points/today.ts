import type { Services } from '../compose.ts';
import { parseIsoDate, type CalendarDate } from '../domain/dates.ts';
import { BadRequestError } from './request-errors.ts';

/** The day a request names, where the installation honours it; nothing where the clock is to tell. */
export function todayOf(
  { allowsToday }: Services,
  today: string | undefined,
): { readonly today?: CalendarDate } {
  if (today === undefined) return {};
  const date = parseIsoDate(today);
  if (!date || !allowsToday) throw new BadRequestError(['today']);
  return { today: date };
}
