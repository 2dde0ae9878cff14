import { describe, expect, test } from '@jest/globals';
import { apply, bookOf, sheetOf, valuesOf } from '../spreadsheet-builder.ts';

const ROWS = { sheetId: 1, dimension: 'ROWS' };
const COLUMNS = { sheetId: 1, dimension: 'COLUMNS' };

function rows(startRowIndex: number, endRowIndex: number) {
  return { sheetId: 1, startRowIndex, endRowIndex, startColumnIndex: 0, endColumnIndex: 2 };
}

/** Rows 2–4 carry everything that can be attached to them. */
function decorated() {
  const condition = { type: 'NOT_BLANK' };
  return apply(
    bookOf([['а'], ['б'], ['в'], ['г'], ['д']]),
    { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: rows(1, 4), warningOnly: true } } },
    { addConditionalFormatRule: { rule: { ranges: [rows(1, 4)], booleanRule: { condition } } } },
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'список', range: rows(1, 4) } } },
    { setBasicFilter: { filter: { range: rows(1, 4) } } },
    { mergeCells: { range: { ...rows(1, 4), startColumnIndex: 3, endColumnIndex: 5 } } },
  );
}

function attached(book: ReturnType<typeof decorated>) {
  const sheet = book.sheets[0];
  const span = (range?: { startRowIndex?: number | undefined; endRowIndex?: number | undefined }) =>
    range && [range.startRowIndex, range.endRowIndex];
  return {
    protection: span(sheet?.protectedRanges[0]?.range),
    rule: span(sheet?.conditionalFormats[0]?.ranges?.[0]),
    named: span(book.namedRanges[0]?.range),
    filter: span(sheet?.basicFilter?.range),
    merge: sheet?.merges[0] && [sheet.merges[0].startRow, sheet.merges[0].endRow],
  };
}

function everything(start: number, end: number) {
  const span = [start, end];
  return { protection: span, rule: span, named: span, filter: span, merge: span };
}

describe('what is attached to rows follows them', () => {
  test.each([
    [
      'rows inserted above push it down',
      { insertDimension: { range: { ...ROWS, startIndex: 0, endIndex: 2 } } },
      3,
      6,
    ],
    [
      'a row inserted inside widens it',
      { insertDimension: { range: { ...ROWS, startIndex: 2, endIndex: 3 } } },
      1,
      5,
    ],
    [
      'a row inserted below leaves it',
      { insertDimension: { range: { ...ROWS, startIndex: 4, endIndex: 5 } } },
      1,
      4,
    ],
    [
      'a row deleted above pulls it up',
      { deleteDimension: { range: { ...ROWS, startIndex: 0, endIndex: 1 } } },
      0,
      3,
    ],
    [
      'a row deleted inside narrows it',
      { deleteDimension: { range: { ...ROWS, startIndex: 2, endIndex: 3 } } },
      1,
      3,
    ],
    [
      'rows deleted over its end cut it',
      { deleteDimension: { range: { ...ROWS, startIndex: 3, endIndex: 6 } } },
      1,
      3,
    ],
    [
      'moved as a whole, it goes along',
      { moveDimension: { source: { ...ROWS, startIndex: 1, endIndex: 4 }, destinationIndex: 8 } },
      5,
      8,
    ],
    [
      'a row moved from below to above pushes it',
      { moveDimension: { source: { ...ROWS, startIndex: 5, endIndex: 6 }, destinationIndex: 0 } },
      2,
      5,
    ],
  ])('%s', (_name, request, start, end) => {
    expect(attached(apply(decorated(), request))).toEqual(everything(start, end));
  });

  test('deleted as a whole, it is gone', () => {
    const after = apply(decorated(), { deleteDimension: { range: { ...ROWS, startIndex: 1, endIndex: 4 } } });
    expect(attached(after)).toEqual({});
  });
});

