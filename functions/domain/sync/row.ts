import { sortedEntries } from '../text/code-units.ts';
import type { RowId } from '../records/worksheet-key.ts';

/** What a cell holds; dates are serial numbers, an empty cell is null. */
export type CellValue = string | number | boolean | null;

export type Cells = Readonly<Record<string, CellValue>>;

/** A row as last accepted. */
export interface BaseRow {
  readonly id: RowId;
  /** An empty cell may be absent or null. */
  readonly cells: Cells;
  /** A tombstone: gone from the sheet, kept for ever. */
  readonly isDeleted: boolean;
}

/** A row as it stands in the sheet. A column that the sheet has lost is absent from `cells`. */
export interface SheetRow {
  readonly idCell: string;
  readonly cells: Cells;
}

export type CellChanges = Readonly<Record<string, readonly [before: CellValue, after: CellValue]>>;

/**
 * A column without a header is named by its place (`x@H`). A place is never lost: where the sheet does not name
 * it, nothing stands there.
 */
const NAMELESS = 'x@';

export function namelessColumn(letters: string): string {
  return `${NAMELESS}${letters}`;
}

export function isNameless(column: string): boolean {
  return column.startsWith(NAMELESS);
}

/** The cells that differ; columns that the sheet lacks say nothing. */
export function diffCells(base: Cells, sheet: Cells): CellChanges {
  const changes: Record<string, readonly [CellValue, CellValue]> = {};
  for (const key in sheet) {
    const before = base[key] ?? null;
    const after = sheet[key] ?? null;
    if (before !== after) changes[key] = [before, after];
  }
  for (const key in base) {
    if (isNameless(key) && !(key in sheet)) changes[key] = [base[key] ?? null, null];
  }
  return changes;
}

/** The base with the changes over it: filled cells only. */
export function applyChanges(base: Cells, changes: CellChanges): Cells {
  const cells: Record<string, CellValue> = {};
  for (const key in base) {
    const value = base[key] ?? null;
    if (value !== null && !Object.hasOwn(changes, key)) cells[key] = value;
  }
  for (const key in changes) {
    const after = changes[key]?.[1] ?? null;
    if (after !== null) cells[key] = after;
  }
  return cells;
}

/** The columns that any of the rows names. */
export function columnsOf(rows: Iterable<{ readonly cells: Cells }>): readonly string[] {
  const columns = new Set<string>();
  for (const { cells } of rows) for (const key in cells) columns.add(key);
  return [...columns];
}

/** The columns in which any of the rows holds something. */
export function filledColumnsOf(rows: Iterable<{ readonly cells: Cells }>): ReadonlySet<string> {
  const columns = new Set<string>();
  for (const { cells } of rows)
    for (const key in cells) if (!columns.has(key) && cells[key] !== null) columns.add(key);
  return columns;
}

/** The cells that hold something, by their columns: a cell that holds nothing is the same as no cell. */
export function filledEntries(cells: Cells): [string, CellValue][] {
  return sortedEntries(cells).filter(([, value]) => value !== null);
}

export function isSameContent(a: Cells, b: Cells, columns: readonly string[]): boolean {
  for (const column of columns) if ((a[column] ?? null) !== (b[column] ?? null)) return false;
  return true;
}

/**
 * Equal for rows with the same cells in these columns, and seldom for others (`isSameContent` decides); undefined
 * where all of them are empty. A number, because as texts the contents of 50,000 rows cost a second.
 */
export function contentHash(cells: Cells, columns: readonly string[]): number | undefined {
  let hash = FNV_OFFSET;
  let isFilled = false;
  for (const column of columns) {
    const value = cells[column] ?? null;
    hash = value === null ? mix(hash, 0) : mixText(mix(hash, 1), String(value));
    isFilled ||= value !== null;
  }
  return isFilled ? hash : undefined;
}

/** FNV-1a, by 16-bit units. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

function mixText(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = mix(hash, text.charCodeAt(index));
  return hash;
}
