import type { CalendarEvent } from '../../domain/reminders/calendar-events.ts';

/** What a calendar program is given. */
export interface Calendar {
  readonly name: string;
  readonly url: string;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The workbook's revision: whatever the events say, it has grown since it was said otherwise. */
  readonly revision: number;
  readonly events: readonly (CalendarEvent & { readonly id: string })[];
}

/** As iCalendar (RFC 5545), in UTF-8. */
export type FormatCalendar = (calendar: Calendar) => Promise<string>;
