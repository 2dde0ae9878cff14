import { expect, test } from '@jest/globals';
import type { CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import { composeDigest } from '../../../../../functions/domain/reminders/digest.ts';
import type { Reminder } from '../../../../../functions/domain/reminders/reminder.ts';
import { mailboxWrite, type StoredLetter } from '../../../../../functions/use-cases/stored/mail/letters.ts';

const TODAY: CalendarDate = '2026-11-30';
/** A cell of Google Sheets as full as it gets. */
const FULL = 'ы'.repeat(50_000);

const reminder = (index: number): Reminder => ({
  keys: [`key ${index}`],
  kind: index % 2 === 0 ? 'returned' : 'overdue',
  place: { worksheet: 'regulation', rowId: `r${index}` },
  school: FULL,
  measure: '1.1',
  title: FULL,
  responsible: FULL,
  returned: FULL,
  controlDate: '2026-11-20',
  remindDate: '2026-11-20',
  lastDay: '2026-11-20',
  overdueDays: 10,
  daysLeft: -10,
  workingDaysLeft: 0,
});

test('a mailbox fits into a document of the store, however full the cells are and however much was told', () => {
  const many = Array.from({ length: 100 }, (_, index) => reminder(index));
  const owner = { address: 'metodist@uo.example.ru', positions: ['методист'] };
  const digest = composeDigest(
    { ...owner, own: many, escalated: many },
    { isNew: () => true, today: TODAY },
  )?.digest;
  const keys = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(12, '0'));
  const letters = Array.from({ length: 80 }, (_, index): StoredLetter => ({
    id: String(index),
    day: TODAY,
    state: index === 79 ? 'sending' : 'sent',
    at: `${TODAY}T04:00:00.000Z`,
    next: `${TODAY}T04:00:00.000Z`,
    tries: 1,
    subject: digest?.subject ?? '',
    digest: { heading: '', figures: [], subject: '', sections: [], ...digest } as never,
    keys,
  }));
  const told = Array.from({ length: 3 }, () => keys).flat();
  const write = mailboxWrite('book', { ...owner, told, letters }, undefined);
  const data =
    write.kind === 'put' ? (write.data as unknown as { letters: readonly StoredLetter[] }) : undefined;
  expect(Buffer.byteLength(JSON.stringify(data), 'utf8')).toBeLessThan(1_000_000);
  const last = data?.letters.at(-1);
  expect([last?.keys, last?.digest]).toEqual([keys, letters.at(-1)?.digest]);
});
