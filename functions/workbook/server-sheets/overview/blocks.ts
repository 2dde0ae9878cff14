import { ROOM } from '../../../domain/overview/overview.ts';
import type { Cell, CellStyle, LayoutCell, LayoutRow } from '../../layout/layout.ts';
import { FIGURE, HEAD, HEADING, rowOf, styled } from './grid.ts';

/** Cells of one row from a column on. */
type Stretch = readonly [column: number, cells: readonly LayoutCell[]];

/** What stands in one row of a table. */
export type Pieces = readonly Stretch[];

interface TableBlock {
  readonly rows: readonly LayoutRow[];
  readonly height: number;
}

const HEADING_HEIGHT = 22;
const HEAD_HEIGHT = 34;
/** Two lines of a name. */
export const LINE_HEIGHT = 30;
/** The same in smaller letters. */
export const LOW_LINE_HEIGHT = 26;
const GAP = 8;
/** Heading and head of a table stand over its lines. */
export const LINES_START = 2;
/** A trend has a line more than the tables. */
const LINES = Math.max(ROOM.lines, ROOM.weeks, ROOM.months);
export const BLOCK_ROWS = LINES_START + LINES;

/**
 * Tables side by side, as many rows whatever they say, and a gap under them. `lines`: more than that none of them has;
 * the row that is left takes no room.
 */
export function layBlock(
  tables: readonly (readonly Pieces[])[],
  { lines = LINES, lineHeight }: { readonly lines?: number; readonly lineHeight: number },
): TableBlock {
  const heights = Array.from({ length: BLOCK_ROWS }, (_, row) =>
    row < LINES_START + lines ? heightOf(row, lineHeight) : GAP,
  );
  return {
    rows: [
      ...heights.map((height, row) =>
        rowOf(
          tables.flatMap((table) => table[row] ?? []),
          height,
        ),
      ),
      rowOf([], GAP),
    ],
    height: heights.reduce((sum, each) => sum + each, 0),
  };
}

function heightOf(row: number, lineHeight: number): number {
  if (row === 0) return HEADING_HEIGHT;
  return row < LINES_START ? HEAD_HEIGHT : lineHeight;
}

interface Table {
  readonly column: number;
  readonly heading: string;
  readonly head: readonly (string | null)[];
  readonly lines: readonly Pieces[];
}

/** The rows of one table. */
export function piecesOf({ column, heading, head, lines }: Table): readonly Pieces[] {
  return [
    [[column, [styled(heading, HEADING)]]],
    [[column, head.map((title) => styled(title, HEAD))]],
    ...lines,
  ];
}

/** A cell a style; what has no style of its own is a figure. */
export function linePiece(column: number, values: readonly Cell[], styles: readonly CellStyle[]): Pieces {
  return [[column, values.map((value, at) => styled(value, styles[at] ?? FIGURE))]];
}
