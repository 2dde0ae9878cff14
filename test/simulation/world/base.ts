import { connectSpreadsheets } from '../../../functions/adapters/google-sheets/connect.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { StoredDocument } from '../../../functions/use-cases/ports/store.ts';
import { provisionWorkbook } from '../../../functions/use-cases/provision/provision-workbook.ts';
import type { JsonObject } from '../../../functions/use-cases/ports/store.ts';
import { headKey, readHead, type Head } from '../../../functions/use-cases/stored/head/head.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync/reconcile.ts';
import { runMonitoring } from '../../../functions/use-cases/monitor/run-monitoring.ts';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Cell as Value } from '../../../functions/workbook/layout/layout.ts';
import type { Cell, Row, Sheet, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { BASE_ROWS } from './base-rows.ts';
import { createMemoryApi } from './memory-api.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { asLaidOutBefore, OLD_LAYOUT } from './old-layout.ts';
import { columnTag, rowTag } from './tags.ts';

export const COORDINATOR = 'coordinator@example.ru';
export const START = Date.parse('2026-11-23T06:00:00.000Z');

/** What every run of a kind starts with. */
export interface Base {
  readonly book: Spreadsheet;
  readonly documents: ReadonlyMap<string, StoredDocument>;
  readonly sheetIds: Head['sheetIds'];
  /** The next free numbers of rows and tokens. */
  readonly nextRow: number;
  readonly nextToken: number;
}

interface Beginning {
  readonly isSettled: boolean;
  /** Laid out by the program before this order of columns. */
  readonly isOld?: boolean;
}

/** Rows below the last that is filled: room to type, and little to read. */
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 4;

/**
 * A small workbook, provisioned by the real use case and filled as staff would. Formats, rules and protections are
 * left out: nothing that is looked at here depends on them. `isSettled`: the functions have seen it already.
 */
export async function makeBase({ isSettled, isOld }: Beginning): Promise<Base> {
  let book: Spreadsheet | undefined;
  let nextId = 1;
  const newId = (kind: string) => (kind === 'spreadsheet' ? 'simulated-workbook' : String(nextId++));
  const api = createMemoryApi(
    {
      read: () => book,
      save: (after) => (book = after),
      around: () => ({ now: new Date(START), newId, email: undefined }),
    },
    async ({ arrive }) => arrive(),
  );
  const spreadsheets = connectSpreadsheets({ auth: async () => 'simulated', api: async () => api });
  const store = createMemoryStore();
  const clock = { now: () => new Date(START).toISOString() };
  const deps = { store, spreadsheets, clock, pause: async () => {} };
  const { workbookId } = await provisionWorkbook(deps, {
    title: 'ШНОР',
    timeZone: 'Asia/Yekaterinburg',
    today: '2026-11-23',
    members: { [COORDINATOR]: 'municipal_coordinator' },
  });
  const stored = await readHead(store, workbookId);
  if (!book || !stored) throw new Error('the workbook was not made');
  const { sheetIds } = stored.head;
  const filled = fillBook(book, sheetIds);
  book = isOld ? asLaidOutBefore(filled.book, sheetIds) : filled.book;
  if (isOld)
    await store.commit([{ kind: 'put', key: headKey(workbookId), data: await oldHead(store, workbookId) }]);
  if (isSettled) {
    await syncWorkbook(deps, { workbookId, by: COORDINATOR });
    await runMonitoring(deps, { workbookId, by: COORDINATOR });
  }
  return { ...filled, book, documents: new Map(store.documents), sheetIds };
}

function fillBook(book: Spreadsheet, sheetIds: Head['sheetIds']): Omit<Base, 'documents' | 'sheetIds'> {
  const counters = { nextRow: 1, nextToken: 1 };
  const keyOf = new Map(STAFF_WORKSHEETS.map((key) => [sheetIds[key], key] as const));
  const sheets = book.sheets.map((sheet) => {
    const key = keyOf.get(sheet.properties.sheetId);
    return bare(sheet, key ? fillSheet(key, counters) : sheet.rows.map((row) => row?.map(valueOnly)));
  });
  return { book: { ...book, sheets }, ...counters };
}

async function oldHead(store: MemoryStore, workbookId: string): Promise<JsonObject> {
  const [head] = await store.getMany([headKey(workbookId)]);
  return { ...head?.data, layout: OLD_LAYOUT };
}

interface Counters {
  nextRow: number;
  nextToken: number;
}

function fillSheet(key: StaffWorksheetKey, counters: Counters): (Row | undefined)[] {
  const { columns } = WORKSHEETS[key];
  const header = columns.map((column): Cell => ({ value: column.title, note: columnTag(column.key) }));
  const rows = BASE_ROWS[key].map((values) => {
    const note = rowTag(counters.nextRow++);
    return columns.map((column): Cell | undefined => {
      if (column.owner === 'server') return undefined;
      const value = resolveValue(values[column.key] ?? null, counters);
      return value === null ? { note } : { value, note };
    });
  });
  return [header, ...rows];
}

/** `*` in a base row stands for a token of its own. */
function resolveValue(value: Value, counters: Counters): Value {
  return value === '*' ? `знак-${String(counters.nextToken++).padStart(5, '0')}` : value;
}

function valueOnly(cell: Cell | undefined): Cell | undefined {
  return cell?.value === undefined ? undefined : { value: cell.value };
}

function bare(sheet: Sheet, rows: readonly (Row | undefined)[]): Sheet {
  const width = Math.max(1, ...rows.map((row) => row?.length ?? 0));
  const gridProperties = { rowCount: rows.length + SPARE_ROWS, columnCount: width + SPARE_COLUMNS };
  return {
    ...sheet,
    properties: { ...sheet.properties, gridProperties },
    rows,
    rowProperties: [],
    columnProperties: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    basicFilter: undefined,
  };
}
