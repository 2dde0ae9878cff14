import { changeDimension, resizeGrid } from '../dimensions/dimensions.ts';
import type { Draft } from '../draft.ts';
import type { Target } from '../ranges/find-range.ts';
import type { EntryMode } from './cells.ts';
import { enterRows, NOTHING_ENTERED, type EnteredRows, type Written } from './write-values.ts';
import type { Box, Sheet } from '../types.ts';

export interface Append {
  readonly rows: EnteredRows;
  readonly mode: EntryMode;
  readonly insertRows: boolean;
}

/**
 * Writes below the last "table" that touches the range, from the table's first column; where the range is
 * empty, into its first cell. The grid grows as needed.
 */
export function appendValues(
  draft: Draft,
  target: Target,
  append: Append,
): Written & { table: Box | undefined } {
  const { sheetId } = target.sheet.properties;
  const table = findTable(target);
  const height = append.rows.length;
  const width = append.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (height === 0 || width === 0) return { sheetId, box: undefined, entered: NOTHING_ENTERED, table };
  const startRow = table?.endRow ?? target.box.startRow;
  const startColumn = table?.startColumn ?? target.box.startColumn;
  const box = { startRow, endRow: startRow + height, startColumn, endColumn: startColumn + width };
  if (append.insertRows && table)
    changeDimension(
      draft,
      { sheetId, dimension: 'ROWS' },
      { kind: 'insert', start: startRow, count: height },
    );
  const { rowCount, columnCount } = draft.read(sheetId).properties.gridProperties;
  resizeGrid(draft, sheetId, {
    rowCount: Math.max(rowCount, box.endRow),
    columnCount: Math.max(columnCount, box.endColumn),
  });
  return { sheetId, box, entered: enterRows(draft, { sheetId, box }, append), table };
}

/** The block of touching filled cells that holds the last filled cell of the range. */
function findTable({ sheet, box }: Target): Box | undefined {
  for (let row = Math.min(box.endRow, sheet.rows.length) - 1; row >= box.startRow; row--)
    for (let column = box.endColumn - 1; column >= box.startColumn; column--)
      if (isFilled(sheet, row, column)) return growBlock(sheet, { row, column });
  return undefined;
}

function isFilled(sheet: Sheet, row: number, column: number): boolean {
  return sheet.rows[row]?.[column]?.value !== undefined;
}

/** Rows and columns are grown in turns, each as far as it goes, so that a tall table costs one pass. */
function growBlock(sheet: Sheet, seed: { row: number; column: number }): Box {
  const box = {
    startRow: seed.row,
    endRow: seed.row + 1,
    startColumn: seed.column,
    endColumn: seed.column + 1,
  };
  for (let before = -1; before !== sizeOf(box);) {
    before = sizeOf(box);
    while (rowIsFilled(sheet, box.startRow - 1, box)) box.startRow--;
    while (rowIsFilled(sheet, box.endRow, box)) box.endRow++;
    while (columnIsFilled(sheet, box.startColumn - 1, box)) box.startColumn--;
    while (columnIsFilled(sheet, box.endColumn, box)) box.endColumn++;
  }
  return box;
}

function sizeOf(box: Box): number {
  return (box.endRow - box.startRow) * (box.endColumn - box.startColumn);
}

function rowIsFilled(sheet: Sheet, row: number, box: Box): boolean {
  const cells = sheet.rows[row];
  if (!cells) return false;
  // Corners count: tables that touch by a corner are one.
  for (let column = Math.max(0, box.startColumn - 1); column <= box.endColumn; column++)
    if (cells[column]?.value !== undefined) return true;
  return false;
}

function columnIsFilled(sheet: Sheet, column: number, box: Box): boolean {
  if (column < 0) return false;
  for (let row = Math.max(0, box.startRow - 1); row <= box.endRow; row++)
    if (isFilled(sheet, row, column)) return true;
  return false;
}
