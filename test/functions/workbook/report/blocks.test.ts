import { expect, test } from '@jest/globals';
import { planKeptRows } from '../../../../functions/workbook/report/blocks.ts';

test('a title stays with its rows, a sum with what it sums up, three rows at either end', () => {
  const rows = (
    ['row', 'row', 'row', 'row', 'group', 'row', 'row', 'subtotal', 'row', 'row', 'total'] as const
  ).map((level) => ({ level }));
  expect(planKeptRows(rows)).toEqual([true, true, false, false, true, false, true, false, true, true, false]);
});

test('the only row stays with none', () => {
  expect(planKeptRows([{ level: 'row' }])).toEqual([false]);
});
