import { expect, test } from '@jest/globals';
import type { Obligation } from '../../../../../functions/domain/assessment/obligation.ts';
import {
  isDone,
  isDoneInTime,
  isPending,
  isUnsettled,
  STATES,
  type State,
} from '../../../../../functions/domain/assessment/states/state.ts';
import { compareNeed, worstOf } from '../../../../../functions/domain/assessment/states/worst-obligation.ts';

const owed = (state: State, overdueDays = 0, measure = '') =>
  ({ state, overdueDays, measure }) as unknown as Obligation;

test('what needs most attention stands first', () => {
  const sorted = STATES.map((state) => owed(state)).toSorted(compareNeed);
  expect(sorted.map(({ state }) => state)).toEqual([
    'overdue',
    'returned',
    'no_deadline',
    'done_unproved',
    'awaiting_acceptance',
    'due_soon',
    'not_started',
    'in_progress',
    'waiting_act',
    'on_request',
    'done_late',
    'done',
    'off_control',
    'not_required',
  ]);
});

test.each<[string, readonly Obligation[], Obligation | undefined]>([
  ['nothing there is none', [], undefined],
  ['one it is that one', [owed('done')], owed('done')],
  [
    'several the worst, wherever it stands',
    [owed('done'), owed('overdue', 1), owed('in_progress')],
    owed('overdue', 1),
  ],
  ['two overdue the longer', [owed('overdue', 2), owed('overdue', 9)], owed('overdue', 9)],
  ['equals the first', [owed('done', 0, '1.1'), owed('done', 0, '1.2')], owed('done', 0, '1.1')],
])('of %s', (_, obligations, worst) => expect(worstOf(obligations)).toEqual(worst));

const those = (is: (state: State) => boolean): string => STATES.filter(is).sort().join(' ');

test.each([
  ['done', isDone, 'done done_late off_control'],
  ['done in time', isDoneInTime, 'done off_control'],
  ['pending', isPending, 'due_soon in_progress not_started returned'],
  [
    'unsettled',
    isUnsettled,
    'awaiting_acceptance done_unproved due_soon in_progress not_started overdue returned',
  ],
])('%s are these states', (_, is, states) => expect(those(is)).toBe(states));
