import type { Assessment } from '../../domain/assessment/assessed.ts';
import { daysBetween, type CalendarDate } from '../../domain/dates/dates.ts';
import { compareWithLast } from '../../domain/monitor/days-missed.ts';
import { planReminders } from '../../domain/reminders/plan-reminders.ts';
import type { PersonReminders } from '../../domain/reminders/reminder.ts';
import type { FindPlace } from '../../workbook/server-sheets/control-sheet.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { StoreWrite } from '../ports/store.ts';
import { hashOf } from '../stored/encoding/canonical-json.ts';
import type { Head } from '../stored/head/head.ts';
import { isOpen, mailboxWrite, personKey, readMailboxes } from '../stored/mail/letters.ts';
import type { MailState } from '../stored/mail/mail-state.ts';
import { hourOn, LEASE_MS, later } from './letter-times.ts';
import { planMailbox } from './plan-mailbox.ts';

export interface MailRequest {
  readonly workbookId: string;
  readonly head: Head;
  readonly assessment: Assessment;
  readonly findPlace: FindPlace;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
}

export interface MailPlan {
  readonly state: MailState;
  /** The letters, which go into the store together with the head that says the day is done. */
  readonly writes: readonly StoreWrite[];
}

/** To an address that was refused we write again after so many days: mailboxes are mended. */
const REFUSED_DAYS = 7;

/**
 * The letters of the day, to be stored by the same commit as the head: who loses that race has planned nothing, and
 * who dies after it has lost nothing. Undefined where the day changes nothing of what the head knows: a day off, a
 * day that was planned already, a clock that was set back by a day.
 *
 * Cost: nothing where everybody could be told no more than last time; else one store read and one write an address.
 */
export async function planMail(
  { store, mail }: Pick<Dependencies, 'store' | 'mail'>,
  request: MailRequest,
): Promise<MailPlan | undefined> {
  const { workbookId, head, assessment, at } = request;
  const { today, records } = assessment;
  const before = head.mail ?? NOTHING_YET;
  if (isPlanned(before, today)) return undefined;
  const people = planReminders(assessment);
  if (!people) return undefined;
  if (!mail)
    return people.length > 0 && !before.isUnset
      ? { state: { ...before, isUnset: true }, writes: [] }
      : undefined;
  const troubles = recentTroubles(before.troubles, today);
  const told = people.filter(({ address }) => troubles[personKey(address)]?.isRefused !== true);
  const digests = new Map(told.map((person) => [personKey(person.address), digestOf(person)]));
  // What was put off too often is said anew, though there is nothing new.
  const isChanged = (person: string) => before.people[person] !== digests.get(person) || troubles[person];
  const changed = told.filter(({ address }) => isChanged(personKey(address)));
  const persons = [...new Set([...changed.map(({ address }) => personKey(address)), ...before.open])];
  const stored = await readMailboxes(store, workbookId, persons);
  const hour = hourOn(today, records.settings.mail.hour, head.timeZone);
  const planned = persons.flatMap((person, index) => {
    const reminders = told.find(({ address }) => personKey(address) === person);
    return planMailbox(stored[index], reminders, { ...request, today, hour }) ?? [];
  });
  const open = planned.filter(({ mailbox }) => mailbox.letters.some(isOpen));
  return {
    state: {
      plannedOn: today,
      people: Object.fromEntries(digests),
      open: open.map(({ mailbox }) => personKey(mailbox.address)),
      ...(open.length > 0 && { next: at < hour ? hour : later(at, LEASE_MS) }),
      troubles,
    },
    writes: planned.flatMap(({ mailbox, version, isChanged }) =>
      isChanged ? [mailboxWrite(workbookId, mailbox, version)] : [],
    ),
  };
}

/** A day that a wrong clock has claimed far ahead is not waited for. */
function isPlanned({ plannedOn }: MailState, today: CalendarDate): boolean {
  const last = compareWithLast(plannedOn === '' ? null : (plannedOn as CalendarDate), today);
  return last === 'same' || last === 'ahead';
}

const NOTHING_YET: MailState = { plannedOn: '', people: {}, open: [], troubles: {} };

function recentTroubles(troubles: MailState['troubles'], today: CalendarDate): MailState['troubles'] {
  const recent = Object.entries(troubles).filter(([, { on }]) => daysBetween(on, today) < REFUSED_DAYS);
  return Object.fromEntries(recent);
}

function digestOf({ own, escalated, week }: PersonReminders): string {
  const keys = [...own, ...escalated].flatMap((each) => each.keys);
  return hashOf([...new Set(keys), week?.key ?? ''].toSorted()).slice(0, 12);
}
