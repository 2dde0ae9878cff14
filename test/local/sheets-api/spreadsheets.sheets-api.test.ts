import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;

beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.create();
});
afterEach(() => standIn.stop());

async function get(query: string) {
  return (await standIn.call('GET', `/v4/spreadsheets/book?${query}`)).body;
}

describe('spreadsheets.create', () => {
  test('without sheets it makes one with the id 0 and the size that Google gives it', async () => {
    const { body } = await standIn.create({ properties: { title: 'Пустая', locale: 'ru_RU' } });
    expect(body).toMatchObject({ properties: { title: 'Пустая', locale: 'ru_RU', timeZone: 'Etc/GMT' } });
    expect(body['sheets']).toEqual([
      {
        properties: {
          sheetId: 0,
          title: 'Лист1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ]);
  });
});

describe('spreadsheets.get', () => {
  test('a mask with dots, slashes and brackets cuts the answer', async () => {
    expect(await get('fields=properties.title,sheets/properties(sheetId,title)')).toEqual({
      properties: { title: 'Книга' },
      sheets: [{ properties: { sheetId: 7, title: 'Лист1' } }],
    });
  });

  test('cells come with their value, format, note and validation, blanks trimmed', async () => {
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'да' }] }, strict: false };
    const cell = {
      userEnteredValue: { numberValue: 44439 },
      userEnteredFormat: {
        numberFormat: { type: 'DATE', pattern: 'dd.MM.yyyy' },
        textFormat: { link: { uri: '#gid=7&range=A5' } },
      },
      note: 'срок',
      dataValidation: rule,
    };
    await standIn.batch({
      updateCells: {
        start: { sheetId: 7, rowIndex: 1, columnIndex: 1 },
        rows: [{ values: [cell] }],
        fields: '*',
      },
    });

    const fields =
      'sheets.data(rowData.values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,hyperlink,note,dataValidation))';
    expect(await get(`fields=${fields}`)).toEqual({
      sheets: [
        {
          data: [
            {
              rowData: [
                {},
                {
                  values: [
                    {},
                    {
                      ...cell,
                      effectiveValue: { numberValue: 44439 },
                      formattedValue: '31.08.2021',
                      hyperlink: '#gid=7&range=A5',
                      dataValidation: { condition: rule.condition },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('a range brings its sheet alone, with the place where the data starts', async () => {
    await standIn.batch({ addSheet: { properties: { title: 'Другой' } } });
    const body = await get('includeGridData=true&ranges=Лист1!B2:C3&fields=sheets(properties.title,data)');
    const row = { pixelSize: 21 };
    const column = { pixelSize: 100 };
    expect(body).toEqual({
      sheets: [
        {
          properties: { title: 'Лист1' },
          data: [{ startRow: 1, startColumn: 1, rowMetadata: [row, row], columnMetadata: [column, column] }],
        },
      ],
    });
  });

  test('getByDataFilter answers as get does', async () => {
    const answer = await standIn.call(
      'POST',
      '/v4/spreadsheets/book:getByDataFilter?fields=sheets.properties.title',
      {
        dataFilters: [{ gridRange: { sheetId: 7 } }],
      },
    );
    expect(answer.body).toEqual({ sheets: [{ properties: { title: 'Лист1' } }] });
  });
});

describe('spreadsheets.batchUpdate', () => {
  test('a batch whose last request fails changes nothing', async () => {
    const before = await get('includeGridData=true');
    const answer = await standIn.batch(
      { updateSheetProperties: { properties: { sheetId: 7, title: 'Иначе' }, fields: 'title' } },
      {
        updateCells: {
          start: { sheetId: 7 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'а' } }] }],
          fields: 'userEnteredValue',
        },
      },
      { deleteSheet: { sheetId: 7 } },
    );
    expect(answer.body).toMatchObject({
      error: { message: "Invalid requests[2].deleteSheet: You can't remove all the sheets in a document." },
    });
    expect(await get('includeGridData=true')).toEqual(before);
  });

  test('the new state comes with the answer where it is asked for', async () => {
    const answer = await standIn.call(
      'POST',
      '/v4/spreadsheets/book:batchUpdate?fields=updatedSpreadsheet.sheets.data',
      {
        requests: [
          {
            updateCells: {
              start: { sheetId: 7 },
              rows: [{ values: [{ userEnteredValue: { boolValue: true } }] }],
              fields: 'userEnteredValue',
            },
          },
        ],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ['Лист1!A1'],
      },
    );
    expect(answer.body).toMatchObject({
      updatedSpreadsheet: { sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: 'ИСТИНА' }] }] }] }] },
    });
  });
});
