import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStandIn, valuesPath, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn();
  await standIn.create();
});
afterAll(() => standIn.stop());

function invalid(message: string) {
  return { status: 400, body: { error: { code: 400, message, status: 'INVALID_ARGUMENT' } } };
}

describe('mistakes are answered as Google answers them', () => {
  test('an unknown spreadsheet', async () => {
    const error = { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' };
    expect(await standIn.call('GET', '/v4/spreadsheets/nowhere')).toEqual({ status: 404, body: { error } });
  });

  test.each(['Нет', 'Лист1!Й1', "'Лист1!A1", 'Лист1!A1:B2:C3', 'Лист1!A0'])('the range %s', async (range) => {
    expect(await standIn.call('GET', valuesPath(range))).toEqual(invalid(`Unable to parse range: ${range}`));
  });

  test('a range that starts outside of the grid', async () => {
    expect(await standIn.call('GET', valuesPath('Лист1!A11'))).toEqual(
      invalid("Range ('Лист1'!A11) exceeds grid limits. Max rows: 10, max columns: 5"),
    );
  });

  test.each(['A11:B', 'F:G', 'F', '11:12', 'B11:C12'])(
    'and is named as it was asked for: %s',
    async (cells) => {
      const asked = cells === 'F' ? 'F:F' : cells;
      expect(await standIn.call('GET', valuesPath(`Лист1!${asked}`))).toEqual(
        invalid(`Range ('Лист1'!${cells}) exceeds grid limits. Max rows: 10, max columns: 5`),
      );
    },
  );

  test('more values than the range holds', async () => {
    const path = valuesPath('Лист1!A1:B1', '?valueInputOption=RAW');
    expect(await standIn.call('PUT', path, { values: [[1, 2, 3]] })).toEqual(
      invalid("Requested writing within range ['Лист1'!A1:B1], but tried writing to column [C]"),
    );
  });

  test('values that are no list', async () => {
    const description = `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "X"`;
    const path = valuesPath('Лист1!A1', '?valueInputOption=RAW');
    expect((await standIn.call('PUT', path, { values: 'X' })).body).toEqual({
      error: {
        code: 400,
        message: description,
        status: 'INVALID_ARGUMENT',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: [{ field: 'data.values', description }],
          },
        ],
      },
    });
  });

  test('a missing valueInputOption', async () => {
    expect(await standIn.call('PUT', valuesPath('Лист1!A1'), { values: [[1]] })).toEqual(
      invalid("'valueInputOption' is required but not specified"),
    );
  });

  test('an empty batch', async () => {
    expect(await standIn.batch()).toEqual(invalid('Must specify at least one request.'));
  });

  test('a title that is taken', async () => {
    expect(await standIn.batch({ addSheet: { properties: { title: 'Лист1' } } })).toEqual(
      invalid(
        'Invalid requests[0].addSheet: A sheet with the name "Лист1" already exists. Please enter another name.',
      ),
    );
  });

  test('a sheet that is not there', async () => {
    expect(await standIn.batch({ deleteSheet: { sheetId: 5 } })).toEqual(
      invalid('Invalid requests[0].deleteSheet: No sheet with id: 5'),
    );
  });

  test('an update without a mask', async () => {
    expect(await standIn.batch({ repeatCell: { range: { sheetId: 7 }, cell: {} } })).toEqual(
      invalid(
        "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
      ),
    );
  });

  test('one range of several, by its place', async () => {
    const path = '/v4/spreadsheets/book/values:batchUpdate';
    const data = [
      { range: 'Лист1!A1', values: [['а']] },
      { range: 'Нет!A1', values: [['а']] },
    ];
    expect(await standIn.call('POST', path, { valueInputOption: 'RAW', data })).toEqual(
      invalid('Invalid data[1]: Unable to parse range: Нет!A1'),
    );
  });

  test('an option that is none', async () => {
    const path = '/v4/spreadsheets/book/values/A1:append?valueInputOption=RAW&insertDataOption=PUSH';
    expect((await standIn.call('POST', path, { values: [] })).body).toMatchObject({
      error: {
        message:
          'Invalid value at \'insert_data_option\' (type.googleapis.com/google.apps.sheets.v4.InsertDataOption), "PUSH"',
      },
    });
  });

  test('a blank in the fields of an address', async () => {
    const answer = await standIn.call('GET', '/v4/spreadsheets/book?fields=spreadsheetId,%20sheets');
    expect(answer).toMatchObject({ status: 400, body: { error: { status: 'INVALID_ARGUMENT' } } });
  });

  test('a body that is no JSON', async () => {
    const response = await fetch(`${standIn.api.url}/v4/spreadsheets`, { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
  });
});
