import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startStandIn, type StandIn } from './start-stand-in.ts';

let standIn: StandIn;

beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.create();
});
afterEach(() => standIn.stop());

describe('what only Google has is refused by name', () => {
  test.each([
    ['a request', { addTable: {} }, 'addTable'],
    ['a field', { addSheet: { properties: { dataSourceSheetProperties: {} } } }, 'dataSourceSheetProperties'],
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

  test('a method', async () => {
    const answer = await standIn.call('DELETE', '/v4/spreadsheets/book');
    expect(answer.status).toBe(501);
    expect(JSON.stringify(answer.body)).toContain('DELETE /v4/spreadsheets/book');
  });

  test('but a read may ask for it: there is none', async () => {
    const path =
      '/v4/spreadsheets/book?fields=spreadsheetId,sheets.tables,sheets.data.rowData.values.pivotTable';
    expect((await standIn.call('GET', path)).body).toEqual({
      spreadsheetId: 'book',
      sheets: [{ data: [{}] }],
    });
  });
});

describe('what not even Google has is refused in its words', () => {
  const unknown = (description: string, field?: string) => ({
    status: 400,
    body: {
      error: {
        code: 400,
        message: description,
        status: 'INVALID_ARGUMENT',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: [{ ...(field && { field }), description }],
          },
        ],
      },
    },
  });

  test('a request', async () => {
    expect(await standIn.batch({ paintSheet: {} })).toEqual(
      unknown(
        `Invalid JSON payload received. Unknown name "paintSheet" at 'requests[0]': Cannot find field.`,
        'requests[0]',
      ),
    );
  });

  test('a field', async () => {
    expect(await standIn.batch({ addSheet: { propertiez: {} } })).toEqual(
      unknown(
        `Invalid JSON payload received. Unknown name "propertiez" at 'requests[0].add_sheet': Cannot find field.`,
        'requests[0].add_sheet',
      ),
    );
  });

  test('a parameter', async () => {
    expect(await standIn.call('GET', '/v4/spreadsheets/book?pretty=1')).toEqual(
      unknown(
        `Invalid JSON payload received. Unknown name "pretty": Cannot bind query parameter. Field 'pretty' could not be found in request message.`,
      ),
    );
  });

  test('a path of the parameter "fields"', async () => {
    const answer = await standIn.call('GET', '/v4/spreadsheets/book?fields=sheets.dataSourceSheet');
    expect(answer.body).toMatchObject({
      error: {
        code: 400,
        message: 'Request contains an invalid argument.',
        details: [
          {
            fieldViolations: [
              {
                field: 'sheets.dataSourceSheet',
                description:
                  "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.dataSourceSheet'.",
              },
            ],
          },
        ],
      },
    });
  });

  test('a locale', async () => {
    const answer = await standIn.create({ properties: { title: 'x', locale: 'нет' } });
    expect(answer.body).toMatchObject({ error: { code: 400, message: 'Unsupported locale: нет' } });
  });
});
