import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn, valuesPath, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.create();
});
afterEach(() => standIn.stop());

/** Not through `call`: the public typings do not allow what Google takes all the same. */
async function send(method: string, path: string, body: unknown) {
  const response = await fetch(`${standIn.api.url}${path}`, { method, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const batch = (requests: unknown) => send('POST', '/v4/spreadsheets/book:batchUpdate', { requests });
const rename = (title: string) => ({
  updateSheetProperties: { properties: { sheetId: 7, title }, fields: 'title' },
});

describe('a body of another type than documented is taken where Google takes it', () => {
  test('null in a list of messages is passed over and gets no reply', async () => {
    expect((await batch([null, rename('Два'), null])).body).toEqual({ spreadsheetId: 'book', replies: [{}] });
    expect((await batch([null])).body).toMatchObject({
      error: { message: 'Must specify at least one request.' },
    });
  });

  test('one message stands for a list of one', async () => {
    expect((await batch(rename('Два'))).status).toBe(200);
    const data = { range: 'Два!A1', values: [['а']] };
    const path = '/v4/spreadsheets/book/values:batchUpdate';
    expect((await send('POST', path, { valueInputOption: 'RAW', data })).status).toBe(200);
    expect(await send('POST', '/v4/spreadsheets/book/values:batchClear', { ranges: 'Два!A1' })).toEqual({
      status: 200,
      body: { spreadsheetId: 'book', clearedRanges: ["'Два'!A1"] },
    });
  });

  test('numbers and yes/no may come as texts', async () => {
    const properties = { sheetId: '7', hidden: 'false', gridProperties: { rowCount: '12' } };
    const fields = 'hidden,gridProperties.rowCount';
    expect((await batch([{ updateSheetProperties: { properties, fields } }])).status).toBe(200);
    const { body } = await standIn.call(
      'GET',
      '/v4/spreadsheets/book?fields=sheets.properties.gridProperties.rowCount',
    );
    expect(body).toEqual({ sheets: [{ properties: { gridProperties: { rowCount: 12 } } }] });
  });

  test('values of enums may be in small letters, and fields by their name in the message', async () => {
    const merge = { range: { sheet_id: 7, start_row_index: 0, end_row_index: 2 }, merge_type: 'merge-rows' };
    expect((await batch([{ merge_cells: merge }])).status).toBe(200);
    const { body } = await standIn.call('GET', '/v4/spreadsheets/book?fields=sheets.merges');
    const columns = { startColumnIndex: 0, endColumnIndex: 5 };
    expect(body).toEqual({
      sheets: [
        {
          merges: [
            { sheetId: 7, startRowIndex: 0, endRowIndex: 1, ...columns },
            { sheetId: 7, startRowIndex: 1, endRowIndex: 2, ...columns },
          ],
        },
      ],
    });
  });

  test('parameters of an address too', async () => {
    await standIn.call('PUT', valuesPath('A1', '?valueInputOption=raw'), { values: [['а'], ['б']] });
    expect(
      (await standIn.call('GET', valuesPath('A1:A2', '?majorDimension=columns'))).body['values'],
    ).toEqual([['а', 'б']]);
    expect((await standIn.call('GET', '/v4/spreadsheets/book?includeGridData=Yes')).status).toBe(200);
    expect((await standIn.call('GET', '/v4/spreadsheets/book?includeGridData=on')).body).toMatchObject({
      error: { message: `Invalid value at 'include_grid_data' (TYPE_BOOL), "on"` },
    });
  });

  test('a range in the body may name the cells of the address in another way', async () => {
    const path = valuesPath('A1:B1', '?valueInputOption=RAW');
    expect((await send('PUT', path, { range: 'Лист1!b1:a1', values: [[1, 2]] })).status).toBe(200);
    expect((await send('PUT', path, { range: 'Лист1!A2', values: [[1]] })).body).toMatchObject({
      error: { message: "Request range[A1:B1] does not match value's range[Лист1!A2]" },
    });
  });
});

describe('what Google does not take is told as Google tells it', () => {
  const told = (...descriptions: [field: string, description: string][]) => ({
    error: {
      code: 400,
      message: descriptions.map(([, description]) => description).join('\n'),
      status: 'INVALID_ARGUMENT',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: descriptions.map(([field, description]) => ({ field, description })),
        },
      ],
    },
  });
  const ADD = 'requests[0].add_sheet.properties';

  test('every mistake of a body, a line each', async () => {
    expect((await batch([{ addSheet: { properties: { sheetId: 'x', colour: 1, size: 2 } } }])).body).toEqual(
      told(
        [`${ADD}.sheet_id`, `Invalid value at '${ADD}.sheet_id' (TYPE_INT32), "x"`],
        [ADD, `Invalid JSON payload received. Unknown name "colour" at '${ADD}': Cannot find field.`],
        [ADD, `Invalid JSON payload received. Unknown name "size" at '${ADD}': Cannot find field.`],
      ),
    );
  });

  test('every row that is no list', async () => {
    const row = (place: number, shown: string): [string, string] => [
      `data.values[${place}]`,
      `Invalid value at 'data.values[${place}]' (type.googleapis.com/google.protobuf.ListValue), ${shown}`,
    ];
    const path = valuesPath('Лист1!A1', '?valueInputOption=RAW');
    expect((await send('PUT', path, { values: ['а', [1], 5] })).body).toEqual(
      told(row(0, '"а"'), row(2, '5')),
    );
  });

  test('a list, and an object, where neither belongs', async () => {
    expect((await batch([{ addSheet: { properties: [] } }])).body).toEqual(
      told([
        'requests[0].add_sheet',
        `Invalid JSON payload received. Unknown name "properties" at 'requests[0].add_sheet': Proto field is not repeating, cannot start list.`,
      ]),
    );
    expect((await batch([{ addSheet: { properties: { sheetId: {} } } }])).body).toEqual(
      told([ADD, `Invalid value at '${ADD}' (sheet_id), Starting an object on a scalar field`]),
    );
  });

  test('a request that is a text', async () => {
    const type = 'type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request';
    expect((await batch('repeatCell')).body).toEqual(
      told(['requests[0]', `Invalid value at 'requests[0]' (${type}), "repeatCell"`]),
    );
  });

  test('an object, and a list, in a cell', async () => {
    const write = (value: unknown) =>
      send('PUT', valuesPath('Лист1!A1', '?valueInputOption=RAW'), { values: [['а', value]] });
    expect((await write({ key: 'б', on: true })).body).toMatchObject({
      error: {
        message:
          'Invalid values[0][1]: struct_value {\n' +
          '  fields {\n    key: "key"\n    value {\n      string_value: "б"\n    }\n  }\n' +
          '  fields {\n    key: "on"\n    value {\n      bool_value: true\n    }\n  }\n' +
          '}\n',
      },
    });
    expect((await write([1])).body).toMatchObject({
      error: { message: 'Invalid values[0][1]: list_value {\n  values {\n    number_value: 1.0\n  }\n}\n' },
    });
  });
});
