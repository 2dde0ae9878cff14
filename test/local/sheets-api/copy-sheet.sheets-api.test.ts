import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startStandIn, valuesPath, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;
let lastBook: string;

beforeEach(async () => {
  let last = 100;
  lastBook = 'book';
  standIn = await startStandIn({ newId: (kind) => (kind === 'spreadsheet' ? lastBook : String(++last)) });
  await standIn.create();
  lastBook = 'other';
  await standIn.create({
    sheets: [
      {
        properties: { sheetId: 1, title: 'Полный' },
        data: [
          { startRow: 1, rowData: [{ values: [{ userEnteredValue: { stringValue: 'а' }, note: 'б' }] }] },
        ],
        merges: [{ sheetId: 1, startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 1 }],
      },
    ],
    namedRanges: [
      { namedRangeId: 'n', name: 'имя', range: { sheetId: 1, startRowIndex: 1, endRowIndex: 2 } },
    ],
  });
});
afterEach(() => standIn.stop());

test('a new spreadsheet holds the cells, merges and names that came with it', async () => {
  const fields = 'sheets(merges,data(rowData(values(formattedValue,note)))),namedRanges.name';
  expect((await standIn.call('GET', `/v4/spreadsheets/other?fields=${fields}`)).body).toEqual({
    sheets: [
      {
        merges: [{ sheetId: 1, startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 1 }],
        data: [{ rowData: [{}, { values: [{ formattedValue: 'а', note: 'б' }] }] }],
      },
    ],
    namedRanges: [{ name: 'имя' }],
  });
});

test('a sheet is copied into another spreadsheet, as its last tab', async () => {
  const copy = await standIn.call('POST', '/v4/spreadsheets/other/sheets/1:copyTo', {
    destinationSpreadsheetId: 'book',
  });
  expect(copy.body).toMatchObject({ sheetId: 101, title: 'Полный (копия)', index: 1, sheetType: 'GRID' });
  const read = await standIn.call('GET', valuesPath('Полный (копия)!A1:A3'));
  expect(read.body['values']).toEqual([[], ['а']]);
});

test('a sheet is not copied from nowhere or to nowhere', async () => {
  const to = (id: string) => ({ destinationSpreadsheetId: id });
  expect((await standIn.call('POST', '/v4/spreadsheets/book/sheets/9:copyTo', to('other'))).status).toBe(400);
  expect((await standIn.call('POST', '/v4/spreadsheets/book/sheets/7:copyTo', to('none'))).status).toBe(404);
});
