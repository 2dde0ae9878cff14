import { dateInZone } from '../../domain/dates/moment.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';
import type { Clock } from './ports.ts';

/** The day that it is in the zone, or the one that the installation has fixed. */
export function todayIn({ clock }: { readonly clock: Clock }, timeZone: string): CalendarDate {
  return clock.fixedToday ?? dateInZone(clock.now(), timeZone);
}
