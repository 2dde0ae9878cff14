import { dateInZone } from '../functions/domain/date-in-zone.ts';
import type { CalendarDate } from '../functions/domain/dates.ts';
import type { Clock } from '../functions/use-cases/ports/ports.ts';
import { TIME_ZONE } from './runtime.ts';

/** Today in the zone of a new workbook. */
export function today(clock: Clock): CalendarDate {
  return dateInZone(clock.now(), TIME_ZONE);
}
