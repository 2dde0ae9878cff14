import type { Cell } from '../../../workbook/layout/layout.ts';
import { normaliseCell } from '../../../workbook/table/table.ts';
import type { SheetEdit, SheetValues } from '../../ports/spreadsheets.ts';
import { hashOfItems } from '../../stored/encoding/canonical-json.ts';

type Grid = readonly (readonly Cell[])[];

const digests = new WeakMap<Grid | SheetValues, string>();

/** SHA-256 of what stands in the sheet; blanks at the ends of rows and below them do not count. */
export function digestOf(rows: Grid): string {
  // A pass asks for the same sheets as they were read and as they will stand.
  const digest = digests.get(rows) ?? hashGrid(rows);
  digests.set(rows, digest);
  return digest;
}

/** `digestOf` of its rows, which need not be there all at once. */
export function digestOfSheet(sheet: SheetValues): string {
  const digest = digests.get(sheet) ?? (sheet.eachRow ? hashGrid(sheet.eachRow()) : digestOf(sheet.rows));
  digests.set(sheet, digest);
  return digest;
}

/** As the sheet will stand once the edits are applied. */
export function digestAfter(sheet: SheetValues, edits: readonly SheetEdit[]): string {
  return edits.some((edit) => touches(edit, sheet))
    ? digestOf(valuesAfter(sheet, edits))
    : digestOfSheet(sheet);
}

function hashGrid(rows: Iterable<readonly Cell[]>): string {
  return hashOfItems(trimmed(rows));
}

function* trimmed(rows: Iterable<readonly Cell[]>): Generator<readonly Cell[]> {
  let blank = 0;
  for (const row of rows) {
    const cells = trimRow(row);
    if (cells.length === 0) blank += 1;
    else {
      for (; blank > 0; blank--) yield [];
      yield cells;
    }
  }
}

function trimRow(row: readonly Cell[]): readonly Cell[] {
  // As nearly every row arrives: a copy of each would be most of the work of a pass that finds nothing.
  if (row.at(-1) !== null && row.every((cell) => normaliseCell(cell) === cell)) return row;
  const cells = row.map(normaliseCell);
  while (cells.at(-1) === null) cells.pop();
  return cells;
}

function touches(edit: SheetEdit, { sheetId }: SheetValues): boolean {
  if (edit.kind === 'write_values') return edit.block.sheetId === sheetId;
  return edit.kind === 'refill_sheet' && edit.sheetId === sheetId;
}

/** The sheet as it will stand; rows that nothing is written into are those of the sheet. */
function valuesAfter(sheet: SheetValues, edits: readonly SheetEdit[]): Grid {
  let rows: (readonly Cell[])[] = [...sheet.rows];
  // A row is copied at the first of the blocks that write into it.
  const own = new Map<number, Cell[]>();
  for (const edit of edits) {
    if (!touches(edit, sheet)) continue;
    if (edit.kind === 'write_values') writeBlock(rows, own, edit.block);
    if (edit.kind === 'refill_sheet') {
      rows = valuesOf(edit.layout.rows);
      own.clear();
    }
  }
  return rows;
}

export function valuesOf(rows: readonly { readonly cells: readonly { readonly value: Cell }[] }[]): Cell[][] {
  return rows.map(({ cells }) => cells.map(({ value }) => value));
}

function writeBlock(
  rows: (readonly Cell[])[],
  own: Map<number, Cell[]>,
  { row, column, values }: { row: number; column: number; values: Grid },
): void {
  // No holes: what stands between is empty, and `map` would pass it over.
  while (rows.length < row + values.length) rows.push([]);
  values.forEach((cells, index) => {
    const target = own.get(row + index) ?? [...(rows[row + index] ?? [])];
    while (target.length < column) target.push(null);
    cells.forEach((cell, offset) => (target[column + offset] = cell));
    own.set(row + index, target);
    rows[row + index] = target;
  });
}
