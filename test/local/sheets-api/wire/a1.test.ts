import { describe, expect, test } from '@jest/globals';
import {
  formatA1,
  formatCells,
  parseA1Cells,
  quoteTitle,
  splitReference,
} from '../../../../local/sheets-api/wire/a1.ts';

describe('A1 notation', () => {
  test.each([
    ['A1', { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }],
    ['$AA$10', { startRow: 9, endRow: 10, startColumn: 26, endColumn: 27 }],
    ['D4:A1', { startRow: 0, endRow: 4, startColumn: 0, endColumn: 4 }],
    ['A:C', { startColumn: 0, endColumn: 3 }],
    ['2:5', { startRow: 1, endRow: 5 }],
    ['B2:B', { startRow: 1, startColumn: 1, endColumn: 2 }],
    ['A3:3', { startRow: 2, endRow: 3, startColumn: 0 }],
    ['R1', { startRow: 0, endRow: 1, startColumn: 17, endColumn: 18 }],
    ['R1:R2', { startRow: 0, endRow: 2, startColumn: 17, endColumn: 18 }],
    ['RC1', { startRow: 0, endRow: 1, startColumn: 470, endColumn: 471 }],
    ['R2C3', { startRow: 1, endRow: 2, startColumn: 2, endColumn: 3 }],
    ['r[1]c[2]', { startRow: 1, endRow: 2, startColumn: 2, endColumn: 3 }],
    ['R1C1:R[2]C[2]', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['R3C3:R1C1', { startRow: 0, endRow: 3, startColumn: 0, endColumn: 3 }],
    ['R1C1:R2', { startRow: 0, endRow: 2, startColumn: 0 }],
    ['R1C1:C2', { startRow: 0, startColumn: 0, endColumn: 2 }],
    ['RC', { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }],
    ['R', { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }],
    ['R[1]', { startRow: 1, endRow: 2 }],
    ['C[1]', { startColumn: 1, endColumn: 2 }],
    ['A1:R2C2', undefined],
    ['R1C1:B2', undefined],
    ['R0C1', undefined],
    ['R[-1]C[0]', undefined],
    ['R1C1:', undefined],
    [' A1', undefined],
    ['A', undefined],
    ['A0', undefined],
    ['A1:B2:C3', undefined],
    ['Й1', undefined],
  ])('%s', (text, bounds) => {
    expect(parseA1Cells(text)).toEqual(bounds);
  });

  test.each([
    ["'It''s'!A1", { sheet: "It's", cells: 'A1' }],
    ["'Лист 1'", { sheet: 'Лист 1' }],
    ['A!B!C1', { sheet: 'A!B', cells: 'C1' }],
    ["'broken", undefined],
  ])('%s is split into sheet and cells', (text, reference) => {
    expect(splitReference(text)).toEqual(reference);
  });

  test.each([
    ['Sheet1', 'Sheet1'],
    ['D3', "'D3'"],
    ['RC', "'RC'"],
    ['A', 'A'],
    ['Лист1', "'Лист1'"],
    ["It's", "'It''s'"],
    ['Schools', 'Schools'],
  ])('the title %s is written %s', (title, written) => {
    expect(quoteTitle(title)).toBe(written);
  });

  test('a single cell has no colon', () => {
    const cell = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
    expect(formatA1('Schools', cell)).toBe('Schools!A1');
    expect(formatA1('Schools', { ...cell, endRow: 2 })).toBe('Schools!A1:A2');
  });

  test.each(['A1', 'A1:B2', 'B3:C', 'C1:2', 'A:B', 'C', '3:4', '5'])(
    '%s is written as it was read',
    (text) => {
      const bounds = parseA1Cells(text.includes(':') || text === 'A1' ? text : `${text}:${text}`);
      expect(formatCells(bounds ?? {})).toBe(text);
    },
  );
});
