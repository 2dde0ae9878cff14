import { describe, expect, test } from '@jest/globals';
import { apply, bookOf, reply, sheetOf, valuesOf } from '../spreadsheet-builder.ts';

const A1 = { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
const RED = { backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { red: 1 } } };

describe('updateCells', () => {
  test('sets what the mask names and leaves the rest', () => {
    const book = apply(bookOf([['а', 'б']]), {
      updateCells: {
        start: { sheetId: 1 },
        rows: [{ values: [{ note: 'да', userEnteredValue: { stringValue: 'нет' } }] }],
        fields: 'note',
      },
    });
    expect(sheetOf(book, 'data.rowData.values(userEnteredValue,note)')).toEqual({
      data: [
        {
          rowData: [
            {
              values: [
                { userEnteredValue: { stringValue: 'а' }, note: 'да' },
                { userEnteredValue: { stringValue: 'б' } },
              ],
            },
          ],
        },
      ],
    });
  });

  test('a range without data is cleared of the masked fields', () => {
    const book = apply(bookOf([['а', 'б'], ['в']]), {
      updateCells: {
        range: { ...A1, endRowIndex: 2, endColumnIndex: 2 },
        rows: [{ values: [{ userEnteredValue: { numberValue: 1 } }] }],
        fields: 'userEnteredValue',
      },
    });
    expect(valuesOf(book)).toEqual([[1]]);
  });

  test('data past the range are refused', () => {
    const write = () =>
      apply(bookOf([]), {
        updateCells: { range: A1, rows: [{ values: [{}, {}] }], fields: 'note' },
      });
    expect(write).toThrow(
      'Invalid requests[0].updateCells: Attempting to write column: 1, beyond the last requested column of: 0',
    );
  });
});

describe('formats', () => {
  test('a colour is kept in both spellings, eight bits a channel', () => {
    const book = apply(bookOf([]), {
      repeatCell: {
        range: A1,
        cell: {
          userEnteredFormat: {
            backgroundColorStyle: { rgbColor: { red: 1, green: 0, blue: 0.4980392156862745 } },
          },
        },
        fields: 'userEnteredFormat.backgroundColor',
      },
    });
    const blue = 0.49803922;
    expect(book.sheets[0]?.rows[0]?.[0]?.format).toEqual({
      backgroundColor: { red: 1, blue },
      backgroundColorStyle: { rgbColor: { red: 1, blue } },
    });
  });

  test('cells that are painted alike share one format', () => {
    const book = apply(bookOf([['а'], ['б']]), {
      repeatCell: { range: { sheetId: 1 }, cell: { userEnteredFormat: RED }, fields: 'userEnteredFormat' },
    });
    const formats = new Set(book.sheets[0]?.rows.flatMap((row) => row?.map((cell) => cell?.format) ?? []));
    expect([...formats]).toEqual([RED]);
  });

  test('borders go to the edges and between the cells, and NONE takes them away', () => {
    const solid = { style: 'SOLID', width: 1, color: {}, colorStyle: { rgbColor: {} } };
    const range = { ...A1, endRowIndex: 2 };
    const drawn = apply(bookOf([]), {
      updateBorders: {
        range,
        top: { style: 'SOLID' },
        bottom: { style: 'SOLID' },
        innerHorizontal: { style: 'SOLID' },
      },
    });
    const borders = { top: solid, bottom: solid };
    expect(drawn.sheets[0]?.rows.map((row) => row?.[0]?.format)).toEqual([{ borders }, { borders }]);
    const wiped = apply(drawn, {
      updateBorders: { range: A1, top: { style: 'NONE' }, bottom: { style: 'NONE' } },
    });
    expect(wiped.sheets[0]?.rows.map((row) => row?.[0]?.format)).toEqual([undefined, { borders }]);
  });
});