describe('cells follow their rows and columns', () => {
  test('values, notes and validations move when rows are moved', () => {
    const book = apply(
      bookOf([['а'], ['б'], ['в']]),
      { updateCells: { start: { sheetId: 1 }, rows: [{ values: [{ note: 'первая' }] }], fields: 'note' } },
      { moveDimension: { source: { ...ROWS, startIndex: 0, endIndex: 1 }, destinationIndex: 3 } },
    );
    expect(valuesOf(book)).toEqual([['б'], ['в'], ['а']]);
    expect(sheetOf(book, 'data.rowData.values.note')).toEqual({
      data: [{ rowData: [{}, {}, { values: [{ note: 'первая' }] }] }],
    });
  });

  test('columns are inserted, deleted and moved', () => {
    const book = bookOf([
      ['а', 'б', 'в'],
      ['г', 'д'],
    ]);
    const inserted = apply(book, { insertDimension: { range: { ...COLUMNS, startIndex: 1, endIndex: 2 } } });
    expect(valuesOf(inserted)).toEqual([
      ['а', '', 'б', 'в'],
      ['г', '', 'д'],
    ]);
    const deleted = apply(book, { deleteDimension: { range: { ...COLUMNS, startIndex: 0, endIndex: 1 } } });
    expect(valuesOf(deleted)).toEqual([['б', 'в'], ['д']]);
    const moved = apply(book, {
      moveDimension: { source: { ...COLUMNS, startIndex: 0, endIndex: 1 }, destinationIndex: 3 },
    });
    expect(valuesOf(moved)).toEqual([
      ['б', 'в', 'а'],
      ['д', '', 'г'],
    ]);
  });

  test('an inserted row looks and checks as the row before it', () => {
    const validation = { condition: { type: 'DATE_IS_VALID' } };
    const book = apply(
      bookOf([['а'], ['б']]),
      { setDataValidation: { range: { sheetId: 1, endRowIndex: 1, endColumnIndex: 1 }, rule: validation } },
      { insertDimension: { range: { ...ROWS, startIndex: 1, endIndex: 2 }, inheritFromBefore: true } },
    );
    expect(valuesOf(book)).toEqual([['а'], [], ['б']]);
    expect(book.sheets[0]?.rows.map((row) => row?.[0]?.validation)).toEqual([
      validation,
      validation,
      undefined,
    ]);
  });

  test('a dropdown keeps its list when rows are inserted above the list and its sheet is renamed', () => {
    const rule = {
      condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='Лист'!$A$2:$A" }] },
    };
    const book = apply(
      bookOf([['а']]),
      { addSheet: { properties: { sheetId: 2, title: 'Другой' } } },
      { setDataValidation: { range: { sheetId: 2, endRowIndex: 1, endColumnIndex: 1 }, rule } },
      { insertDimension: { range: { ...ROWS, startIndex: 0, endIndex: 1 } } },
      { updateSheetProperties: { properties: { sheetId: 1, title: 'Школы' }, fields: 'title' } },
    );
    expect(book.sheets[1]?.rows[0]?.[0]?.validation?.condition?.values).toEqual([
      { userEnteredValue: "='Школы'!$A$3:$A" },
    ]);
  });

  test('frozen rows grow and shrink with what is inserted and deleted among them', () => {
    const frozen = apply(bookOf([]), {
      updateSheetProperties: {
        properties: { sheetId: 1, gridProperties: { frozenRowCount: 2 } },
        fields: 'gridProperties.frozenRowCount',
      },
    });
    const more = apply(frozen, { insertDimension: { range: { ...ROWS, startIndex: 1, endIndex: 2 } } });
    expect(more.sheets[0]?.properties.gridProperties).toEqual({
      rowCount: 11,
      columnCount: 5,
      frozenRowCount: 3,
    });
    const less = apply(frozen, { deleteDimension: { range: { ...ROWS, startIndex: 0, endIndex: 2 } } });
    expect(less.sheets[0]?.properties.gridProperties).toEqual({ rowCount: 8, columnCount: 5 });
  });

  test('a change leaves the state before it as it was', () => {
    const before = decorated();
    const copy = structuredClone(before);
    apply(
      before,
      { insertDimension: { range: { ...ROWS, startIndex: 0, endIndex: 2 } } },
      { repeatCell: { range: { sheetId: 1 }, cell: { note: 'x' }, fields: 'note' } },
      { sortRange: { range: rows(0, 10), sortSpecs: [{ sortOrder: 'DESCENDING' }] } },
    );
    expect(before).toEqual(copy);
  });
});

describe('columns fitted to what they show', () => {
  const fit = { autoResizeDimensions: { dimensions: { ...COLUMNS, startIndex: 0, endIndex: 4 } } };
  const widths = (book: ReturnType<typeof bookOf>) =>
    (
      sheetOf(book, 'data.columnMetadata.pixelSize') as {
        data: [{ columnMetadata: { pixelSize: number }[] }];
      }
    ).data[0].columnMetadata.map(({ pixelSize }) => pixelSize);

  test('grow and shrink with the text, by its letters, its font and its longest line', () => {
    const bold = { userEnteredFormat: { textFormat: { bold: true, fontSize: 20 } } };
    const book = apply(
      bookOf([['АААА', 'iiii', 'АААА', 'АА\nАААА']]),
      { repeatCell: { range: rows(0, 1), cell: bold, fields: 'userEnteredFormat' } },
      {
        repeatCell: { range: { ...rows(0, 1), startColumnIndex: 1 }, cell: {}, fields: 'userEnteredFormat' },
      },
      fit,
    );
    expect(widths(book)).toEqual([79, 21, 40, 40, 100]);
  });

  test('a column that shows nothing keeps its width', () => {
    const wide = {
      updateDimensionProperties: {
        range: { ...COLUMNS, startIndex: 0, endIndex: 1 },
        properties: { pixelSize: 250 },
        fields: 'pixelSize',
      },
    };
    expect(widths(apply(bookOf([]), wide, fit))).toEqual([250, 100, 100, 100, 100]);
  });
});
