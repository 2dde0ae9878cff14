import { afterEach, describe, expect, test } from '@jest/globals';
import {
  connectSpreadsheets,
  type SpreadsheetsOptions,
} from '../../../../functions/adapters/google-sheets/connect.ts';
import type { SheetEdit } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import { createTestRuntime } from '../test-runtime.ts';
import { buildLayout } from './layouts.ts';
import { startScriptedServer, vendorError, type ScriptedAnswer } from './scripted-server.ts';

const ID = 'workbook-1';
const OUTLINE = {
  body: { properties: { title: 'ШНОР', timeZone: 'Asia/Yekaterinburg' }, sheets: sheets(0, 7) },
};
const DONE = { body: { spreadsheetId: ID } };
const WRITE: SheetEdit = {
  kind: 'write_values',
  block: { sheetId: 0, row: 1, column: 0, values: [['x']] },
};
const ADD: SheetEdit = { kind: 'add_sheet', sheetId: 9, index: 0, layout: buildLayout() };

function sheets(...ids: number[]) {
  return ids.map((sheetId) => ({ properties: { ...(sheetId && { sheetId }), title: `Лист ${sheetId}` } }));
}

let server: Awaited<ReturnType<typeof startScriptedServer>> | undefined;
afterEach(() => server?.close());

async function connect(script: readonly ScriptedAnswer[], options: Partial<SpreadsheetsOptions> = {}) {
  server = await startScriptedServer(script);
  const runtime = createTestRuntime({ random: 0.5 });
  const { rootUrl, requests } = server;
  const spreadsheets = connectSpreadsheets({ rootUrl, auth: async () => 'token-1', runtime, ...options });
  return { spreadsheets, requests, runtime, rootUrl };
}

