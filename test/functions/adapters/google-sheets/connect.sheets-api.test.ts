import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectSpreadsheets } from '../../../../functions/adapters/google-sheets/connect.ts';
import type { SheetEdit } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import type { CellStyle, SheetLayout } from '../../../../functions/workbook/layout/layout.ts';
import type { Faults } from '../../../../local/sheets-api/faults.ts';
import { startSheetsApi } from '../../../../local/sheets-api/server.ts';
import { createTestRuntime } from '../test-runtime.ts';
import { buildLayout } from './layouts.ts';

let cleanUp: (() => Promise<void>) | undefined;
afterEach(() => cleanUp?.());

/** The real client against the stand-in, with a new spreadsheet. */
async function startWorkbook(faults?: Faults) {
  const dataDir = await mkdtemp(join(tmpdir(), 'shnor-sheets-'));
  const api = await startSheetsApi({ dataDir, port: 0, ...(faults && { faults }) });
  cleanUp = async () => {
    await api.close();
    await rm(dataDir, { recursive: true });
  };
  const spreadsheets = connectSpreadsheets({
    rootUrl: api.url,
    auth: async () => undefined,
    runtime: createTestRuntime(),
  });
  const id = await spreadsheets.create('ШНОР', { timeZone: 'Asia/Yekaterinburg' });
  const apply = (...edits: SheetEdit[]) => spreadsheets.apply(id, edits);
  const readLayout = async (title: string): Promise<SheetLayout | undefined> =>
    (await spreadsheets.readLayouts(id)).find((layout) => layout.title === title);
  return { api, spreadsheets, id, apply, readLayout };
}

const JOURNAL = { kind: 'add_sheet', sheetId: 5, index: 0, layout: buildLayout() } as const;

/** What reading gives for `buildLayout()`: each cell tells the style of its column itself. */
function seen(layout: SheetLayout): SheetLayout {
  const [header, ...body] = layout.rows;
  const cells = body.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const style = layout.columnStyles[column];
      return style ? { ...cell, style: { ...style, ...cell.style } } : cell;
    }),
  }));
  return { ...layout, rows: header ? [header, ...cells] : [] };
}

