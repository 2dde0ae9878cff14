import type { CellRange, CellStyle, LayoutCell } from '../layout/layout.ts';
import type { GridSpan } from './grid.ts';
import { heightOfText, LINE_OF_TEXT } from '../layout/row-height.ts';

/** Rows of a table behind a figure, of `details` where none is named; the end excluded. */
export interface DetailSpan {
  readonly table?: string;
  readonly from: number;
  readonly to: number;
}

/** A cell whose link is not known yet: where the rows behind it will stand is told when all is drawn. */
export interface DrawnCell extends LayoutCell {
  readonly leadsTo?: DetailSpan;
}

export interface DrawnRow {
  readonly cells: readonly DrawnCell[];
  readonly height?: number;
  /** Cells joined into one; `rows` downward, one where absent. */
  readonly merges?: readonly (GridSpan & { readonly rows?: number })[];
}

/** A text over some of the grid's columns. */
export interface Piece extends GridSpan {
  readonly text: string;
  readonly style: CellStyle;
}

/** A row of texts beside each other, as high as the longest of them needs. */
export function textRow(widths: readonly number[], pieces: readonly Piece[]): DrawnRow {
  const cells: DrawnCell[] = widths.map(() => ({ value: null }));
  for (const { from, text, style } of pieces) cells[from] = { value: text === '' ? null : text, style };
  const heights = pieces.map(({ text, style, ...span }) =>
    heightOfText(text, { ...style, width: widthOf(widths, span) }),
  );
  return {
    cells,
    height: Math.max(LINE_OF_TEXT, ...heights),
    merges: pieces.filter(({ from, to }) => to - from > 1),
  };
}

const WRAPPED: CellStyle = { wrap: true, verticalAlign: 'top' };

/** A text over the whole width. */
export function lineOf(widths: readonly number[], text: string, style: CellStyle = {}): DrawnRow {
  return textRow(widths, [{ from: 0, to: widths.length, text, style: { ...WRAPPED, ...style } }]);
}

export function widthOf(widths: readonly number[], { from, to }: GridSpan): number {
  let width = 0;
  for (let column = from; column < to; column++) width += widths[column] ?? 0;
  return width;
}

export function mergesOf(rows: readonly DrawnRow[]): readonly CellRange[] {
  return rows.flatMap(({ merges = [] }, row) =>
    merges.map(({ from, to, rows: count = 1 }) => ({
      startRow: row,
      endRow: row + count,
      startColumn: from,
      endColumn: to,
    })),
  );
}
