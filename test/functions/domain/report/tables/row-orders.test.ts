import { expect, test } from '@jest/globals';
import type { Obligation } from '../../../../../functions/domain/assessment/obligation.ts';
import { STATES } from '../../../../../functions/domain/assessment/states/state.ts';
import type { JournalEntry } from '../../../../../functions/domain/records/records.ts';
import {
  listsOf,
  orderEntries,
  ordersOfEntries,
  ordersOfObligations,
} from '../../../../../functions/domain/report/tables/row-orders.ts';

const entry = (rowId: string, changes: Partial<JournalEntry> = {}): JournalEntry => ({
  rowId,
  date: '2021-03-01',
  kind: 'консультация',
  measure: '1.3',
  school: 'ОО № 1',
  topic: 'ФГОС',
  evidence: {},
  ...changes,
});

const ENTRIES = [
  entry('late', { date: '2021-10-01' }),
  entry('other kind', { kind: 'выезд' }),
  entry('no topic', { topic: ' ' }),
  entry('first topic', { topic: 'Аттестация' }),
  entry('same', { date: '2021-03-30' }),
  entry('of all', { school: null, kind: 'собеседование' }),
  entry('tenth', { school: 'ОО № 10' }),
  entry('ninth', { school: 'ОО № 9' }),
];
const named = (rows: readonly number[]) => rows.map((at) => ENTRIES[at]?.rowId);

test('entries stand by date, those of one day as given', () =>
  expect(orderEntries(ENTRIES).map(({ rowId }) => rowId)).toEqual([
    'other kind',
    'no topic',
    'first topic',
    'of all',
    'tenth',
    'ninth',
    'same',
    'late',
  ]));

test('entries stand once more by kind within each month, by school, those of all schools last, and by topic', () =>
  expect(ordersOfEntries(ENTRIES).map(({ key, title, rows }) => [key, title, named(rows)])).toEqual([
    [
      'details_journal_kinds',
      'Те же записи по месяцам и видам работы',
      ['of all', 'no topic', 'first topic', 'same', 'tenth', 'ninth', 'other kind', 'late'],
    ],
    [
      'details_journal_schools',
      'Те же записи по школам',
      ['late', 'no topic', 'first topic', 'same', 'other kind', 'ninth', 'tenth', 'of all'],
    ],
    [
      'details_journal_topics',
      'Те же записи по темам',
      ['first topic', 'no topic', 'of all', 'late', 'same', 'tenth', 'ninth', 'other kind'],
    ],
  ]));

test.each([
  [0, 0],
  [1, 3],
  [500, 3],
  [501, 0],
])('a list of %i entries has %i further orders', (length, orders) =>
  expect(ordersOfEntries(Array.from({ length }, (_, index) => entry(`j${index}`)))).toHaveLength(orders),
);

test('executions stand once more by school, by month and by state, those done in time side by side', () => {
  const owed = STATES.map((state, index) => ({
    state,
    school: index % 2 === 0 ? 'ОО № 2' : null,
    isDue: state !== 'not_started' && state !== 'off_control',
    occurrence: index % 3 === 0 ? undefined : { controlDate: index % 3 === 1 ? '2021-10-01' : '2021-09-30' },
  })) as unknown as readonly Obligation[];
  const [schools, months, states] = ordersOfObligations(owed, [{ name: 'ОО № 1' }, { name: 'ОО № 2' }]).map(
    ({ rows }) => rows.map((at) => STATES[at]).join(' '),
  );
  expect({ schools, months, states }).toEqual({
    schools:
      'off_control done returned in_progress due_soon waiting_act no_deadline ' +
      'done_late overdue awaiting_acceptance done_unproved on_request not_required not_started',
    months:
      'off_control done_unproved due_soon on_request done_late returned not_started waiting_act not_required ' +
      'done awaiting_acceptance in_progress overdue no_deadline',
    states:
      'done off_control done_late awaiting_acceptance returned done_unproved in_progress not_started due_soon overdue ' +
      'waiting_act on_request no_deadline not_required',
  });
});

test('a table is found as it stands and in each of its orders', () =>
  expect(listsOf('own', ['a', 'b'], [{ key: 'other', title: '', rows: [1, 0, 5] }])).toEqual([
    { table: 'own', items: ['a', 'b'] },
    { table: 'other', items: ['b', 'a'] },
  ]));
