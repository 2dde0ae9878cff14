import type { RowId } from '../records/worksheet-key.ts';
import { columnsOf, isNameless, type BaseRow, type SheetRow } from './row.ts';

/** A column that holds nothing any more although many of the standing rows held something there. */
export interface EmptiedColumn {
  readonly column: string;
  /** Cells that were filled. */
  readonly cells: number;
}

/**
 * Columns in which nothing stands now, while some base row has something there. They must not hide who is who.
 * Whether their cells were cleared or their rows went is known once the rows have identities: `countEmptied`.
 */
export function suspectEmptied(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
): readonly string[] {
  const blank = new Set(columnsOf(rows).filter((column) => !isNameless(column)));
  for (const { cells } of rows) {
    for (const column of blank) if ((cells[column] ?? null) !== null) blank.delete(column);
    if (blank.size === 0) return [];
  }
  const live = [...base.values()].filter(({ isDeleted }) => !isDeleted);
  return [...blank].filter((column) => countFilled(live, column) > 0);
}

/** The suspects in which standing rows have lost something. */
export function countEmptied(
  base: ReadonlyMap<RowId, BaseRow>,
  ids: readonly RowId[],
  suspects: readonly string[],
): readonly EmptiedColumn[] {
  if (suspects.length === 0) return [];
  const standing = ids.flatMap((id) => base.get(id) ?? []);
  return suspects
    .map((column) => ({ column, cells: countFilled(standing, column) }))
    .filter(({ cells }) => cells > 0);
}

/** The rows as if the sheet did not have these columns: they say nothing then. */
export function withoutColumns(rows: readonly SheetRow[], columns: readonly string[]): readonly SheetRow[] {
  if (columns.length === 0) return rows;
  return rows.map(({ idCell, cells }) => ({
    idCell,
    cells: Object.fromEntries(Object.entries(cells).filter(([column]) => !columns.includes(column))),
  }));
}

function countFilled(rows: readonly BaseRow[], column: string): number {
  return rows.reduce((count, { cells }) => ((cells[column] ?? null) === null ? count : count + 1), 0);
}
