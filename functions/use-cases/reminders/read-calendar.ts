import { assessWorkbook } from '../../domain/assessment/assessment.ts';
import { addDays, daysBetween, formatDate, type CalendarDate } from '../../domain/dates/dates.ts';
import { dateInZone } from '../../domain/dates/moment.ts';
import { calendarEvents, type CalendarEvent } from '../../domain/reminders/calendar-events.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { todayIn } from '../ports/today.ts';
import { readFeed, type CalendarFeed } from '../stored/mail/calendar-keys.ts';
import { hashOf } from '../stored/encoding/canonical-json.ts';
import { readKnownHead } from '../stored/head/head.ts';
import { readStoredRecords } from './read-stored-records.ts';

/** With the address that names it for programs that have asked before. */
export interface CalendarRead {
  readonly tag: string;
  /** Not worked out where `tag` is the one that was known. */
  readonly calendar?: Calendar;
}

export class CalendarUnknownError extends UserFacingError {
  override readonly name = 'CalendarUnknownError';
  readonly code = 'calendar_unknown';
  override readonly kind = 'missing';

  constructor() {
    super(
      'По этому адресу календаря нет: его отозвали, прошёл год с его выдачи или в адресе ошибка. Новый даёт меню ' +
        '«ШНОР» → «Календарь сроков…».',
    );
  }
}

/**
 * An address stands in the settings of strangers' calendars and in the logs of servers on its way: it is good for a
 * year, and in its last days the calendar itself says so.
 */
const ADDRESS_DAYS = 365;
const TOLD_DAYS = 30;

function lastDayOf({ at }: CalendarFeed, timeZone: string): CalendarDate {
  return addDays(dateInZone(at, timeZone), ADDRESS_DAYS - 1);
}

function endOfAddress(until: CalendarDate): CalendarEvent {
  return {
    key: 'address',
    day: until,
    title: 'ШНОР: последний день этого календаря',
    description: `Адрес календаря действует год, по ${formatDate(until)}. Попросите новый: меню «ШНОР» → «Календарь сроков…».`,
  };
}

/**
 * The control dates that the secret opens, as the workbook was last accepted. Whoever has the address may read them, and
 * nothing else. Cost: two store reads where `known` is still right, one a shard besides where not. Throws
 * `CalendarUnknownError`.
 */
export async function readCalendar(
  deps: Dependencies,
  { secret, known }: { readonly secret: string; readonly known?: string | undefined },
): Promise<CalendarRead> {
  const feed = await readFeed(deps.store, secret);
  if (!feed) throw new CalendarUnknownError();
  const { workbookId, personId, whose } = feed;
  const { head } = await readKnownHead(deps.store, workbookId);
  const today = todayIn(deps, head.timeZone);
  const until = lastDayOf(feed, head.timeZone);
  if (today > until) throw new CalendarUnknownError();
  const tag = `"${hashOf([personId, head.revision, today]).slice(0, 16)}"`;
  if (tag === known) return { tag };
  const records = await readStoredRecords(deps.store, { workbookId, head, today });
  const person = personId === null ? undefined : records.people.find(({ rowId }) => rowId === personId);
  // The position is gone from the sheet: its calendar is empty, so that nothing old stays in view.
  const isGone = personId !== null && !person;
  const events = [
    ...(isGone ? [] : calendarEvents(assessWorkbook(records, today), person)),
    ...(daysBetween(today, until) < TOLD_DAYS ? [endOfAddress(until)] : []),
  ];
  const url = `${deps.mail?.urlOf(workbookId) ?? ''}#gid=${head.sheetIds.executions}`;
  return {
    tag,
    calendar: {
      name: `ШНОР: сроки — ${whose}`,
      url,
      at: deps.clock.now(),
      revision: head.revision,
      events: events.map((event) => ({ ...event, id: hashOf([workbookId, event.key]).slice(0, 24) })),
    },
  };
}
