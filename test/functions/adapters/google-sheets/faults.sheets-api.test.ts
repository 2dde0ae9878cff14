import { afterEach, describe, expect, test } from '@jest/globals';
import {
  connectSpreadsheets,
  type SpreadsheetsOptions,
} from '../../../../functions/adapters/google-sheets/connect.ts';
import type { SheetEdit } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import type { Fault, Faults } from '../../../../local/sheets-api/faults.ts';
import { startSheetsApi } from '../../../../local/sheets-api/server.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { createTestRuntime } from '../test-runtime.ts';
import { buildLayout } from './layouts.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import { startScriptedServer, type ScriptedAnswer } from './scripted-server.ts';

let cleanUp: (() => Promise<unknown>) | undefined;
afterEach(() => cleanUp?.());

const SHEET = 5;
const READ = 'values.batchGetByDataFilter';
const WRITE = 'batchUpdate';
const PAGE = '<!doctype html><title>502</title><h1>Bad Gateway</h1>';

/** Every way in which a call can go wrong on its way, whether it was carried out or not. */
const TROUBLES: readonly (readonly [string, Fault])[] = [
  ['503 before it was applied', { status: 503, when: 'before' }],
  ['503 after it was applied', { status: 503, when: 'after' }],
  ['silence before it was applied', 'hang_before'],
  ['silence after it was applied', 'hang_after'],
  ['a connection reset before it was applied', 'drop_before'],
  ['a connection reset after it was applied', 'drop_after'],
  ['an answer cut in the middle', 'cut'],
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' }, when: 'before' }],
  ['429 without Retry-After', { status: 429, when: 'before' }],
  ['the page of a proxy instead of an error', { status: 502, page: PAGE, when: 'after' }],
  ['the page of a proxy instead of an answer', { status: 200, page: PAGE, when: 'after' }],
];

/** The real client against the stand-in over HTTP, with a sheet of three rows; the faults strike from then on. */
async function startWorkbook(options: Partial<SpreadsheetsOptions> = {}) {
  const folder = makeTempFolder();
  let faults: Faults = () => undefined;
  const api = await startSheetsApi({
    dataDir: folder.path,
    port: 0,
    faults: (call) => faults(call),
  });
  cleanUp = async () => {
    await api.close();
    folder.remove();
  };
  const runtime = createTestRuntime({ random: 0.5 });
  const to = { rootUrl: api.url, auth: async () => undefined, runtime };
  // Nothing strikes yet: on a busy machine a short patience would.
  const patient = connectSpreadsheets(to);
  const id = await patient.create('ШНОР', { timeZone: 'Asia/Yekaterinburg' });
  await patient.apply(id, [{ kind: 'add_sheet', sheetId: SHEET, index: 0, layout: buildLayout() }]);
  const spreadsheets = connectSpreadsheets({ ...to, timeoutMs: 60_000, ...options });
  const strike = (method: string, fault: Fault, times = 1) => {
    let left = times;
    faults = (call) => (call.method === method && left-- > 0 ? fault : undefined);
  };
  const rows = async () => (await spreadsheets.readValues(id, [SHEET]))[0]?.rows;
  return { api, spreadsheets, id, runtime, strike, rows };
}

/** Only silence is not waited out. */
function facing(fault: Fault): Partial<SpreadsheetsOptions> {
  return fault === 'hang_before' || fault === 'hang_after' ? { timeoutMs: 600 } : {};
}

const write = (...values: Cell[][]): SheetEdit => ({
  kind: 'write_values',
  block: { sheetId: SHEET, row: 1, column: 0, values },
});

describe('a read that meets trouble', () => {
  test.each(TROUBLES)('%s: is made again and gives the whole sheet', async (_name, fault) => {
    const { spreadsheets, id, strike, rows } = await startWorkbook(facing(fault));
    await spreadsheets.apply(id, [write(['r1', 46_000, 'беседа'.repeat(500)])]);
    const before = await rows();
    strike(READ, fault);
    expect(await rows()).toEqual(before);
    expect(before).toHaveLength(2);
  });

  test.each(TROUBLES)('%s, again and again: is an error and never an empty sheet', async (_name, fault) => {
    const { strike, rows } = await startWorkbook({ ...facing(fault), retry: { maxAttempts: 2 } });
    strike(READ, fault, 100);
    await expect(rows()).rejects.toMatchObject({
      code: expect.stringMatching(/^spreadsheet_(unreachable|quota)$/),
    });
  });
});

