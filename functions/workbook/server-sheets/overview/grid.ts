import { ROOM } from '../../../domain/overview/overview.ts';
import type { Cell, CellRange, CellStyle, LayoutCell, LayoutRow } from '../../layout/layout.ts';
import { PALETTE } from '../../layout/palette.ts';

/** One wide column for names and narrow ones for figures: tables, cards and the heat map share them. */
export const NAME_WIDTH = 290;
const FIGURE_WIDTH = 62;
export const COLUMN_WIDTHS: readonly number[] = [
  NAME_WIDTH,
  ...Array.from({ length: ROOM.measures }, () => FIGURE_WIDTH),
];
export const WIDTH = COLUMN_WIDTHS.length;

export const TITLE: CellStyle = { bold: true, size: 16, verticalAlign: 'middle' };
export const MUTED_TEXT: CellStyle = { wrap: true, verticalAlign: 'top', size: 11 };
export const HEADING: CellStyle = { bold: true, size: 11, verticalAlign: 'bottom' };
/** Grey and dark letters: a printed page keeps its ink. */
export const HEAD: CellStyle = {
  bold: true,
  size: 8,
  background: PALETTE.paperHeader,
  align: 'center',
  verticalAlign: 'middle',
  wrap: true,
  border: true,
};
export const NAME_SIZE = 9;
export const NAME: CellStyle = { size: NAME_SIZE, verticalAlign: 'middle', border: true, wrap: true };
export const FIGURE: CellStyle = { size: 9, align: 'center', verticalAlign: 'middle', border: true };
export const BURNING: CellStyle = { ...FIGURE, bold: true, background: PALETTE.overdue };

const BLANK: LayoutCell = { value: null };

/** A row with the cells at their columns and nothing elsewhere. */
export function rowOf(
  pieces: readonly (readonly [column: number, cells: readonly LayoutCell[]])[],
  height: number,
): LayoutRow {
  const cells: LayoutCell[] = Array.from({ length: WIDTH }, () => BLANK);
  for (const [column, piece] of pieces) piece.forEach((cell, at) => (cells[column + at] = cell));
  return { cells, height };
}

export function styled(value: Cell, style: CellStyle): LayoutCell {
  return { value, style };
}

/** A text over the whole width. */
export function lineOfText(text: string | null, style: CellStyle, height: number): LayoutRow {
  return rowOf([[0, [styled(text, style)]]], height);
}

export function joined(row: number, startColumn = 0, endColumn = WIDTH): CellRange {
  return { startRow: row, endRow: row + 1, startColumn, endColumn };
}
