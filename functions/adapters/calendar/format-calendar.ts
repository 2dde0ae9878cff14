import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../../domain/dates/dates.ts';
import type { Calendar, FormatCalendar } from '../../use-cases/ports/calendar.ts';

/** How often programs may ask again, in seconds; Google does when it likes. */
const REFRESH = 4 * 3600;

/**
 * Whole days without a zone, which every program shows on that day. Equal calendars give equal bytes: SEQUENCE is the
 * workbook's revision, and DTSTAMP the moment of the answer, as RFC 5545 has it for what is published.
 */
export const formatCalendar: FormatCalendar = async ({ name, url, at, revision, events }) => {
  const calendar = ical({
    name,
    prodId: { company: 'shnor', product: 'shnor', language: 'RU' },
    ttl: REFRESH,
  });
  for (const event of events) calendar.createEvent(toEvent(event, { url, at, revision }));
  return calendar.toString();
};

function toEvent(
  { id, day, title, description }: Calendar['events'][number],
  { url, at, revision }: Pick<Calendar, 'url' | 'at' | 'revision'>,
) {
  return {
    id: `${id}@shnor`,
    start: day,
    end: addDays(day, 1),
    allDay: true,
    summary: title,
    // Google and Outlook show no URL of a subscribed calendar: the link stands in the text too.
    ...(url.startsWith('http') ? { url, description: `${description}\n${url}` } : { description }),
    sequence: revision,
    stamp: new Date(at),
    // A term is nothing that one is busy with.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  };
}