describe('a write that meets trouble', () => {
  test.each(TROUBLES)('%s: stands once', async (_name, fault) => {
    const { spreadsheets, id, strike, rows } = await startWorkbook(facing(fault));
    const assertion: SheetEdit = {
      kind: 'assert_positions',
      sheetId: SHEET,
      positions: { headerRow: 0, columns: { id: 0, what: 2 } },
    };
    strike(WRITE, fault);
    await spreadsheets.apply(id, [assertion, write(['r9', 46_500, 'беседа'])]);
    expect(await rows()).toEqual([
      ['ID', 'Дата', 'Что'],
      ['r9', 46_500, 'беседа'],
    ]);
  });

  test.each(TROUBLES)('%s: a sheet is added once', async (_name, fault) => {
    const { spreadsheets, id, strike } = await startWorkbook(facing(fault));
    strike(WRITE, fault);
    const layout = { ...buildLayout(), title: 'Второй' };
    await spreadsheets.apply(id, [{ kind: 'add_sheet', sheetId: 6, index: 0, layout }]);
    expect((await spreadsheets.readOutline(id)).tabs.map(({ sheetId }) => sheetId)).toHaveLength(3);
  });

  test.each(TROUBLES)('%s: rows are appended once, or it is said that nobody knows', async (_name, fault) => {
    const { spreadsheets, id, strike, rows } = await startWorkbook(facing(fault));
    const before = (await rows())?.length ?? 0;
    strike(WRITE, fault);
    const appended = spreadsheets.apply(id, [{ kind: 'append_rows', sheetId: SHEET, rows: [['r7']] }]);
    const message = await appended.then(
      () => 'done',
      (error: Error) => error.message,
    );
    expect((await rows())?.length).toBeLessThanOrEqual(before + 1);
    expect(message).toMatch(/^done$|Неизвестно, успела ли пройти последняя запись/);
  });
});

describe('waiting', () => {
  test('is as long as Retry-After says, and shorter where nothing is said', async () => {
    const { runtime, strike, rows } = await startWorkbook();
    strike(READ, { status: 429, headers: { 'retry-after': '7' }, when: 'before' });
    await rows();
    strike(READ, { status: 429, when: 'before' });
    await rows();
    expect(runtime.sleeps).toEqual([7500, 500]);
  });
});

describe('an answer of the wrong form', () => {
  const answers: readonly (readonly [string, ScriptedAnswer])[] = [
    ['without valueRanges', { body: {} }],
    [
      'with one sheet of two',
      {
        body: {
          valueRanges: [{ valueRange: { range: 'A!A1' }, dataFilters: [{ gridRange: { sheetId: 7 } }] }],
        },
      },
    ],
    ['without a range', { body: { valueRanges: [{ dataFilters: [{ gridRange: { sheetId: 7 } }] }] } }],
    ['that is a text', { body: 'a web page' }],
    ['that is nothing', { body: null }],
  ];

  test.each(answers)('%s is an error and never an empty sheet', async (_name, answer) => {
    const server = await startScriptedServer(Array.from({ length: 3 }, () => answer));
    cleanUp = () => server.close();
    const { rootUrl } = server;
    const retry = { maxAttempts: 2 };
    const spreadsheets = connectSpreadsheets({
      rootUrl,
      auth: async () => undefined,
      runtime: createTestRuntime(),
      retry,
    });
    await expect(spreadsheets.readValues('book', [7, 8])).rejects.toHaveProperty('code');
  });
});

describe('every call', () => {
  test('asks for gzip and for a masked answer, and gets both', async () => {
    const { api, spreadsheets, id } = await startWorkbook();
    const proxy = await startRecordingProxy(api.url);
    const through = connectSpreadsheets({ rootUrl: proxy.url, auth: async () => undefined });
    await spreadsheets.apply(id, [write(['r1', 1, 'я'.repeat(2000)])]);
    const show = [{ sheetId: SHEET, title: 'Журнал', startRow: 1, endRow: 2 }];
    await through.readOutline(id);
    await through.readValues(id, [SHEET]);
    await through.readLayouts(id);
    await through.readMarkers(id);
    const positions = { headerRow: 0, columns: { id: 0 } };
    await through.apply(id, [{ kind: 'mark_positions', sheetId: SHEET, positions }, write(['r2'])], { show });
    await through.apply(id, [{ kind: 'decorate_sheet', sheetId: SHEET, layout: buildLayout() }]);
    await through.create('Вторая', { timeZone: 'Europe/Moscow' });
    await proxy.close();
    expect(proxy.calls).toHaveLength(9);
    for (const { url, headers } of proxy.calls) {
      expect(new URL(url, api.url).searchParams.get('fields')).toBeTruthy();
      expect(headers['accept-encoding']).toBe('gzip');
      expect(headers['user-agent']).toContain('gzip');
    }
    expect(proxy.calls.filter(({ encoding }) => encoding === 'gzip').length).toBeGreaterThan(1);
  });
});
