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

  test('a body that is no JSON', async () => {
    const response = await fetch(`${standIn.api.url}/v4/spreadsheets`, { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
  });
});

describe('what the stand-in does not know is refused by name', () => {
  test.each([
    ['a request', { addChart: {} }, 'addChart'],
    ['a field', { repeatCell: { range: { sheetId: 7 }, cel: {}, fields: '*' } }, 'cel'],
    [
      'a field of a mask',
      { repeatCell: { range: { sheetId: 7 }, cell: {}, fields: 'pivotTable' } },
      'pivotTable',
    ],
  ])('%s of a batch', async (_what, request, name) => {
    const answer = await standIn.batch(request);
    expect(answer).toMatchObject({ status: 501, body: { error: { code: 501, status: 'UNIMPLEMENTED' } } });
    expect(JSON.stringify(answer.body)).toContain(name);
  });

  test.each([
    ['GET', '/v4/spreadsheets/book?pretty=1', 'pretty'],
    ['GET', '/v4/spreadsheets/book?fields=sheets.dataSourceSheet', 'dataSourceSheet'],
    ['POST', '/v4/spreadsheets/book/sheets/7:copyTo', 'copyTo'],
    ['POST', '/v4/spreadsheets/book/developerMetadata:search', 'developerMetadata:search'],
  ])('%s %s', async (method, path, name) => {
    const answer = await standIn.call(method, path);
    expect(answer.status).toBe(501);
    expect(JSON.stringify(answer.body)).toContain(name);
  });

  test('a locale whose typing rules are not known', async () => {
    const answer = await standIn.create({ properties: { title: 'x', locale: 'de_DE' } });
    expect(answer.status).toBe(501);
  });
});
