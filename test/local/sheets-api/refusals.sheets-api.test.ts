import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStandIn, type StandIn } from './start-stand-in.ts';

const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 7,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const columns = (startIndex: number, endIndex: number) => ({
  ...rows(startIndex, endIndex),
  dimension: 'COLUMNS',
});
const box = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
const scale = (minpoint: object) => ({
  addConditionalFormatRule: {
    rule: { ranges: [{ sheetId: 7 }], gradientRule: { minpoint, maxpoint: { type: 'MAX' } } },
  },
});
const metadata = {
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId: 5,
      metadataKey: 'mark',
      visibility: 'DOCUMENT',
      location: { spreadsheet: true },
    },
  },
};
const band = {
  addBanding: { bandedRange: { range: box(0, 2, 3, 5), rowProperties: { firstBandColor: {} } } },
};
const named = { addNamedRange: { namedRange: { name: 'список', range: box(0, 2, 0, 1) } } };
const protection = { addProtectedRange: { protectedRange: { range: { sheetId: 7 }, warningOnly: true } } };

let standIn: StandIn;
/** 10 × 5, with the merge A5:A6. */
beforeAll(async () => {
  standIn = await startStandIn();
  await standIn.create();
  const { status } = await standIn.batch(
    { mergeCells: { range: box(4, 6, 0, 1), mergeType: 'MERGE_ALL' } },
    metadata,
    band,
    named,
    protection,
  );
  expect(status).toBe(200);
});
afterAll(() => standIn.stop());

describe('a request that cannot be done is refused in the words that Google was seen to use', () => {
  test.each([
    [
      { deleteDimension: { range: rows(10, 11) } },
      "deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 10 but there are only 10 rows.",
    ],
    [
      { deleteDimension: { range: columns(4, 6) } },
      "deleteDimension: Cannot delete a column that doesn't exist. Tried to delete column index 5 but there are only 5 columns.",
    ],
    [
      { insertDimension: { range: rows(10, 11) } },
      'insertDimension: range.startIndex must be less than the grid size (10) if inheritFromBefore is false.',
    ],
    [
      { insertDimension: { range: rows(11, 12), inheritFromBefore: true } },
      'insertDimension: range.startIndex is larger than current grid size (10)',
    ],
    [
      { moveDimension: { source: rows(0, 1), destinationIndex: 5 } },
      'moveDimension: Sorry, it is not possible to move a row to a position that crosses a merged cell. Please unmerge and try again.',
    ],
    [
      { sortRange: { range: box(0, 10, 0, 5), sortSpecs: [{ dimensionIndex: 0 }] } },
      "sortRange: You can't sort a range containing vertical merges. There is a vertical merge at A5:A6",
    ],
    [
      { repeatCell: { range: { ...box(0, 2, 0, 2), startRowIndex: 10, endRowIndex: 11 }, fields: 'note' } },
      "repeatCell: Range ('Лист1'!A11:B11) exceeds grid limits. Max rows: 10, max columns: 5",
    ],
    [
      { sortRange: { range: { sheetId: 7, startRowIndex: 10 }, sortSpecs: [] } },
      'sortRange: range.startRowIndex is larger than current grid size (10)',
    ],
    [
      { addSheet: { properties: { gridProperties: { rowCount: 1_000_000, columnCount: 11 } } } },
      'addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      metadata,
      'createDeveloperMetadata: Cannot add developer metadata with ID [5] because developer metadata with that ID already exists.',
    ],
    [
      band,
      'addBanding: You cannot add alternating background colors to a range that already has alternating background colors.',
    ],
    [
      named,
      'addNamedRange: Cannot add named range with name список, a named range with that name already exists.',
    ],
    [protection, 'addProtectedRange: Sheet "Лист1" already has sheet protection.'],
    [
      { deleteProtectedRange: { protectedRangeId: 1 } },
      'deleteProtectedRange: No protected range with id: 1',
    ],
    [{ deleteSheet: {} }, 'deleteSheet: No sheet with id: 0'],
    [{ duplicateSheet: {} }, 'duplicateSheet: No sheet with id: 0'],
    [scale({}), 'addConditionalFormatRule: No interpolationPointType specified.'],
    [scale({ type: 'NUMBER' }), 'addConditionalFormatRule: InterpolationPoint.value is required.'],
  ])('%j', async (request, words) => {
    const message = `Invalid requests[0].${words}`;
    expect(await standIn.batch(request)).toEqual({
      status: 400,
      body: { error: { code: 400, message, status: 'INVALID_ARGUMENT' } },
    });
  });

  test('a repeated cell goes as far as the grid does, and an empty range takes none', async () => {
    const cell = { note: 'см.' };
    const past = { repeatCell: { range: box(9, 99, 4, 99), cell, fields: 'note' } };
    const empty = { repeatCell: { range: box(3, 3, 0, 1), cell, fields: 'note' } };
    expect((await standIn.batch(past, empty)).status).toBe(200);
    const fields = 'sheets(properties.gridProperties,data.rowData.values.note)';
    const { body } = await standIn.call('GET', `/v4/spreadsheets/book?fields=${fields}`);
    const noted = { values: [{}, {}, {}, {}, cell] };
    expect(body).toEqual({
      sheets: [
        {
          properties: { gridProperties: { rowCount: 10, columnCount: 5 } },
          data: [{ rowData: [...Array.from({ length: 9 }, () => ({})), noted] }],
        },
      ],
    });
  });

  test('a range of the sheet may be protected beside the sheet', async () => {
    const protectedRange = { range: box(0, 1, 0, 1), warningOnly: true };
    expect((await standIn.batch({ addProtectedRange: { protectedRange } })).status).toBe(200);
  });

  test('a merge moves as a whole, and other rows pass it by', async () => {
    const there = { moveDimension: { source: rows(4, 6), destinationIndex: 0 } };
    const past = { moveDimension: { source: rows(9, 10), destinationIndex: 0 } };
    expect((await standIn.batch(there, past)).status).toBe(200);
  });
});
