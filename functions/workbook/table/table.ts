import type { RowId } from '../../domain/records/worksheet-key.ts';
import type { ShownCell } from '../parse/cells/cell.ts';
import { isBlank } from './blank.ts';
import { isOwnColumn } from './own-columns.ts';
import { bindColumns, type Binding, type RawSheet } from './bind-columns.ts';
import { isIndispensable } from './find-header.ts';
import { namesOf, normaliseHeader } from './header-names.ts';
import type { Places } from './places.ts';
import { looksLikeRecord } from './record-likeness.ts';
import type { Cell } from '../layout/layout.ts';
import type { Column, Worksheet } from '../worksheets/spec.ts';

/** Cells by column key; columns of the staff's own have keys of their own kind (`own-columns.ts`). */
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
  /** What is shown of the doubtful cells, where that is not the bare number; absent: nobody has looked. */
  readonly shown?: Readonly<Record<string, ShownCell>>;
}

/** A worksheet as read whole: what exists, nothing judged. */
export interface Table {
  readonly kind: 'complete';
  readonly worksheet: Worksheet;
  readonly sheetId: number;
  readonly title: string;
  readonly binding: Binding;
  readonly rows: readonly TableRow[];
  /** Rows that staff emptied while the server's cells stayed; these are to be cleared. */
  readonly leftovers: readonly TableRow[];
  /** Records that came to stand above the header: not read, and not gone either. */
  readonly above: readonly TableRow[];
}

/**
 * A worksheet that says nothing of its rows: its tab is gone, or its headers do not tell what stands where. It is
 * another type than a table without rows, so that nothing in it can be taken for deleted (promise 3).
 */
export type UnreadTable =
  { readonly kind: 'vanished' } | { readonly kind: 'unreadable'; readonly missing: readonly Column[] };

export type TableRead = Table | UnreadTable;

/**
 * Reads the grid of a sheet by its headers; unreadable where a column is gone that nothing can do without. `known`:
 * how its columns stood when it was last read whole.
 */
export function parseTable(worksheet: Worksheet, sheet: RawSheet, known?: Places): TableRead {
  const binding = bindColumns(worksheet, sheet, known);
  const missing = binding.missing.filter(isIndispensable);
  if (missing.length > 0) return { kind: 'unreadable', missing };
  const isHeaderAgain = headerDetector({ worksheet, binding }, sheet.rows[binding.headerRow] ?? []);
  const rows: TableRow[] = [];
  const leftovers: TableRow[] = [];
  for (let rowIndex = binding.headerRow + 1; rowIndex < sheet.rows.length; rowIndex++) {
    const cells = sheet.rows[rowIndex] ?? [];
    if (isHeaderAgain(cells)) continue;
    const row = parseTableRow(cells, rowIndex, { worksheet, binding });
    if (hasContent(row.staff, worksheet)) rows.push(row);
    else if (row.idCell !== '' || hasServerCells(row)) leftovers.push(row);
  }
  const { sheetId, title } = sheet;
  const above = recordsAbove(sheet, { worksheet, binding }, isHeaderAgain);
  return { kind: 'complete', worksheet, sheetId, title, binding, rows, leftovers, above };
}

function recordsAbove(
  { rows }: RawSheet,
  bound: Bound,
  isHeaderAgain: (cells: readonly Cell[]) => boolean,
): readonly TableRow[] {
  const { worksheet, binding } = bound;
  return rows.slice(0, binding.headerRow).flatMap((cells, rowIndex) => {
    if (isHeaderAgain(cells)) return [];
    const row = parseTableRow(cells, rowIndex, bound);
    return hasContent(row.staff, worksheet) && looksLikeRecord(row, worksheet) ? [row] : [];
  });
}

interface Bound {
  readonly worksheet: Worksheet;
  readonly binding: Binding;
}

/** Fewer cells can be names of columns by chance. */
const MIN_NAMES = 3;

/**
 * A row that repeats the header (a second page, another table pasted below, the header pasted beside itself): no
 * record, and nothing is written there. All that stands in it are names of columns; a column whose header people have
 * changed since says its old name in the copy.
 */
function headerDetector({ worksheet, binding }: Bound, header: readonly Cell[]) {
  const all = new Set(worksheet.columns.flatMap(allNames));
  const indexes = [
    ...worksheet.columns.flatMap(({ key, owner }) =>
      owner === 'staff' ? (binding.columns.get(key) ?? []) : [],
    ),
    ...binding.extra.map(({ index }) => index),
  ];
  for (const index of indexes) all.add(normaliseHeader(String(header[index] ?? '')));
  all.delete('');
  return (cells: readonly Cell[]): boolean => {
    let named = 0;
    for (const index of indexes) {
      const cell = normaliseCell(cells[index]);
      if (cell === null) continue;
      if (!all.has(normaliseHeader(String(cell)))) return false;
      named += 1;
    }
    return named >= MIN_NAMES;
  };
}

function allNames(column: Column): readonly string[] {
  const { titles, synonyms } = namesOf(column);
  return [...titles, ...synonyms];
}

function parseTableRow(cells: readonly Cell[], rowIndex: number, { worksheet, binding }: Bound): TableRow {
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

/**
 * A row exists where a cell says something of it. Defaults do not, or prefilled rows would all be records (n8n
 * 9950): an unticked checkbox, blanks, the first choice of a dropdown, a number in a column of the staff's own
 * (their numbering or formulas filled down).
 */
function hasContent(cells: RowCells, { columns }: Worksheet): boolean {
  const described = columns.some(({ key, type, owner }) => {
    if (owner !== 'staff' || isBlank(cells[key])) return false;
    return type.kind !== 'choice' || type.isOpen === true || cells[key] !== type.options[0];
  });
  if (described) return true;
  return Object.keys(cells).some((key) => isOwnColumn(key) && isText(cells[key]));
}

function hasServerCells({ server }: TableRow): boolean {
  return Object.values(server).some((cell) => !isBlank(cell));
}

function isText(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && !isBlank(cell);
}

/** Rows with their final ids, after identities were resolved. */
export interface IdentifiedRow extends TableRow {
  readonly id: RowId;
}