describe('one call', () => {
  test('carries the token and asks for a compressed and masked answer', async () => {
    const { spreadsheets, requests } = await connect([OUTLINE]);
    expect(await spreadsheets.readOutline(ID)).toEqual({
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      tabs: [
        { sheetId: 0, title: 'Лист 0', index: 0, rowCount: 0, columnCount: 0 },
        { sheetId: 7, title: 'Лист 7', index: 0, rowCount: 0, columnCount: 0 },
      ],
    });
    const [request] = requests;
    expect(request?.headers.authorization).toBe('Bearer token-1');
    expect(request?.headers['accept-encoding']).toBe('gzip');
    expect(request?.headers['user-agent']).toContain('gzip');
    expect(request?.query.get('fields')).toContain('sheets(properties(sheetId,');
  });

  test('reads the values of several sheets, by sheet id and in the order asked for', async () => {
    const { spreadsheets, requests } = await connect([
      {
        body: {
          valueRanges: [
            {
              valueRange: { range: "'О системе'!A1:B9", values: [['', 1, true, ''], [], ['б', ''], ['']] },
              dataFilters: [{ gridRange: {} }],
            },
            { valueRange: { range: 'Школы!A1:Z9' }, dataFilters: [{ gridRange: { sheetId: 7 } }] },
          ],
        },
      },
    ]);
    expect(await spreadsheets.readValues(ID, [7, 0])).toMatchObject([
      { sheetId: 7, title: 'Школы', columnCount: 26, rows: [] },
      { sheetId: 0, title: 'О системе', columnCount: 2, rows: [[null, 1, true], [], ['б']] },
    ]);
    expect(requests[0]?.path).toBe(`/v4/spreadsheets/${ID}/values:batchGetByDataFilter`);
    expect(requests[0]?.body).toEqual({
      dataFilters: [{ gridRange: { sheetId: 7 } }, { gridRange: { sheetId: 0 } }],
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
  });

  test('takes the token of a google-auth-library client', async () => {
    const auth = { getAccessToken: async () => ({ token: 'token-2' }) };
    const { spreadsheets, requests } = await connect([OUTLINE], { auth });
    await spreadsheets.readOutline(ID);
    expect(requests[0]?.headers.authorization).toBe('Bearer token-2');
  });

  test('is not made for an empty list of edits or of sheets', async () => {
    const { spreadsheets, requests } = await connect([]);
    await spreadsheets.apply(ID, []);
    expect(await spreadsheets.readValues(ID, [])).toEqual([]);
    expect(requests).toEqual([]);
  });
});

describe('repetition', () => {
  test.each([429, 500, 502, 503, 504])('reads again after %i, though the read is a POST', async (status) => {
    const found = {
      body: {
        valueRanges: [{ valueRange: { range: 'A!A1' }, dataFilters: [{ gridRange: { sheetId: 7 } }] }],
      },
    };
    const { spreadsheets, requests, runtime } = await connect([{ status }, { status }, found]);
    expect(await spreadsheets.readValues(ID, [7])).toHaveLength(1);
    expect(requests).toHaveLength(3);
    expect(runtime.sleeps).toEqual([500, 1000]);
  });

  test('waits as long as Retry-After says', async () => {
    const busy = vendorError(429, 'Quota exceeded', { 'retry-after': '9' });
    const { spreadsheets, runtime } = await connect([busy, OUTLINE]);
    await spreadsheets.readOutline(ID);
    expect(runtime.sleeps).toEqual([9500]);
  });

  test('writes values again after a broken connection: twice the same is once', async () => {
    const { spreadsheets, requests } = await connect([{ reset: true }, { status: 503 }, DONE]);
    await spreadsheets.apply(ID, [WRITE]);
    expect(requests.map((request) => request.body)).toEqual([
      requests[0]?.body,
      requests[0]?.body,
      requests[0]?.body,
    ]);
  });

  test('does not add a sheet again where the lost answer was a success', async () => {
    const { spreadsheets, requests } = await connect([{ status: 503 }, { body: { sheets: sheets(0, 9) } }]);
    await spreadsheets.apply(ID, [ADD]);
    expect(requests.map((request) => request.method)).toEqual(['POST', 'GET']);
  });

  test('adds a sheet again where it is not there', async () => {
    const { spreadsheets, requests } = await connect([
      { reset: true },
      { body: { sheets: sheets(0) } },
      DONE,
    ]);
    await spreadsheets.apply(ID, [ADD]);
    expect(requests.map((request) => request.method)).toEqual(['POST', 'GET', 'POST']);
  });

  test('takes a refusal for success where the first attempt came late', async () => {
    const { spreadsheets, requests } = await connect([
      { status: 504 },
      { body: { sheets: sheets(0) } },
      vendorError(400, 'A sheet with this id already exists'),
      { body: { sheets: sheets(0, 9) } },
    ]);
    await spreadsheets.apply(ID, [ADD]);
    expect(requests).toHaveLength(4);
  });

  test('remembers through a quota that an earlier attempt may have come late', async () => {
    const { spreadsheets, requests } = await connect([
      { status: 503 },
      { body: { sheets: sheets(0) } },
      vendorError(429, 'Quota exceeded'),
      { body: { sheets: sheets(0) } },
      vendorError(400, 'A sheet with this id already exists'),
      { body: { sheets: sheets(0, 9) } },
    ]);
    await spreadsheets.apply(ID, [ADD]);
    expect(requests.map((request) => request.method)).toEqual(['POST', 'GET', 'POST', 'GET', 'POST', 'GET']);
  });

  test('takes a refusal for what it is where every attempt before was certainly not carried out', async () => {
    const { spreadsheets, requests } = await connect([
      vendorError(429, 'Quota exceeded'),
      vendorError(400, 'A sheet with this id already exists'),
    ]);
    await expect(spreadsheets.apply(ID, [ADD])).rejects.toMatchObject({ code: 'spreadsheet_refused' });
    expect(requests).toHaveLength(2);
  });

  test('does not delete a sheet again that is gone', async () => {
    const { spreadsheets, requests } = await connect([{ status: 500 }, { body: { sheets: sheets(0) } }]);
    await spreadsheets.apply(ID, [{ kind: 'delete_sheet', sheetId: 7 }]);
    expect(requests).toHaveLength(2);
  });

  test('plans a replacement anew each time, for ids and indexes may be gone', async () => {
    const standing = (protectedRanges: object[]) => ({
      body: { sheets: [{ properties: { sheetId: 7 }, protectedRanges }] },
    });
    const { spreadsheets, requests } = await connect([
      standing([{ protectedRangeId: 1 }]),
      { status: 503 },
      standing([{ protectedRangeId: 2 }]),
      DONE,
    ]);
    await spreadsheets.apply(ID, [{ kind: 'replace_sheet', sheetId: 7, layout: buildLayout() }]);
    const bodies = requests.map((request) => request.body as { requests?: object[] } | undefined);
    expect([bodies[1]?.requests?.[0], bodies[3]?.requests?.[0]]).toEqual([
      { deleteProtectedRange: { protectedRangeId: 1 } },
      { deleteProtectedRange: { protectedRangeId: 2 } },
    ]);
  });

  test('never creates a second spreadsheet after a lost answer', async () => {
    const { spreadsheets, requests } = await connect([{ status: 503 }]);
    const created = spreadsheets.create('ШНОР', { timeZone: 'Europe/Moscow' });
    await expect(created).rejects.toThrow('посмотрите в таблицу, прежде чем повторять');
    expect(requests).toHaveLength(1);
  });
});

describe('failure for good', () => {
  test.each([
    [vendorError(404, 'Requested entity was not found.'), 'spreadsheet_not_found', 'не найдена'],
    [vendorError(403, 'The caller does not have permission'), 'spreadsheet_access', 'bot@example.org'],
    [vendorError(401, 'Invalid Credentials'), 'spreadsheet_access', 'Invalid Credentials'],
    [vendorError(400, 'Invalid range'), 'spreadsheet_refused', 'Invalid range'],
    [vendorError(501, 'addChart is not supported'), 'spreadsheet_refused', 'addChart is not supported'],
    [{ body: { title: 'Другое' } }, 'spreadsheet_refused', 'ответ непохож на ответ Google Sheets'],
  ])('%j is told as %s', async (answer, code, words) => {
    const { spreadsheets, requests } = await connect([answer], { serviceAccount: 'bot@example.org' });
    const read = spreadsheets.readOutline(ID);
    await expect(read).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
    await expect(read).rejects.toHaveProperty('cause');
    expect(requests).toHaveLength(1);
  });

  test('names the sheets that are gone', async () => {
    const { spreadsheets } = await connect([vendorError(400, 'No grid with id: 8'), OUTLINE]);
    const read = spreadsheets.readValues(ID, [0, 8]);
    await expect(read).rejects.toMatchObject({ code: 'sheet_missing', sheetIds: [8] });
  });

  test('never takes an answer that is short of a sheet for a complete one', async () => {
    const { spreadsheets } = await connect([{ body: {} }]);
    await expect(spreadsheets.readValues(ID, [0])).rejects.toMatchObject({ code: 'sheet_missing' });
  });

  test('names the sheet that should be decorated and is gone', async () => {
    const { spreadsheets } = await connect([{ body: { sheets: sheets(0) } }]);
    const edit = { kind: 'decorate_sheet', sheetId: 8, layout: buildLayout() } as const;
    await expect(spreadsheets.apply(ID, [edit])).rejects.toMatchObject({ sheetIds: [8] });
  });

  test('is a matter of quota where Google asks to wait longer than the budget', async () => {
    const busy = vendorError(429, 'Quota exceeded', { 'retry-after': '600' });
    const { spreadsheets } = await connect([busy]);
    await expect(spreadsheets.apply(ID, [WRITE])).rejects.toMatchObject({
      code: 'spreadsheet_quota',
      retryAfterSeconds: 600,
    });
  });

  test.each([
    ['Invalid requests[0].deleteDeveloperMetadata: nothing matches', 'sheet_moved'],
    ['Invalid requests[3].createDeveloperMetadata: taken', 'sheet_moved'],
    ['Invalid requests[4].updateCells: beyond the last requested row of: 3', 'sheet_moved'],
    ['Unable to parse range: Школы!1:2', 'sheet_moved'],
    ['Invalid requests[4].updateCells: something else', 'spreadsheet_refused'],
  ])('of an asserted write, with %j, is told as %s', async (message, code) => {
    const { spreadsheets } = await connect([vendorError(400, message)]);
    const positions = { headerRow: 0, columns: { id: 0 } };
    const written = spreadsheets.apply(ID, [WRITE, { kind: 'assert_positions', sheetId: 0, positions }]);
    await expect(written).rejects.toMatchObject({ code });
  });

  test('names the address that does not answer, after three attempts', async () => {
    const { spreadsheets, runtime, rootUrl } = await connect([]);
    await server?.close();
    await expect(spreadsheets.readOutline(ID)).rejects.toMatchObject({
      code: 'spreadsheet_unreachable',
      message: expect.stringContaining(`${rootUrl} недоступен (соединение отклонено)`),
    });
    expect(runtime.sleeps).toHaveLength(2);
  });

  test('ends after the permitted attempts and leaves open whether a write came through', async () => {
    const script = Array.from({ length: 3 }, () => ({ status: 503 }));
    const { spreadsheets, requests } = await connect(script, { retry: { maxAttempts: 3 } });
    await expect(spreadsheets.apply(ID, [WRITE])).rejects.toThrow('Неизвестно, успела ли пройти');
    expect(requests).toHaveLength(3);
  });

  test('sends nothing that is too large for one atomic call', async () => {
    const { spreadsheets, requests } = await connect([]);
    const rows = Array.from({ length: 300 }, () => ['ю'.repeat(20_000)]);
    const edit: SheetEdit = { kind: 'append_rows', sheetId: 0, rows };
    await expect(spreadsheets.apply(ID, [edit])).rejects.toMatchObject({ code: 'spreadsheet_too_large' });
    expect(requests).toEqual([]);
  });

  test('tells of a token that cannot be had', async () => {
    const auth = async () => {
      throw new Error('key file is unreadable');
    };
    const { spreadsheets } = await connect([], { auth });
    await expect(spreadsheets.readOutline(ID)).rejects.toThrow('key file is unreadable');
  });
});
