import type { Cell } from '../../../workbook/layout/layout.ts';
import { normaliseCell } from '../../../workbook/table/table.ts';
import type { SheetEdit, SheetValues } from '../../ports/spreadsheets.ts';
import { hashOfLists } from '../../stored/encoding/canonical-json.ts';

type Grid = readonly (readonly Cell[])[];

const digests = new WeakMap<Grid, string>();

/** SHA-256 of what stands in the sheet; blanks at the ends of rows and below them do not count. */
export function digestOf(rows: Grid): string {
  // A pass asks for the same sheets as they were read and as they will stand.
  const digest = digests.get(rows) ?? hashGrid(rows);
  digests.set(rows, digest);
  return digest;
}

function hashGrid(rows: Grid): string {
  const trimmed = rows.map(trimRow);
  while (trimmed.at(-1)?.length === 0) trimmed.pop();
  return hashOfLists([trimmed]);
}

function trimRow(row: readonly Cell[]): readonly Cell[] {
  // As nearly every row arrives: a copy of each would be most of the work of a pass that finds nothing.
  if (row.at(-1) !== null && row.every((cell) => normaliseCell(cell) === cell)) return row;
  const cells = row.map(normaliseCell);
  while (cells.at(-1) === null) cells.pop();
  return cells;
}

/** The sheet as it will stand once the edits are applied. */
export function valuesAfter(sheet: SheetValues, edits: readonly SheetEdit[]): Grid {
  let rows: Cell[][] | undefined;
  for (const edit of edits) {
    if (edit.kind === 'write_values' && edit.block.sheetId === sheet.sheetId)
      writeBlock((rows ??= sheet.rows.map((row) => [...row])), edit.block);
    if (edit.kind === 'refill_sheet' && edit.sheetId === sheet.sheetId) rows = valuesOf(edit.layout.rows);
  }
  return rows ?? sheet.rows;
}

export function valuesOf(rows: readonly { readonly cells: readonly { readonly value: Cell }[] }[]): Cell[][] {
  return rows.map(({ cells }) => cells.map(({ value }) => value));
}

function writeBlock(
  rows: Cell[][],
  { row, column, values }: { row: number; column: number; values: Grid },
): void {
  // No holes: what stands between is empty, and `map` would pass it over.
  while (rows.length < row + values.length) rows.push([]);
  values.forEach((cells, index) => {
    const target = rows[row + index] ?? [];
    while (target.length < column) target.push(null);
    cells.forEach((cell, offset) => (target[column + offset] = cell));
  });
}
