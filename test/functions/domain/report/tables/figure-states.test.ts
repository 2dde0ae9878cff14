import { expect, test } from '@jest/globals';
import { STATES } from '../../../../../functions/domain/assessment/states/state.ts';
import {
  figureState,
  fitColumns,
  statesShown,
} from '../../../../../functions/domain/report/tables/figure-states.ts';

test('«скоро» is printed as what has not begun, every other state as itself', () =>
  expect(
    STATES.filter((state) => figureState(state) !== state).map((state) => [state, figureState(state)]),
  ).toEqual([['due_soon', 'not_started']]));

const USUAL = [
  'done',
  'done_late',
  'done_unproved',
  'in_progress',
  'not_started',
  'overdue',
  'waiting_act',
  'on_request',
  'no_deadline',
  'not_required',
] as const;

test.each([
  ['nothing counted', {}, USUAL],
  ['«скоро» counted', { due_soon: 3 }, USUAL],
  ['none of the controller’s states', { off_control: 0, awaiting_acceptance: 0, returned: 0 }, USUAL],
  ['one taken off control', { off_control: 1 }, ['done', 'done_late', 'off_control', ...USUAL.slice(2)]],
  [
    'all of the controller’s states',
    { off_control: 1, awaiting_acceptance: 2, returned: 1 },
    ['done', 'done_late', 'off_control', 'awaiting_acceptance', 'returned', ...USUAL.slice(2)],
  ],
])('the columns of states, %s', (_, counts, states) => expect(statesShown(counts)).toEqual(states));

test.each([
  ['less than the page', [100, 60], [100, 60]],
  ['just the page', [200, 67], [200, 67]],
  ['a millimetre more', [200, 68], [200, 67]],
  ['twice the page, what is left goes to the first of the widest', [100, 217, 217], [50, 109, 108]],
  ['many narrow ones', [90, 90, 90, 90], [69, 66, 66, 66]],
])('columns that take %s', (_, widths, fitted) => {
  const columns = widths.map(
    (width, index) => ({ key: `c${index}`, title: '', kind: 'count', width }) as const,
  );
  expect(fitColumns(columns)).toEqual(columns.map((column, index) => ({ ...column, width: fitted[index] })));
});
