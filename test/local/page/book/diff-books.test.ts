import { describe, expect, test } from '@jest/globals';
import { diffBooks } from '../../../../local/page/book/diff-books.ts';
import type { PageBook, PageFrame, PageRow } from '../../../../local/page/wire/book.ts';

const FRAME: PageFrame = {
  sheetId: 7,
  title: 'Журнал',
  isHidden: false,
  frozenRows: 1,
  frozenColumns: 0,
  hidesGridlines: false,
  rowKeys: ['a', 'b', 'c'],
  columnKeys: ['x'],
  columnWidths: {},
  rowHeights: {},
  hiddenRows: [],
  hiddenColumns: [],
  merges: [],
  validations: [],
  highlights: [],
  guards: [],
  charts: [],
};

function bookOf(sequence: number, texts: readonly string[], frame: PageFrame = FRAME): PageBook {
  const rows = texts.map((v): PageRow => [{ v }]);
  return { spreadsheetId: 'book', title: 'Книга', sequence, sheets: [{ frame, rows }] };
}

describe('browsers are told', () => {
  test('nothing where everything looks as before', () => {
    expect(diffBooks(bookOf(1, ['1', '2', '3']), bookOf(2, ['1', '2', '3']))).toBeUndefined();
  });

  test('of a changed row, and not of the rest of its sheet', () => {
    expect(diffBooks(bookOf(1, ['1', '2', '3']), bookOf(2, ['1', 'два', '3']))).toEqual({
      sequence: 2,
      title: 'Книга',
      sheetIds: [7],
      sheets: [{ sheetId: 7, rows: [[1, [{ v: 'два' }]]] }],
    });
  });

  test('where rows have moved to, by their keys alone', () => {
    const frame = { ...FRAME, rowKeys: ['c', 'a', 'b'] };
    expect(diffBooks(bookOf(1, ['1', '2', '3']), bookOf(2, ['3', '1', '2'], frame))?.sheets).toEqual([
      { sheetId: 7, frame, rows: [] },
    ]);
  });
});
