import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import type { Cell } from '../../../workbook/layout/layout.ts';
import { normaliseCell, type Table } from '../../../workbook/table/table.ts';
import type {
  CellBlock,
  Positions,
  RowSpan,
  RowsSeen,
  SheetEdit,
  SheetValues,
} from '../../ports/spreadsheets.ts';
import type { SheetsRead, Tables } from '../reading/read-sheets.ts';

/**
 * How a write into staff sheets is guarded against columns that people move between our read and our write:
 * `assert` refuses it, `mark` says anew where the columns stand, `trust` is the last resort where neither is accepted.
 */
export type Guard = 'assert' | 'mark' | 'trust';

/** What was read of the workbook. */
export interface Reading {
  readonly sheets: SheetsRead;
  readonly tables: Tables;
}

/** The guards of the staff sheets that the edits write into. */
export function planGuards(
  edits: readonly SheetEdit[],
  reading: Reading,
  guard: Guard,
): readonly SheetEdit[] {
  if (guard === 'trust') return [];
  const kind = guard === 'assert' ? 'assert_positions' : 'mark_positions';
  const written = new Set(blocksOf(edits).map(({ sheetId }) => sheetId));
  return staffSheets(reading)
    .filter(({ table }) => written.has(table.sheetId))
    .map(({ table, sheet }) => ({ kind, sheetId: table.sheetId, positions: positionsOf(table, sheet) }));
}

/** The staff sheets that were read whole. */
function staffSheets({ sheets, tables }: Reading) {
  return STAFF_WORKSHEETS.flatMap((key) => {
    const [table, sheet] = [tables[key], sheets[key]];
    return table.kind === 'complete' && sheet.kind === 'complete' ? [{ table, sheet }] : [];
  });
}

/**
 * The header row, the server's columns, the last column that holds anything and the last of the grid: without these
 * nobody would notice that the server's last column was deleted and another has taken its place.
 */
export function positionsOf(
  { worksheet, binding }: Pick<Table, 'worksheet' | 'binding'>,
  { rows, columnCount }: Pick<SheetValues, 'rows' | 'columnCount'>,
): Positions {
  const columns: Record<string, number> = {};
  for (const { key, owner } of worksheet.columns) {
    const index = binding.columns.get(key);
    if (owner === 'server' && index !== undefined) columns[key] = index;
  }
  const last = rows.reduce((width, row) => Math.max(width, row.length), 0) - 1;
  if (last > Math.max(...Object.values(columns))) {
    // Under its header: another column at the end is another marker, and not this one moved.
    const header = String(rows[binding.headerRow]?.[last] ?? '');
    columns[`last:${header.slice(0, MAX_NAME)}`] = last;
  }
  // Where a column was deleted, the grid has no such column any more; where one was added at the end, it is not meant.
  if (columnCount !== undefined) columns[`edge:${columnCount}`] = columnCount - 1;
  return { headerRow: binding.headerRow, columns };
}

/** A sheet's metadata may hold 30,000 characters in all. */
const MAX_NAME = 40;

/** The rows of staff sheets that the edits write into. */
export function editedRows(edits: readonly SheetEdit[], reading: Reading): readonly RowSpan[] {
  const titles = new Map(staffSheets(reading).map(({ table }) => [table.sheetId, table.title]));
  return blocksOf(edits).flatMap(({ sheetId, row, values }) => {
    const title = titles.get(sheetId);
    return title === undefined ? [] : [{ sheetId, title, startRow: row, endRow: row + values.length }];
  });
}

/** Rows that several blocks write into count once. */
export function countRows(spans: readonly RowSpan[]): number {
  const rows = new Set<string>();
  for (const { sheetId, startRow, endRow } of spans)
    for (let row = startRow; row < endRow; row++) rows.add(`${sheetId} ${row}`);
  return rows.size;
}

/**
 * Whether the staff's cells of the rows stand as they were read: if not, people have typed, sorted or inserted since,
 * and the server's cells may have landed beside other rows.
 */
export function standAsRead(seen: readonly RowsSeen[], reading: Reading): boolean {
  return staffSheets(reading).every(({ table: { sheetId, worksheet, binding }, sheet: { rows: before } }) => {
    const servers = worksheet.columns.filter(({ owner }) => owner === 'server');
    const own = new Set(servers.map((column) => binding.columns.get(column.key)));
    return seen
      .filter((span) => span.sheetId === sheetId)
      .every(({ startRow, rows }) =>
        rows.every((row, offset) => isSameRow(row, before[startRow + offset] ?? [], own)),
      );
  });
}

function isSameRow(
  now: readonly RowsSeen['rows'][number][number][],
  before: readonly Cell[],
  own: ReadonlySet<number | undefined>,
): boolean {
  for (let column = 0; column < Math.max(now.length, before.length); column++) {
    if (own.has(column)) continue;
    const isCalculated = column < now.length && now[column] === undefined;
    if (!isCalculated && normaliseCell(now[column]) !== normaliseCell(before[column])) return false;
  }
  return true;
}

function blocksOf(edits: readonly SheetEdit[]): readonly CellBlock[] {
  return edits.flatMap((edit) => (edit.kind === 'write_values' ? [edit.block] : []));
}
