import type { Row, Sheet } from '../types.ts';

const known = new WeakMap<Row, boolean>();

/** Rows are shared between states, so each is looked through once. */
function hasFormula(row: Row): boolean {
  const found = known.get(row);
  if (found !== undefined) return found;
  const has = row.some((cell) => cell?.formula !== undefined);
  known.set(row, has);
  return has;
}

/** For a row that is written to while its draft is open. */
export function forgetRow(row: Row): void {
  known.delete(row);
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