describe('rows of data', () => {
  test('appendCells writes below the last value and makes the grid higher', () => {
    const full = bookOf(Array.from({ length: 10 }, (_, row) => [row]));
    const book = apply(full, {
      appendCells: {
        sheetId: 1,
        rows: [{ values: [{ userEnteredValue: { stringValue: 'новая' } }] }],
        fields: 'userEnteredValue',
      },
    });
    expect(valuesOf(book).at(-1)).toEqual(['новая']);
    expect(book.sheets[0]?.properties.gridProperties.rowCount).toBe(11);
  });

  test('a sort moves whole cells, numbers first, blanks last in either order', () => {
    const book = apply(bookOf([['б'], [2], [null, 'пусто'], ['А'], [10], [true]]), {
      updateCells: { start: { sheetId: 1 }, rows: [{ values: [{ note: 'у б' }] }], fields: 'note' },
    });
    const sort = (sortOrder: string) =>
      apply(book, { sortRange: { range: { sheetId: 1 }, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
    expect(valuesOf(sort('ASCENDING'))).toEqual([[2], [10], ['А'], ['б'], [true], ['', 'пусто']]);
    expect(valuesOf(sort('DESCENDING'))).toEqual([[true], ['б'], ['А'], [10], [2], ['', 'пусто']]);
    expect(sort('ASCENDING').sheets[0]?.rows[3]?.[0]?.note).toBe('у б');
  });

  test('a merge keeps the upper left value, and half of it can be neither merged nor unmerged', () => {
    const merged = apply(
      bookOf([
        ['а', 'б'],
        ['в', 'г'],
      ]),
      { mergeCells: { range: { ...A1, endRowIndex: 2, endColumnIndex: 2 } } },
    );
    expect(valuesOf(merged)).toEqual([['а']]);
    expect(sheetOf(merged, 'merges')).toEqual({
      merges: [{ sheetId: 1, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 }],
    });
    expect(() => apply(merged, { unmergeCells: { range: A1 } })).toThrow('You must select all cells');
  });

  test('a sheet that was copied in the middle of a batch, and the state before, keep the merges that they had', () => {
    const merge = (row: number) => ({
      mergeCells: { range: { ...A1, startRowIndex: row, endRowIndex: row + 1, endColumnIndex: 2 } },
    });
    const before = apply(bookOf([]), merge(0));
    const copy = { duplicateSheet: { sourceSheetId: 1, newSheetId: 2, insertSheetIndex: 1 } };
    const after = apply(before, merge(1), copy, merge(2));
    const merges = [...before.sheets, ...after.sheets].map((sheet) => sheet.merges.length);
    expect(merges).toEqual([1, 3, 2]);
  });

  test('findReplace tells what it changed', () => {
    const book = bookOf([['школа', 'школа и школа'], ['иное']]);
    const request = { findReplace: { find: 'Школа', replacement: 'ОО', allSheets: true } };
    expect(reply(book, request)).toEqual({
      findReplace: { valuesChanged: 2, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 3 },
    });
    expect(valuesOf(apply(book, request))).toEqual([['ОО', 'ОО и ОО'], ['иное']]);
  });

  test('a block is copied as often as it fits, and cut leaves nothing behind', () => {
    const book = bookOf([['а', 'б']]);
    const source = { ...A1, endColumnIndex: 2 };
    const destination = {
      sheetId: 1,
      startRowIndex: 1,
      endRowIndex: 3,
      startColumnIndex: 0,
      endColumnIndex: 4,
    };
    expect(valuesOf(apply(book, { copyPaste: { source, destination } }))).toEqual([
      ['а', 'б'],
      ['а', 'б', 'а', 'б'],
      ['а', 'б', 'а', 'б'],
    ]);
    const cut = { cutPaste: { source, destination: { sheetId: 1, rowIndex: 1, columnIndex: 1 } } };
    expect(valuesOf(apply(book, cut))).toEqual([[], ['', 'а', 'б']]);
  });

  test('cells are pushed in and out of a range', () => {
    const book = bookOf([
      ['а', 'б'],
      ['в', 'г'],
    ]);
    expect(valuesOf(apply(book, { insertRange: { range: A1, shiftDimension: 'ROWS' } }))).toEqual([
      ['', 'б'],
      ['а', 'г'],
      ['в'],
    ]);
    expect(valuesOf(apply(book, { deleteRange: { range: A1, shiftDimension: 'COLUMNS' } }))).toEqual([
      ['б'],
      ['в', 'г'],
    ]);
  });
});
