import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RowId } from '../../../../functions/domain/records/worksheet-key.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import type { StoredRow } from '../../../../functions/use-cases/stored/rows/row.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { layoutWorksheet } from '../../../../functions/workbook/table/look/worksheet-layout.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

const NOTHING = { create: 0, update: 0, delete: 0, restore: 0 };

/** Promises 4 and 6: what people rearrange stays theirs, and stays known. */
describe('a workbook that people rearrange', () => {
  let office: Office;
  let book: Book;
  const sync = () =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  const stored = async (): Promise<ReadonlyMap<RowId, StoredRow>> => {
    const nextNumber = (await book.head()).nextNumbers.acts;
    return readRows(office.deps.store, book.workbookId, { worksheet: 'acts', nextNumber });
  };
  const contents = async () => [...(await stored())].map(([id, { cells }]) => [id, cells]);
  const control = async () => JSON.stringify(await book.grid('control'));
  const put = (row: number, column: number, values: readonly (readonly Cell[])[]) =>
    office.spreadsheets.apply(book.workbookId, [
      { kind: 'write_values', block: { sheetId: book.sheetIds.acts, row, column, values } },
    ]);
  /** The whole sheet with each row changed; a row that becomes shorter leaves blanks. */
  const rearrange = async (change: (row: readonly Cell[]) => readonly Cell[]) => {
    const grid = await book.grid('acts');
    const width = Math.max(...grid.map((row) => row.length)) + 2;
    const pad = (row: readonly Cell[]) => Array.from({ length: width }, (_, index) => row[index] ?? null);
    const values = grid.map((row) => pad(change(pad(row))));
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'append_columns', sheetId: book.sheetIds.acts, count: 3 },
    ]);
    await put(0, 0, values);
  };

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    for (const number of [1, 2, 3])
      await book.type('acts', number + 1, { kind: 'приказ', number: `${number}-п`, date: '01.11.2026' });
    await sync();
  });
  afterAll(() => office.close());

  test('a renamed tab stays ours, and a copy of it is the staff’s own', async () => {
    const before = await contents();
    const rows = (await book.grid('acts')).map((row) => ({ cells: row.map((value) => ({ value })) }));
    const layout = { ...layoutWorksheet(WORKSHEETS.acts, []), rows, title: 'Внешние акты' };
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'rename_sheet', sheetId: book.sheetIds.acts, title: 'Акты 2026' },
      { kind: 'add_sheet', sheetId: 77, index: 0, layout },
    ]);
    expect((await sync()).status).toBe('unchanged');
    await book.type('acts', 2, { issuer: 'МОиН' });
    expect((await sync()).counts).toEqual({ ...NOTHING, update: 1 });
    expect(await contents()).toEqual(
      before.map(([id, cells], index) => [id, index === 0 ? { ...Object(cells), issuer: 'МОиН' } : cells]),
    );
  });

  test('a moved and a renamed column are bound by their headers', async () => {
    const before = await contents();
    await rearrange(([id, ...rest]) => [rest[1] ?? null, rest[0] ?? null, id ?? null, ...rest.slice(2)]);
    expect((await sync()).counts).toEqual(NOTHING);
    expect(await contents()).toEqual(before);
  });

  test('a doubled column keeps what is typed in both, and «Контроль» says which one counts', async () => {
    const at = columnOf('acts', 'number');
    await rearrange((row) => [...row.slice(0, at + 1), row[at] ?? null, ...row.slice(at + 1, -1)]);
    expect((await sync()).counts.update).toBe(3);
    expect(await control()).toContain('Столбец «Номер акта» стоит на листе дважды');
    await put(1, at + 1, [['только справа']]);
    await sync();
    const [first] = [...(await stored()).values()];
    expect(first?.cells).toMatchObject({ number: '1-п', 'x:Номер акта': 'только справа' });
  });

  test('what was typed beside the table is kept with its row, and its clearing too', async () => {
    await rearrange((row) => row);
    const beside = WORKSHEETS.acts.columns.length + 1;
    await put(2, beside, [['спросить в МОиН']]);
    expect((await sync()).counts).toEqual({ ...NOTHING, update: 1 });
    const texts = async () => [...(await stored()).values()].map(({ cells }) => Object.values(cells));
    expect((await texts()).flat()).toContain('спросить в МОиН');
    await put(2, beside, [[null]]);
    expect((await sync()).counts).toEqual({ ...NOTHING, update: 1 });
    expect((await texts()).flat()).not.toContain('спросить в МОиН');
  });

  test('a header pasted among the rows is left alone', async () => {
    const header = [...((await book.grid('acts'))[0] ?? [])];
    await put(6, 0, [header]);
    expect((await sync()).counts).toEqual(NOTHING);
    expect((await book.grid('acts'))[6]).toEqual(header);
  });

  test('with the id column gone the sheet waits; provisioning adds it, and every row gets its own id again', async () => {
    const before = await contents();
    await rearrange((row) => row.toSpliced(columnOf('acts', 'id'), 1));
    await sync();
    expect(await contents()).toEqual(before);
    await provisionWorkbook(office.deps, {
      workbookId: book.workbookId,
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: {},
    });
    expect((await sync()).counts).toEqual(NOTHING);
    expect(await contents()).toEqual(before);
    const ids = (await book.grid('acts')).flat().filter((cell) => before.some(([id]) => id === cell));
    expect(ids).toEqual(before.map(([id]) => id));
  });
});
