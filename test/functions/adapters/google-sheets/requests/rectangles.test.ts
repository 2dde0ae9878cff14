import { describe, expect, test } from '@jest/globals';
import { groupIntoRectangles } from '../../../../../functions/adapters/google-sheets/requests/rectangles.ts';

describe('groupIntoRectangles', () => {
  test('joins equal neighbours in both directions and leaves unmarked cells out', () => {
    const rows = [
      ['a', 'a', undefined],
      ['a', 'a', 'b'],
      ['a', 'c', 'b'],
    ];
    expect(groupIntoRectangles(rows)).toEqual([
      { startRow: 0, endRow: 2, startColumn: 0, endColumn: 2, mark: 'a' },
      { startRow: 1, endRow: 3, startColumn: 2, endColumn: 3, mark: 'b' },
      { startRow: 2, endRow: 3, startColumn: 0, endColumn: 1, mark: 'a' },
      { startRow: 2, endRow: 3, startColumn: 1, endColumn: 2, mark: 'c' },
    ]);
  });

  test('does not join blocks with a gap between them', () => {
    expect(groupIntoRectangles([['a'], [], ['a']])).toHaveLength(2);
  });
});
