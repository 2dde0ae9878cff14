import type { RowId } from '../domain/worksheet-key.ts';
import { bindColumns, type Binding } from './bind-columns.ts';
import type { Cell } from './layout.ts';
import type { Worksheet } from './spec.ts';

/** Cells by column key; a column of the staff's own is kept under `x:` and its header. */
export type RowCells = Readonly<Record<string, Cell>>;

export interface TableRow {
  /** Zero-based row of the sheet. */
  readonly rowIndex: number;
  /** What stands in the id cell, '' where nothing does. */
  readonly idCell: string;
  /** What staff own; a column that the sheet has lost is absent, an empty cell is null. */
  readonly staff: RowCells;
  /** What the functions own, the id aside. */
  readonly server: RowCells;
}

/** A worksheet as read: what exists, nothing judged. */
export interface Table {
  readonly worksheet: Worksheet;
  readonly sheetId: number;
  readonly title: string;
  readonly binding: Binding;
  readonly rows: readonly TableRow[];
  /** Rows that staff emptied while the server's cells stayed; these are to be cleared. */
  readonly leftovers: readonly TableRow[];
}

export interface RawSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Reads the grid of a sheet by its headers. Throws `ColumnMissingError` where a needed column is gone. */
export function readTable(worksheet: Worksheet, sheet: RawSheet): Table {
  const binding = bindColumns(worksheet, sheet);
  const rows: TableRow[] = [];
  const leftovers: TableRow[] = [];
  for (let rowIndex = binding.headerRow + 1; rowIndex < sheet.rows.length; rowIndex++) {
    const row = readRow(sheet.rows[rowIndex] ?? [], rowIndex, { worksheet, binding });
    if (hasContent(row.staff)) rows.push(row);
    else if (row.idCell !== '' || hasContent(row.server)) leftovers.push(row);
  }
  return { worksheet, sheetId: sheet.sheetId, title: sheet.title, binding, rows, leftovers };
}

function readRow(
  cells: readonly Cell[],
  rowIndex: number,
  { worksheet, binding }: { worksheet: Worksheet; binding: Binding },
): TableRow {
  const staff: Record<string, Cell> = {};
  const server: Record<string, Cell> = {};
  let idCell = '';
  for (const column of worksheet.columns) {
    const index = binding.columns.get(column.key);
    if (index === undefined) continue;
    const value = normaliseCell(cells[index]);
    if (column.type.kind === 'id') idCell = value === null ? '' : String(value).trim();
    else if (column.owner === 'server') server[column.key] = value;
    else staff[column.key] = value;
  }
  for (const { key, index } of binding.extra) {
    staff[key] = normaliseCell(cells[index]);
  }
  return { rowIndex, idCell, staff, server };
}

/**
 * An absent cell and an empty text are the same to a person. Half an emoji is made whole: stores refuse or
 * replace it, and it would look changed at every pass.
 */
export function normaliseCell(cell: Cell | undefined): Cell {
  if (cell === undefined || cell === '') return null;
  return typeof cell === 'string' ? cell.toWellFormed() : cell;
}

/** An unticked checkbox or blanks alone do not make a row (facts: default values make empty rows look filled). */
function hasContent(cells: RowCells): boolean {
  return Object.values(cells).some(
    (cell) => cell !== null && cell !== false && (typeof cell !== 'string' || cell.trim() !== ''),
  );
}

/** Rows with their final ids, after identities were resolved. */
export interface IdentifiedRow extends TableRow {
  readonly id: RowId;
}
