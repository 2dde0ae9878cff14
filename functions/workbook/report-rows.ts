import type { Cell, CellRange, CellStyle, LayoutCell, LayoutRow } from './layout.ts';
import { BODY_STYLE, HEADER_STYLE, PALETTE } from './palette.ts';

/** A row of the report; `merge` joins cells `from` to `to` (excluded) into one. */
export interface ReportRow extends LayoutRow {
  readonly merge?: readonly { readonly from: number; readonly to: number }[];
}

/** Pixels; together they fit A4 landscape at one page wide. */
export const REPORT_WIDTHS: readonly number[] = [
  44, 244, 150, 96, 128, 52, 60, 66, 56, 56, 64, 56, 60, 60, 60, 128, 132,
];

const WIDTH = REPORT_WIDTHS.length;

/** A line of text over the whole width. */
export function spanning(text: string, style: CellStyle = {}): ReportRow {
  return {
    cells: [{ value: text === '' ? null : text, style: { wrap: true, verticalAlign: 'top', ...style } }],
    merge: [{ from: 0, to: WIDTH }],
    height: heightFor(text, style),
  };
}

/** Characters of 10 points that fit the whole width, measured on the rendered page. */
const LINE_CHARACTERS = 230;

function heightFor(text: string, { size = 10 }: CellStyle): number {
  const lines = Math.max(1, Math.ceil((text.length * size) / (10 * LINE_CHARACTERS)));
  return Math.round(lines * size * 1.7 + 4);
}

/** A heading of one of the report's parts. */
export function heading(text: string): ReportRow {
  return spanning(text, { bold: true, size: 12 });
}

/** A section's line inside a table. */
export function sectionRow(text: string): ReportRow {
  return {
    cells: borderedSpan(text, { ...BODY_STYLE, bold: true, background: PALETTE.section }, WIDTH),
    merge: [{ from: 0, to: WIDTH }],
  };
}

export function headerRow(titles: readonly string[], height: number): ReportRow {
  return { height, cells: titles.map((value) => ({ value, style: { ...HEADER_STYLE, size: 9 } })) };
}

export interface Span {
  readonly value: Cell;
  /** Columns that the cell covers. */
  readonly columns: number;
  readonly style?: CellStyle;
}

/** A table row whose cells may cover several columns; all are bordered. */
export function spanRow(spans: readonly Span[], base: CellStyle = BODY_STYLE): ReportRow {
  let column = 0;
  const merge: { from: number; to: number }[] = [];
  const cells = spans.flatMap(({ value, columns, style }) => {
    if (columns > 1) merge.push({ from: column, to: column + columns });
    column += columns;
    return borderedSpan(value, { ...base, ...style }, columns);
  });
  return { cells, merge };
}

/** Borders must stand on every cell under a merge, else the printed frame has gaps. */
function borderedSpan(value: Cell, style: CellStyle, columns: number): LayoutCell[] {
  return Array.from({ length: columns }, (_, index) => ({ value: index === 0 ? value : null, style }));
}

export function mergeAcross({ merge = [] }: ReportRow, row: number): readonly CellRange[] {
  return merge.map(({ from, to }) => ({
    startRow: row,
    endRow: row + 1,
    startColumn: from,
    endColumn: to,
  }));
}
