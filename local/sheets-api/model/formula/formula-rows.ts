import type { Cell, Row, Sheet } from '../types.ts';

/** Whether a row may hold a formula; a row that lost its last one stays marked. */
const known = new WeakMap<Row, boolean>();

/** Rows are shared between states, so each is looked through once. */
function hasFormula(row: Row): boolean {
  const found = known.get(row);
  if (found !== undefined) return found;
  const has = row.some((cell) => cell?.formula !== undefined);
  known.set(row, has);
  return has;
}

/** `copy` holds what `row` holds; undefined: nothing. It need not be looked through as long as all that it gets is told. */
export function markCopy(row: Row | undefined, copy: Row): void {
  known.set(copy, row !== undefined && hasFormula(row));
}

/** The row is about to get the cell. */
export function markCell(row: Row, cell: Cell | undefined): void {
  if (cell?.formula !== undefined) known.set(row, true);
}

export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The places of the sheet that hold formulas. */
export function formulasOf(sheet: Sheet): FormulaPlace[] {
  const places: FormulaPlace[] = [];
  sheet.rows.forEach((cells, row) => {
    if (!cells || !hasFormula(cells)) return;
    cells.forEach((cell, column) => {
      if (cell?.formula !== undefined) places.push({ sheet, row, column });
    });
  });
  return places;
}
