import type { CalendarDate } from '../../domain/dates/dates.ts';
import { composeDigest, type Digest } from '../../domain/reminders/digest.ts';
import type { PersonReminders } from '../../domain/reminders/reminder.ts';
import { linkToRow } from '../../workbook/layout/row-link.ts';
import type { LinkedDigest } from '../../workbook/reminders/letter-frame.ts';
import type { FindPlace } from '../../workbook/server-sheets/control-sheet.ts';
import {
  hashKey,
  letterId,
  type Mailbox,
  type StoredLetter,
  type StoredMailbox,
} from '../stored/mail/letters.ts';

/** What one address is to be told, in the mailbox as it is to stand. */
export interface PlannedMailbox {
  readonly mailbox: Mailbox;
  readonly version: string | undefined;
  readonly isChanged: boolean;
}

/** The day, for all mailboxes alike. */
export interface MailDay {
  readonly workbookId: string;
  readonly today: CalendarDate;
  readonly findPlace: FindPlace;
  /** The instant, and the one from which letters may go out, ISO 8601 in UTC. */
  readonly at: string;
  readonly hour: string;
}

/** The mailbox with the letter of the day, if there is news for it; undefined where nothing is to be written or sent. */
export function planMailbox(
  stored: StoredMailbox | undefined,
  reminders: PersonReminders | undefined,
  { workbookId, today, findPlace, at, hour }: MailDay,
): PlannedMailbox | undefined {
  const version = stored?.version;
  const standing = stored && replaceUnsent(stored.mailbox);
  const told = new Set(standing?.told);
  const fresh = reminders && composeDigest(reminders, { isNew: (key) => !told.has(hashKey(key)), today });
  if (!reminders || !fresh) {
    return standing && { mailbox: standing, version, isChanged: standing !== stored.mailbox };
  }
  const { address, positions } = reminders;
  const keys = fresh.keys.map(hashKey).filter((key) => !told.has(key));
  const isNow = at >= hour;
  const letter: StoredLetter = {
    id: letterId(workbookId, address, nameOfDay(standing?.letters ?? [], today)),
    day: today,
    // Whoever commits this has the letter in hand: no further write is needed before it goes out.
    state: isNow ? 'sending' : 'waiting',
    at,
    next: isNow ? at : hour,
    tries: isNow ? 1 : 0,
    subject: fresh.digest.subject,
    digest: withLinks(fresh.digest, findPlace),
    keys,
  };
  const letters = [...(standing?.letters ?? []), letter];
  return {
    mailbox: { address, positions: [...positions], told: [...told, ...keys], letters },
    version,
    isChanged: true,
  };
}

/** Where a clock was set back the day may have had its letter: another one must not take its place under its name. */
function nameOfDay(letters: readonly StoredLetter[], today: CalendarDate): string {
  const before = letters.filter(({ day }) => day === today).length;
  return before === 0 ? today : `${today}/${before}`;
}

/**
 * What is known not to have gone out is said anew, as of today. What may have gone out stays as it is: it will be sent
 * again under its own name, if at all.
 */
function replaceUnsent(mailbox: Mailbox): Mailbox {
  const isUnsent = ({ state, mayBeSent }: StoredLetter) =>
    state === 'failed' || (state === 'waiting' && mayBeSent !== true);
  const unsent = mailbox.letters.filter((letter) => isUnsent(letter) && letter.keys.length > 0);
  if (unsent.length === 0) return mailbox;
  const released = new Set(unsent.flatMap(({ keys }) => keys));
  return {
    ...mailbox,
    told: mailbox.told.filter((key) => !released.has(key)),
    letters: mailbox.letters.map((letter) =>
      unsent.includes(letter)
        ? { ...letter, keys: [], ...(letter.state === 'waiting' && { state: 'replaced' as const }) }
        : letter,
    ),
  };
}

function withLinks(digest: Digest, findPlace: FindPlace): LinkedDigest {
  return {
    ...digest,
    sections: digest.sections.map((section) => ({
      ...section,
      lines: section.lines.map(({ title, detail, place }) => ({
        title,
        detail,
        link: linkTo(findPlace, place),
      })),
    })),
  };
}

function linkTo(
  findPlace: FindPlace,
  { worksheet, rowId }: Digest['sections'][number]['lines'][number]['place'],
) {
  const place = findPlace(worksheet, rowId);
  return place ? linkToRow(place) : '';
}
