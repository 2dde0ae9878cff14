import {
  STAFF_WORKSHEETS,
  type RowId,
  type StaffWorksheetKey,
} from '../../../domain/records/worksheet-key.ts';
import type { ShownCell } from '../../../workbook/parse/cells/cell.ts';
import { describeShown, isDoubtful } from '../../../workbook/parse/cells/doubtful.ts';
import type { TableRead, TableRow } from '../../../workbook/table/table.ts';
import { WORKSHEETS } from '../../../workbook/worksheets/index.ts';
import type { ColumnSpan, ShownColumn, Spreadsheets } from '../../ports/spreadsheets.ts';
import type { Head } from '../../stored/head/head.ts';
import { hashOfLists } from '../../stored/encoding/canonical-json.ts';

/** A number of which its value does not tell what a person sees. */
interface Doubt {
  readonly worksheet: StaffWorksheetKey;
  readonly id: RowId;
  readonly key: string;
  readonly value: number;
}

interface Situation<Read extends TableRead> {
  readonly tables: Readonly<Record<StaffWorksheetKey, Read>>;
  readonly head: Head;
  /** Also what was looked up before is looked up again: formats change without a change of values. */
  readonly isFresh?: boolean;
}

/**
 * The tables with what a person sees of the doubtful cells. What was looked up once stands in the head: only where
 * such a cell is new or changed does it cost a further Sheets call, and where there is none it costs nothing.
 */
export async function readShownTables<Read extends TableRead>(
  spreadsheets: Spreadsheets,
  workbookId: string,
  { tables, head, isFresh = false }: Situation<Read>,
): Promise<Readonly<Record<StaffWorksheetKey, Read>>> {
  const doubts = STAFF_WORKSHEETS.flatMap((key) => {
    const table: TableRead = tables[key];
    return table.kind === 'complete' ? table.rows.flatMap((row) => doubtsOf(key, row, row.idCell)) : [];
  });
  if (doubts.length === 0) return tables;
  const known = head.shown?.digest === digestOf(doubts) && !isFresh ? head.shown.cells : undefined;
  if (known) return mapRows(tables, (key, row) => ({ ...row, shown: known[key]?.[row.idCell] ?? {} }));
  const columns = await spreadsheets.readShown(workbookId, spansOf(tables));
  const look = lookerAmong(columns);
  return mapRows(tables, (key, row, table) => {
    const shown = shownIn(doubtsOf(key, row, row.idCell), (doubt) =>
      look(table.sheetId, table.binding.columns.get(doubt.key), row.rowIndex),
    );
    return shown ? { ...row, shown } : row;
  });
}

type Complete = Extract<TableRead, { kind: 'complete' }>;

/** Each row with doubts as `change` makes it. */
function mapRows<Read extends TableRead>(
  tables: Readonly<Record<StaffWorksheetKey, Read>>,
  change: (key: StaffWorksheetKey, row: TableRow, table: Complete) => TableRow,
): Readonly<Record<StaffWorksheetKey, Read>> {
  const entries = STAFF_WORKSHEETS.map((key) => {
    const table: TableRead = tables[key];
    if (table.kind !== 'complete') return [key, table] as const;
    const rows = table.rows.map((row) =>
      doubtsOf(key, row, row.idCell).length > 0 ? change(key, row, table) : row,
    );
    return [key, { ...table, rows }] as const;
  });
  return Object.fromEntries(entries);
}

const NO_DOUBTS: readonly Doubt[] = [];

/** Nearly every row has none: no list is made for it. */
function doubtsOf(
  worksheet: StaffWorksheetKey,
  { staff }: Pick<TableRow, 'staff'>,
  id: RowId,
): readonly Doubt[] {
  let doubts: Doubt[] | undefined;
  for (const column of WORKSHEETS[worksheet].columns) {
    const value = staff[column.key];
    if (typeof value !== 'number' || !isDoubtful(value, column)) continue;
    (doubts ??= []).push({ worksheet, id, key: column.key, value });
  }
  return doubts ?? NO_DOUBTS;
}

/** One a column, from its first doubtful row to its last. */
function spansOf(tables: Readonly<Record<StaffWorksheetKey, TableRead>>): readonly ColumnSpan[] {
  const spans = new Map<string, ColumnSpan>();
  for (const key of STAFF_WORKSHEETS) {
    const table = tables[key];
    if (table.kind !== 'complete') continue;
    for (const row of table.rows) {
      for (const doubt of doubtsOf(key, row, row.idCell)) {
        const column = table.binding.columns.get(doubt.key);
        if (column === undefined) continue;
        const name = `${table.sheetId} ${column}`;
        const startRow = spans.get(name)?.startRow ?? row.rowIndex;
        spans.set(name, { sheetId: table.sheetId, column, startRow, endRow: row.rowIndex + 1 });
      }
    }
  }
  return [...spans.values()];
}

type Number = ShownColumn['numbers'][number];
type Look = (sheetId: number, column: number | undefined, rowIndex: number) => Number;

function lookerAmong(columns: readonly ShownColumn[]): Look {
  const byPlace = new Map(columns.map((each) => [`${each.sheetId} ${each.column}`, each]));
  return (sheetId, column, rowIndex) => {
    const found = byPlace.get(`${sheetId} ${column}`);
    return found?.numbers[rowIndex - found.startRow];
  };
}

/** Undefined where somebody has changed the sheet since it was read: the next pass looks again. */
function shownIn(
  doubts: readonly Doubt[],
  look: (doubt: Doubt) => Number,
): Readonly<Record<string, ShownCell>> | undefined {
  const shown: Record<string, ShownCell> = {};
  for (const doubt of doubts) {
    const number = look(doubt);
    if (number?.value !== doubt.value) return undefined;
    const cell = describeShown(number);
    if (cell) shown[doubt.key] = cell;
  }
  return shown;
}

/** The same for the same cells in whatever order their rows stand. */
function digestOf(doubts: readonly Doubt[]): string {
  const lines = doubts.map(({ worksheet, id, key, value }) => [worksheet, id, key, value].join(' '));
  return hashOfLists([lines.toSorted()]).slice(0, DIGEST_LENGTH);
}

const DIGEST_LENGTH = 16;

/** More would make the head too large; then every pass that finds a change looks again. */
const MAX_REMEMBERED = 2000;

interface SeenRow extends Pick<TableRow, 'staff' | 'shown'> {
  readonly id: RowId;
}

/** What the head is to keep of the doubtful cells; undefined where there is none, or where not all were looked up. */
export function rememberShown(rows: Readonly<Record<StaffWorksheetKey, readonly SeenRow[]>>): Head['shown'] {
  const seen = STAFF_WORKSHEETS.flatMap((key) =>
    rows[key].map((row) => ({ key, row, doubts: doubtsOf(key, row, row.id) })),
  ).filter(({ doubts }) => doubts.length > 0);
  if (seen.length === 0 || seen.some(({ row }) => !row.shown)) return undefined;
  const special = seen.filter(({ row }) => Object.keys(row.shown ?? {}).length > 0);
  if (special.length > MAX_REMEMBERED) return undefined;
  const cells = STAFF_WORKSHEETS.flatMap((key) => {
    const own = special.filter((each) => each.key === key).map(({ row }) => [row.id, row.shown] as const);
    return own.length > 0 ? [[key, Object.fromEntries(own)] as const] : [];
  });
  return {
    digest: digestOf(seen.flatMap(({ doubts }) => doubts)),
    cells: Object.fromEntries(cells),
  };
}
