import { afterEach, describe, expect, test } from '@jest/globals';
import { connectSpreadsheets } from '../../../../../functions/adapters/google-sheets/connect.ts';
import type { SheetEdit } from '../../../../../functions/use-cases/ports/spreadsheets.ts';
import type { SheetLayout } from '../../../../../functions/workbook/layout/layout.ts';
import type { Faults } from '../../../../../local/sheets-api/faults.ts';
import { startSheetsApi } from '../../../../../local/sheets-api/server.ts';
import { inFull } from '../../../../support/long.ts';
import { makeTempFolder } from '../../../../support/temp-folder.ts';
import { createTestRuntime } from '../../test-runtime.ts';
import { buildLayout } from '../layouts.ts';

let cleanUp: (() => Promise<unknown>) | undefined;
afterEach(() => cleanUp?.());

const OLD = 5;
const NEW = 6;
const ROWS = 6_000;

/** Some 3.6 MB on the wire: Google advises 2. */
const LARGE: SheetLayout = {
  ...buildLayout(),
  title: 'Отчёт',
  rows: Array.from({ length: ROWS }, (_, row) => ({
    cells: [
      { value: `${row} ${'текст '.repeat(50)}`, style: { bold: row % 7 === 0 } },
      { value: row % 2 === 0 ? row : null, ...(row === 5000 && { link: '#gid=5&range=A2', note: 'Откуда' }) },
    ],
  })),
};

/** The swap that a report makes: the new sheet takes the title of the old one, which leaves. */
const SWAP: readonly SheetEdit[] = [
  { kind: 'delete_sheet', sheetId: OLD },
  { kind: 'add_sheet', sheetId: NEW, index: 0, layout: LARGE },
];

const WRITES: readonly string[] = ['batchUpdate', 'values.batchUpdateByDataFilter'];

function writesOf(requests: Readonly<Record<string, number>>): number {
  return WRITES.reduce((sum, method) => sum + (requests[method] ?? 0), 0);
}

async function startWorkbook() {
  const folder = makeTempFolder();
  let faults: Faults = () => undefined;
  const api = await startSheetsApi({ dataDir: folder.path, port: 0, faults: (call) => faults(call) });
  cleanUp = async () => {
    await api.close();
    folder.remove();
  };
  const spreadsheets = connectSpreadsheets({
    rootUrl: api.url,
    auth: async () => undefined,
    runtime: createTestRuntime({ random: 0.5 }),
    budget: { readsPerMinute: 1000, writesPerMinute: 1000 },
  });
  const id = await spreadsheets.create('ШНОР', { timeZone: 'Asia/Yekaterinburg' });
  const old = { ...buildLayout(), title: 'Отчёт' };
  await spreadsheets.apply(id, [{ kind: 'add_sheet', sheetId: OLD, index: 0, layout: old }]);
  const tabs = async () => {
    const outline = await spreadsheets.readOutline(id);
    return outline.tabs
      .filter(({ title }) => title.startsWith('Отчёт'))
      .map(({ sheetId, title }) => [sheetId, title]);
  };
  return { api, spreadsheets, id, tabs, strike: (next: Faults) => (faults = next) };
}

describe('a sheet too large for one batch', () => {
  test('is filled under another title in as few calls as it needs, and takes its place by the last', async () => {
    const { api, spreadsheets, id, tabs } = await startWorkbook();
    const before = writesOf(api.requests());
    await spreadsheets.apply(id, SWAP);
    // The frame, the values in two parts, the formats with the links, the swap.
    expect(writesOf(api.requests()) - before).toBe(5);
    expect(await tabs()).toEqual([[NEW, 'Отчёт']]);
    const [sheet] = await spreadsheets.readValues(id, [NEW]);
    const filled = sheet?.rows.map(([text, number = null]) => [text, number]);
    expect(filled).toEqual(LARGE.rows.map(({ cells }) => cells.map(({ value }) => value)));
    const layouts = await spreadsheets.readLayouts(id);
    const seen = layouts.find(({ title }) => title === 'Отчёт')?.rows ?? [];
    expect([seen[6], seen[7]].map((row) => row?.cells[0]?.style?.bold ?? false)).toEqual([false, true]);
    expect(seen[5000]?.cells[1]).toMatchObject({ link: '#gid=5&range=A2', note: 'Откуда' });
    expect(seen[5001]?.cells[1]?.link).toBe(undefined);
  });

  test('leaves the old one standing where a call on the way fails for good', async () => {
    const { spreadsheets, id, tabs, strike } = await startWorkbook();
    let calls = 0;
    strike(({ method }) => (WRITES.includes(method) && ++calls > 2 ? 'drop_before' : undefined));
    await expect(spreadsheets.apply(id, SWAP)).rejects.toMatchObject({ code: 'spreadsheet_unreachable' });
    strike(() => undefined);
    expect(await tabs()).toEqual([
      [NEW, 'Отчёт (записывается)'],
      [OLD, 'Отчёт'],
    ]);
  });

  // Of values, and of the swap.
  test.each(inFull([1, 2, 3, 4, 5], [2, 5]))(
    'is whole where the answer to call %i is lost after it was applied',
    async (lost) => {
      const { spreadsheets, id, tabs, strike } = await startWorkbook();
      let calls = 0;
      strike(({ method }) => (WRITES.includes(method) && ++calls === lost ? 'drop_after' : undefined));
      await spreadsheets.apply(id, SWAP);
      strike(() => undefined);
      expect(await tabs()).toEqual([[NEW, 'Отчёт']]);
      const [sheet] = await spreadsheets.readValues(id, [NEW]);
      expect(sheet?.rows).toHaveLength(ROWS);
    },
  );
});
