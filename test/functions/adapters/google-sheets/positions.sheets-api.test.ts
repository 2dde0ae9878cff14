import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connectSpreadsheets } from '../../../../functions/adapters/google-sheets/connect.ts';
import type { RowSpan, SheetEdit, Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import { startSheetsApi, type SheetsApi } from '../../../../local/sheets-api/server.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';
import { createTestRuntime } from '../test-runtime.ts';
import { buildLayout } from './layouts.ts';

const SHEET = 5;
const POSITIONS = { headerRow: 0, columns: { id: 0, what: 2 } };
const ASSERT = { kind: 'assert_positions', sheetId: SHEET, positions: POSITIONS } as const;
const WRITE: SheetEdit = {
  kind: 'write_values',
  block: { sheetId: SHEET, row: 1, column: 2, values: [['проверено']] },
};
const SHOW: RowSpan[] = [{ sheetId: SHEET, title: 'Журнал', startRow: 1, endRow: 3 }];

describe('a write that asserts where the columns stand', () => {
  let folder: ReturnType<typeof makeTempFolder>;
  let api: SheetsApi;
  let spreadsheets: Spreadsheets;
  let id: string;
  beforeEach(async () => {
    folder = makeTempFolder();
    api = await startSheetsApi({ dataDir: folder.path, port: 0 });
    const runtime = createTestRuntime();
    spreadsheets = connectSpreadsheets({ rootUrl: api.url, auth: async () => undefined, runtime });
    id = await spreadsheets.create('ШНОР', { timeZone: 'Asia/Yekaterinburg' });
    await spreadsheets.apply(id, [{ kind: 'add_sheet', sheetId: SHEET, index: 0, layout: buildLayout() }]);
  });
  afterEach(async () => {
    await api.close();
    folder.remove();
  });

  const columns = (startIndex: number, endIndex: number, dimension = 'COLUMNS') => ({
    sheetId: SHEET,
    dimension,
    startIndex,
    endIndex,
  });
  /** What a person does by hand. */
  const act = async (...requests: object[]) => {
    const url = `${api.url}/v4/spreadsheets/${id}:batchUpdate`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ requests }) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const grid = async () => (await spreadsheets.readValues(id, [SHEET]))[0]?.rows;

  test('is carried out at first, and again and again while nothing moves', async () => {
    for (let time = 0; time < 3; time++) await spreadsheets.apply(id, [ASSERT, WRITE]);
    expect((await grid())?.[1]?.[2]).toBe('проверено');
    expect(await spreadsheets.readMarkers(id)).toEqual([
      { sheetId: SHEET, key: null, index: 0 },
      { sheetId: SHEET, key: 'id', index: 0 },
      { sheetId: SHEET, key: 'what', index: 2 },
    ]);
  });

  test.each([
    ['a column is inserted', { insertDimension: { range: columns(1, 2) } }],
    ['a column is moved', { moveDimension: { source: columns(2, 3), destinationIndex: 1 } }],
    ['a column on the left is deleted', { deleteDimension: { range: columns(1, 2) } }],
    ['a row is inserted above the header', { insertDimension: { range: columns(0, 1, 'ROWS') } }],
    ['the last column is deleted', { deleteDimension: { range: columns(2, 3) } }],
  ])('is refused whole where %s', async (_what, change) => {
    await spreadsheets.apply(id, [ASSERT, WRITE]);
    await act(change);
    const before = await grid();
    const other = { kind: 'rename_sheet', sheetId: SHEET, title: 'Другой' } as const;
    await expect(spreadsheets.apply(id, [ASSERT, WRITE, other])).rejects.toMatchObject({
      code: 'sheet_moved',
    });
    expect(await grid()).toEqual(before);
    expect((await spreadsheets.readOutline(id)).tabs[0]?.title).toBe('Журнал');
  });

  test('is refused where the tab is gone or has another name', async () => {
    await spreadsheets.apply(id, [{ kind: 'rename_sheet', sheetId: SHEET, title: 'Иначе' }]);
    const renamed = spreadsheets.apply(id, [ASSERT, WRITE], { show: SHOW });
    await expect(renamed).rejects.toMatchObject({ code: 'sheet_moved' });
    await spreadsheets.apply(id, [{ kind: 'delete_sheet', sheetId: SHEET }]);
    await expect(spreadsheets.apply(id, [ASSERT, WRITE])).rejects.toMatchObject({ code: 'sheet_moved' });
  });

  test('marks follow what people moved, and positions can be marked anew', async () => {
    await spreadsheets.apply(id, [ASSERT]);
    await act({ insertDimension: { range: columns(0, 1) } });
    expect((await spreadsheets.readMarkers(id)).map(({ index }) => index)).toEqual([0, 1, 3]);
    await spreadsheets.apply(id, [{ ...ASSERT, kind: 'mark_positions' }, WRITE]);
    await spreadsheets.apply(id, [ASSERT, WRITE]);
    expect((await spreadsheets.readMarkers(id)).map(({ index }) => index)).toEqual([0, 0, 2]);
  });

  test('marks of one sheet say nothing of another', async () => {
    await spreadsheets.apply(id, [ASSERT]);
    const layout = { ...buildLayout(), title: 'Второй' };
    const positions = { headerRow: 0, columns: { id: 1 } };
    await spreadsheets.apply(id, [
      { kind: 'add_sheet', sheetId: 6, index: 0, layout },
      { kind: 'mark_positions', sheetId: 6, positions },
    ]);
    await spreadsheets.apply(id, [ASSERT, { kind: 'assert_positions', sheetId: 6, positions }]);
  });

  test('costs one call, and its answer shows how the rows stand', async () => {
    await act({
      updateCells: {
        start: { sheetId: SHEET, rowIndex: 2, columnIndex: 0 },
        rows: [
          {
            values: [
              { userEnteredValue: { numberValue: 5 } },
              { userEnteredValue: { formulaValue: '=1+2' } },
            ],
          },
        ],
        fields: 'userEnteredValue',
      },
    });
    const before = api.requests();
    const seen = await spreadsheets.apply(id, [ASSERT, WRITE], { show: SHOW });
    const after = api.requests();
    expect(seen).toEqual([
      {
        sheetId: SHEET,
        startRow: 1,
        rows: [
          [buildLayout().rows[1]?.cells[0]?.value, buildLayout().rows[1]?.cells[1]?.value, 'проверено'],
          [5, undefined],
        ],
      },
    ]);
    expect(after).toEqual({ ...before, batchUpdate: (before['batchUpdate'] ?? 0) + 1 });
  });
});
