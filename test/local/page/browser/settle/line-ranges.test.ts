import { expect, test } from '@jest/globals';
import { groupHeights } from '../../../../../local/page/browser/settle/line-ranges.ts';

test('rows of one height are one change, wherever they stand', () => {
  const row = (at: number) => ({ startRow: at, endRow: at, startColumn: 0, endColumn: 4 });
  expect(groupHeights({ 0: 40, 1: 21, 3: 21, 9: 40, 12: 63 }, 5)).toEqual([
    { rowHeight: 40, ranges: [row(0), row(9)] },
    { rowHeight: 21, ranges: [row(1), row(3)] },
    { rowHeight: 63, ranges: [row(12)] },
  ]);
  expect(groupHeights({}, 5)).toEqual([]);
});

test('a sheet of two thousand rows with three heights is drawn anew for three changes', () => {
  const heights = Object.fromEntries(Array.from({ length: 2000 }, (_, row) => [row, 21 * (1 + (row % 3))]));
  expect(groupHeights(heights, 20).map(({ ranges }) => ranges.length)).toEqual([667, 667, 666]);
});
