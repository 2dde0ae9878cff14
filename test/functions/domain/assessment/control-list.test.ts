import { expect, test } from '@jest/globals';
import { groupOf, listControl } from '../../../../functions/domain/assessment/control-list.ts';
import type { Finding } from '../../../../functions/domain/findings/finding.ts';

const finding = (code: string, changes: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'warning',
  place: { worksheet: 'executions', rowId: code, column: 'mark' },
  message: code,
  advice: '',
  ...changes,
});
const phrase = (row: string, changes: Partial<Finding> = {}) =>
  finding('deadline_unknown', {
    severity: 'error',
    place: { worksheet: 'regulation', rowId: row, column: 'deadline' },
    measure: row,
    ...changes,
  });

test.each<[string, Partial<Finding>, string]>([
  ['overdue', { severity: 'overdue', days: 3 }, 'overdue'],
  ['due_soon', { severity: 'reminder', days: 0 }, 'this_week'],
  ['due_soon', { severity: 'reminder', days: -6 }, 'this_week'],
  ['due_soon', { severity: 'reminder', days: -7 }, 'this_week'],
  ['due_soon', { severity: 'reminder', days: -8 }, 'rest'],
  ['due_soon', { severity: 'reminder' }, 'rest'],
  ['due_without_row', { severity: 'reminder', days: -1 }, 'this_week'],
  ['act_awaited', { severity: 'reminder', days: -1 }, 'rest'],
  ['returned', {}, 'acceptance'],
  ['awaiting_acceptance', { severity: 'reminder' }, 'acceptance'],
  ['evidence_missing', { severity: 'error' }, 'figures'],
  ['evidence_missing', {}, 'rest'],
])('%s %j burns as %s', (code, changes, group) => expect(groupOf(finding(code, changes))).toBe(group));

test('what burns first stands first, the longest overdue and the nearest term before others', () => {
  const lines = listControl([
    finding('rest'),
    finding('error', { severity: 'error' }),
    finding('returned'),
    finding('due_soon', { severity: 'reminder', days: -5, message: 'in five days' }),
    finding('due_soon', { severity: 'reminder', days: -1, message: 'tomorrow' }),
    finding('overdue', { severity: 'overdue', days: 2, message: 'two days' }),
    finding('overdue_without_row', { severity: 'overdue', message: 'nobody knows how long' }),
    finding('overdue', { severity: 'overdue', days: 30, message: 'a month' }),
    finding('other rest'),
  ]);
  expect(lines.map(({ group, finding: { message } }) => `${group}: ${message}`)).toEqual([
    'overdue: a month',
    'overdue: two days',
    'overdue: nobody knows how long',
    'this_week: tomorrow',
    'this_week: in five days',
    'acceptance: returned',
    'figures: error',
    'rest: rest',
    'rest: other rest',
  ]);
});

test('what is said of a phrase is said once, with all measures that have it', () => {
  const first = phrase('1.1');
  const other = phrase('1.5', { message: 'другой срок' });
  expect(
    listControl([first, phrase('1.2'), other, phrase('1.2'), phrase('1.3', { advice: 'иначе' })]),
  ).toEqual([
    { group: 'figures', finding: first, measures: ['1.1', '1.2'], count: 3 },
    { group: 'figures', finding: other, measures: ['1.5'], count: 1 },
    { group: 'figures', finding: phrase('1.3', { advice: 'иначе' }), measures: ['1.3'], count: 1 },
  ]);
});

test.each<[string, Partial<Finding>]>([
  ['of rows', { place: { worksheet: 'executions', rowId: 'e1', column: 'deadline' } }],
  [
    'of another column of the regulation',
    { place: { worksheet: 'regulation', rowId: 'r1', column: 'number' } },
  ],
])('equal findings %s stand each for itself', (_, changes) =>
  expect(listControl([finding('x', changes), finding('x', changes)]).map(({ count }) => count)).toEqual([
    1, 1,
  ]),
);