describe('Google Sheets adapter on the stand-in', () => {
  test('adds a sheet that reads back as it was laid out', async () => {
    const { apply, readLayout } = await startWorkbook();
    await apply(JOURNAL);
    expect(await readLayout('Журнал')).toEqual(seen(buildLayout()));
  });

  test('reads every style back as it was laid out', async () => {
    const { apply, readLayout } = await startWorkbook();
    const styles: CellStyle[] = [
      { bold: true, italic: true, size: 14, colour: '#990000', background: '#fff2cc' },
      { wrap: false, align: 'right', verticalAlign: 'middle', border: true, format: 'percent' },
      { wrap: true, align: 'left', verticalAlign: 'top', format: 'text' },
      { format: 'integer' },
      { format: 'date_time' },
    ];
    const rows = [{ cells: styles.map((style) => ({ value: 1, style })) }];
    const layout = buildLayout({ rows, frozenRows: 0, columnStyles: [], columnWidths: [9, 9, 9, 9, 9] });
    await apply({ ...JOURNAL, layout });
    expect((await readLayout('Журнал'))?.rows).toEqual(rows);
  });

  test('outlines the tabs in their order', async () => {
    const { apply, spreadsheets, id } = await startWorkbook();
    await apply(JOURNAL, { kind: 'rename_sheet', sheetId: 5, title: 'Журнал 2026' });
    const { title, timeZone, tabs } = await spreadsheets.readOutline(id);
    expect([title, timeZone, tabs[0]]).toEqual([
      'ШНОР',
      'Asia/Yekaterinburg',
      { sheetId: 5, title: 'Журнал 2026', index: 0, rowCount: 5, columnCount: 3 },
    ]);
  });

  test('writes values beside formats, reads them typed, and empties a cell with null', async () => {
    const { apply, spreadsheets, id, readLayout } = await startWorkbook();
    const values = [
      ['r2', 46_010.5, '=A1'],
      ['r3', null, '-7'],
    ];
    await apply(JOURNAL, { kind: 'write_values', block: { sheetId: 5, row: 1, column: 0, values } });
    const [sheet] = await spreadsheets.readValues(id, [5]);
    expect(sheet).toMatchObject({
      sheetId: 5,
      title: 'Журнал',
      columnCount: 3,
      rows: [
        ['ID', 'Дата', 'Что'],
        ['r2', 46_010.5, '=A1'],
        ['r3', null, '-7'],
      ],
    });
    const layout = await readLayout('Журнал');
    expect(layout?.rows[1]?.cells[1]?.style).toEqual({ format: 'date', align: 'center' });
  });

  test('reads all sheets in one call and a hole in the middle as empty cells', async () => {
    const { api, apply, spreadsheets, id } = await startWorkbook();
    const block = { sheetId: 5, row: 4, column: 1, values: [['последняя']] };
    await apply(JOURNAL, { kind: 'write_values', block });
    const sheetId = (await spreadsheets.readOutline(id)).tabs[1]?.sheetId ?? 0;
    const before = total(api.requests());
    const sheets = await spreadsheets.readValues(id, [sheetId, 5]);
    expect(total(api.requests()) - before).toBe(1);
    expect(sheets.map((sheet) => sheet.rows.length)).toEqual([0, 5]);
    expect(sheets[1]?.rows.slice(2)).toEqual([[], [], [null, 'последняя']]);
  });

  test('names a sheet that is gone', async () => {
    const { spreadsheets, id } = await startWorkbook();
    await expect(spreadsheets.readValues(id, [77])).rejects.toMatchObject({ sheetIds: [77] });
  });

  test('replaces a sheet by exactly the new layout, whatever stood there', async () => {
    const { apply, readLayout } = await startWorkbook();
    const merges = [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 2 }];
    await apply({ ...JOURNAL, layout: buildLayout({ merges, frozenColumns: 0 }) });
    const layout: SheetLayout = {
      ...buildLayout(),
      title: 'Контроль',
      columnWidths: [120, 60],
      rows: [{ cells: [{ value: 'Замечаний нет', style: { italic: true } }] }],
      frozenRows: 0,
      frozenColumns: 0,
      spareRows: 0,
      columnStyles: [],
      validations: [],
      conditionalRules: [],
      protections: [{ range: { startRow: 0, startColumn: 0 }, description: 'Лист программы' }],
      print: { landscape: true, repeatRows: 0, pagesWide: 1 },
    };
    await apply({ kind: 'replace_sheet', sheetId: 5, layout });
    expect(await readLayout('Контроль')).toEqual(layout);
    await apply({ kind: 'replace_sheet', sheetId: 5, layout });
    expect(await readLayout('Контроль')).toEqual(layout);
  });

  test('refills a sheet in one call: other rows, the same rules and widths', async () => {
    const { api, apply, readLayout } = await startWorkbook();
    await apply(JOURNAL);
    const rows = [
      { cells: [{ value: 'Один' }] },
      { cells: [{ value: 'Два' }] },
      { cells: [{ value: 'Три' }] },
    ];
    const layout = { ...buildLayout(), columnWidths: [1, 2, 3], rows, frozenRows: 1, spareRows: 0 };
    const before = total(api.requests());
    await apply({ kind: 'refill_sheet', sheetId: 5, layout: { ...layout, columnStyles: [] } });
    expect(total(api.requests()) - before).toBe(1);
    expect(await readLayout('Журнал')).toEqual({
      ...buildLayout(),
      rows,
      spareRows: 0,
      columnStyles: [],
    });
  });

  test('decorates twice as once and leaves what was typed', async () => {
    const { apply, readLayout } = await startWorkbook();
    await apply({ ...JOURNAL, layout: { ...buildLayout(), protections: [], conditionalRules: [] } });
    const block = { sheetId: 5, row: 1, column: 0, values: [['r9', 46_500, 'беседа']] };
    const decorate = { kind: 'decorate_sheet', sheetId: 5, layout: buildLayout() } as const;
    await apply(
      { kind: 'write_values', block },
      { kind: 'rename_sheet', sheetId: 5, title: 'Мой' },
      decorate,
    );
    const once = await readLayout('Мой');
    await apply(decorate);
    const twice = await readLayout('Мой');
    expect(twice).toEqual(once);
    expect(once?.protections).toEqual(buildLayout().protections);
    expect(once?.conditionalRules).toEqual(buildLayout().conditionalRules);
    expect(once?.rows[1]?.cells.map((cell) => cell.value)).toEqual(['r9', 46_500, 'беседа']);
  });

  test('swaps a report in one atomic batch: a refused edit undoes all others', async () => {
    const { apply, spreadsheets, id } = await startWorkbook();
    const swap = apply(JOURNAL, { kind: 'delete_sheet', sheetId: 404 });
    await expect(swap).rejects.toMatchObject({ code: 'spreadsheet_refused' });
    expect((await spreadsheets.readOutline(id)).tabs).toHaveLength(1);
  });

  test('adds a sheet once although the answer to its addition was lost', async () => {
    const { api, apply, readLayout } = await startWorkbook(({ method, n }) =>
      method === 'batchUpdate' && n === 1 ? 'drop_after' : undefined,
    );
    await apply(JOURNAL);
    expect(await readLayout('Журнал')).toEqual(seen(buildLayout()));
    expect(api.requests()['batchUpdate']).toBe(1);
  });
});

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
