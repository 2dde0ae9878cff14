import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { connectSpreadsheets } from '../../functions/adapters/google-sheets/connect.ts';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import type { CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { StaffWorksheetKey } from '../../functions/domain/records/worksheet-key.ts';
import type { Spreadsheets } from '../../functions/use-cases/ports/spreadsheets.ts';
import { provisionWorkbook } from '../../functions/use-cases/provision/provision-workbook.ts';
import type { Dependencies } from '../../functions/use-cases/ports/dependencies.ts';
import { readHead, type Head } from '../../functions/use-cases/stored/head/head.ts';
import { WORKSHEETS } from '../../functions/workbook/worksheets/index.ts';
import type { Cell } from '../../functions/workbook/layout/layout.ts';
import type { Spreadsheet } from '../../local/sheets-api/model/types.ts';
import { startSheetsApi, type SheetsApi } from '../../local/sheets-api/server.ts';
import type { Storage } from '../../local/sheets-api/storage.ts';
import { countStore, type CountingStore } from './counting-store.ts';
import { makeTempFolder } from './temp-folder.ts';

export const COORDINATOR = 'coordinator@example.ru';
export const NOW = '2026-11-23T06:00:00.000Z';
export const TODAY: CalendarDate = '2026-11-23';

/** Real parts: the stand-in over HTTP, its spreadsheets in memory; the real client; SQLite on disk. */
export interface Office {
  readonly deps: Dependencies;
  readonly spreadsheets: Spreadsheets;
  readonly api: SheetsApi;
  readonly counting: CountingStore;
  readonly folder: string;
  /** A provisioned workbook for 2026. */
  provision(): Promise<Book>;
  /** Makes a new book at each call like this one as it stands now, which was never synchronised. */
  copy(book: Book): Promise<() => Promise<Book>>;
  close(): Promise<void>;
}

/** What a person does in a workbook, and what they see there. */
export interface Book {
  readonly workbookId: string;
  readonly head: () => Promise<Head>;
  readonly sheetIds: Head['sheetIds'];
  /** Types cells by column key into a row (as people count: the first row under the header is 2). */
  type(sheet: StaffWorksheetKey, row: number, cells: Readonly<Record<string, Cell>>): Promise<void>;
  /** All cells of a row by column key. */
  see(sheet: StaffWorksheetKey, row: number): Promise<Readonly<Record<string, Cell>>>;
  /** The whole grid of a sheet. */
  grid(sheet: keyof Head['sheetIds']): Promise<readonly (readonly Cell[])[]>;
}

export async function openOffice(now: string = NOW): Promise<Office> {
  const folder = makeTempFolder();
  const storage = keepInMemory();
  const api = await startSheetsApi({ dataDir: folder.path, storage, port: 0 });
  const spreadsheets = connectSpreadsheets({
    rootUrl: api.url,
    auth: async () => 'test',
    budget: { readsPerMinute: 100_000, writesPerMinute: 100_000 },
  });
  const counting = countStore(openSqliteStore(join(folder.path, 'store.sqlite')));
  const deps = { store: counting.store, spreadsheets, clock: { now: () => now }, pause: async () => {} };
  const copy = copier(deps, storage);
  return {
    deps,
    spreadsheets,
    api,
    counting,
    folder: folder.path,
    provision: provisionOnce(deps, copy),
    copy,
    close: async () => {
      await deps.store.close();
      await api.close();
      folder.remove();
    },
  };
}

/** Of a server that is never started again nobody reads the file, and writing it is a tenth of a suite's time. */
function keepInMemory(): Storage {
  const books = new Map<string, Spreadsheet>();
  return {
    read: (id) => books.get(id),
    save: (after) => void books.set(after.id, after),
    close: () => {
      books.clear();
    },
  };
}

/** Provisioning takes longer than most that is tested in the book: the first is made, all others are its copies. */
function provisionOnce(deps: Dependencies, copy: Office['copy']): Office['provision'] {
  let first: (() => Promise<Book>) | undefined;
  return async () => {
    if (first) return first();
    const book = await openBook(deps, await provisionBook(deps));
    first = await copy(book);
    return book;
  };
}

/** Of a book that was never synchronised the store has the head alone. */
function copier(deps: Dependencies, storage: Storage): Office['copy'] {
  return async ({ workbookId }) => {
    const spreadsheet = storage.read(workbookId);
    const [head] = await deps.store.getMany([`workbooks/${workbookId}`]);
    if (!spreadsheet || head?.data['revision'] !== 0) throw new Error('not a book that nobody synchronised');
    return async () => {
      const id = `1${randomBytes(33).toString('base64url').slice(1)}`;
      storage.save({ ...spreadsheet, id });
      await deps.store.commit([
        { kind: 'put', key: `workbooks/${id}`, data: head.data, ifVersion: 'absent' },
      ]);
      return openBook(deps, id);
    };
  };
}

async function provisionBook(deps: Dependencies): Promise<string> {
  const { workbookId } = await provisionWorkbook(deps, {
    title: 'ШНОР',
    timeZone: 'Asia/Yekaterinburg',
    today: TODAY,
    members: { [COORDINATOR]: 'municipal_coordinator' },
  });
  return workbookId;
}

export async function openBook(deps: Dependencies, workbookId: string): Promise<Book> {
  const head = async () => {
    const stored = await readHead(deps.store, workbookId);
    if (!stored) throw new Error('the workbook was not provisioned');
    return stored.head;
  };
  const { sheetIds } = await head();
  const grid: Book['grid'] = async (sheet) => {
    const [values] = await deps.spreadsheets.readValues(workbookId, [sheetIds[sheet]]);
    return values?.rows ?? [];
  };
  return {
    workbookId,
    head,
    sheetIds,
    grid,
    type: async (sheet, row, cells) => {
      const edits = Object.entries(cells).map(([key, value]) => ({
        kind: 'write_values' as const,
        block: { sheetId: sheetIds[sheet], row: row - 1, column: columnOf(sheet, key), values: [[value]] },
      }));
      await deps.spreadsheets.apply(workbookId, edits);
    },
    see: async (sheet, row) => {
      const cells = (await grid(sheet))[row - 1] ?? [];
      return Object.fromEntries(
        WORKSHEETS[sheet].columns.map(({ key }, index) => [key, cells[index] ?? null]),
      );
    },
  };
}

/** The cells by column key as a whole row of the sheet has them. */
export function rowOf(sheet: StaffWorksheetKey, cells: Readonly<Record<string, Cell>>): Cell[] {
  return WORKSHEETS[sheet].columns.map(({ key }) => cells[key] ?? null);
}

export function columnOf(sheet: StaffWorksheetKey, key: string): number {
  const index = WORKSHEETS[sheet].columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`no column ${key} on ${sheet}`);
  return index;
}
