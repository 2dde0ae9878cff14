import type { RowId } from '../worksheet-key.ts';

/** What a cell holds; dates are serial numbers, an empty cell is null. */
export type CellValue = string | number | boolean | null;

export type Cells = Readonly<Record<string, CellValue>>;

/** A row as last accepted. */
export interface BaseRow {
  readonly id: RowId;
  /** Filled cells only. */
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

/** The cells that differ; columns that the sheet lacks say nothing. */
export function diffCells(base: Cells, sheet: Cells): CellChanges {
  const changes: Record<string, readonly [CellValue, CellValue]> = {};
  for (const [key, after] of Object.entries(sheet)) {
    const before = base[key] ?? null;
    if (before !== after) changes[key] = [before, after];
  }
  return changes;
}

/** The base with the sheet's cells over it: filled cells only. */
export function mergeCells(base: Cells, sheet: Cells): Cells {
  const merged = { ...base, ...sheet };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

/** Equal for rows with the same filled cells. */
export function contentKey(cells: Cells): string {
  const filled = Object.entries(cells).filter(([, value]) => value !== null);
  return JSON.stringify(filled.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
