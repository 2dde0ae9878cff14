import { expect, test } from '@jest/globals';
import { columnLetters, columnNumber } from '../../../../functions/workbook/layout/columns.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s, and back', (column, letters) => {
  expect([columnLetters(column), columnNumber(letters)]).toEqual([letters, column]);
});

test('small letters name the same column', () => {
  expect(columnNumber('ab')).toBe(27);
});
