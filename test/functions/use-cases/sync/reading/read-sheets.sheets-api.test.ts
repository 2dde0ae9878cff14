import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Spreadsheets } from '../../../../../functions/use-cases/ports/spreadsheets.ts';
import {
  readSheets,
  parseTables,
  type SheetRead,
  type SheetsRead,
} from '../../../../../functions/use-cases/sync/reading/read-sheets.ts';
import {
  SheetMissingError,
  SpreadsheetUnreachableError,
} from '../../../../../functions/use-cases/ports/spreadsheet-errors.ts';
import { readRows } from '../../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../../functions/use-cases/sync/reconcile.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../../support/office.ts';

/** Promise 3: a failed or partial read is not an empty sheet. */
describe('a read of the sheets', () => {
  let office: Office;
  let book: Book;
  const broken = (readValues: Spreadsheets['readValues']): Spreadsheets => ({
    ...office.spreadsheets,
    readValues,
  });
  const read = async (spreadsheets: Spreadsheets): Promise<SheetsRead> =>
    readSheets(spreadsheets, book.workbookId, await book.head());
  const sync = (spreadsheets: Spreadsheets) =>
    syncWorkbook(
      { ...office.deps, spreadsheets },
      { workbookId: book.workbookId, by: COORDINATOR, today: TODAY },
    );
  const measures = async () => {
    const nextNumber = (await book.head()).nextNumbers.regulation;
    return readRows(office.deps.store, book.workbookId, { worksheet: 'regulation', nextNumber });
  };

  const unreachable = async (): Promise<never> => {
    throw new SpreadsheetUnreachableError({ address: 'сервис', reason: 'обрыв', maybeApplied: false });
  };
  /** An answer that lacks the last sheet although its tab stands. */
  const cutShort: Spreadsheets['readValues'] = async (id, sheetIds) => {
    throw new SheetMissingError(id, sheetIds.slice(-1));
  };

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await sync(office.spreadsheets);
  });
  afterAll(() => office.close());

  test.each<[string, Spreadsheets['readValues'], string]>([
    ['that failed', unreachable, 'spreadsheet_unreachable'],
    ['that was cut short while all tabs stand', cutShort, 'sheet_missing'],
  ])('%s is an error, and the store stays as it was', async (_, readValues, code) => {
    const before = [await measures(), await book.head()];
    await expect(read(broken(readValues))).rejects.toMatchObject({ code });
    await expect(sync(broken(readValues))).rejects.toMatchObject({ code });
    expect([await measures(), await book.head()]).toEqual(before);
  });

  test('without a tab names it as vanished, with the place and title that it may have again', async () => {
    const ids = book.sheetIds;
    const gone = new Set([ids.journal, ids.control]);
    const spreadsheets: Spreadsheets = {
      ...office.spreadsheets,
      readOutline: async (id) => {
        const outline = await office.spreadsheets.readOutline(id);
        return { ...outline, tabs: outline.tabs.filter(({ sheetId }) => !gone.has(sheetId)) };
      },
      readValues: async (id, sheetIds) => {
        const missing = sheetIds.filter((sheetId) => gone.has(sheetId));
        if (missing.length > 0) throw new SheetMissingError(id, missing);
        return office.spreadsheets.readValues(id, sheetIds);
      },
    };
    const sheets = await read(spreadsheets);
    expect([sheets.journal, sheets.control, sheets.schools.kind]).toEqual([
      { kind: 'vanished', sheetId: ids.journal, tab: { title: 'Журнал', index: 11 } },
      { kind: 'vanished', sheetId: ids.control, tab: { title: 'Контроль', index: 0 } },
      'complete',
    ]);
    const tables = parseTables(sheets, {});
    expect([tables.journal.kind, tables.schools.kind]).toEqual(['vanished', 'complete']);
  });

  test('is of a type that has rows only where it is complete', () => {
    const rowsOf = (sheet: SheetRead) => {
      // @ts-expect-error a sheet that vanished has no rows, so none can be taken for deleted
      const { rows } = sheet;
      return rows;
    };
    expect(rowsOf({ kind: 'vanished', sheetId: 1, tab: { title: 'Журнал', index: 0 } })).toBeUndefined();
  });
});
