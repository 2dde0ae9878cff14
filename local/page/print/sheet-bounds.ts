import { shownText } from '../wire/shown-text.ts';
import { USUAL_SIZE, type PageChart, type PageFrame, type PageSheet } from '../wire/book.ts';

/** What of a sheet goes to paper: all up to its last text and chart, without what is hidden. */
export interface Bounds {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Pixels on the screen. */
  readonly width: number;
  readonly height: number;
}

export function findBounds({ frame, rows }: PageSheet): Bounds {
  const [hiddenRows, hiddenColumns] = [new Set(frame.hiddenRows), new Set(frame.hiddenColumns)];
  const texts = rows.flatMap((row, at) =>
    (row ?? []).flatMap((cell, column) => (shownText(cell) === '' ? [] : [[at, column] as const])),
  );
  const ends = frame.charts.map((chart) => chartEnd(frame, chart));
  // Cells beside the last text may belong to it by a merge.
  const joined = frame.merges
    .filter(({ startRow, startColumn }) => shownText(rows[startRow]?.[startColumn]) !== '')
    .map(({ endRow, endColumn }) => [endRow - 1, endColumn - 1] as const);
  const all = [...texts, ...ends, ...joined];
  const last = (axis: 0 | 1) => all.reduce((most, place) => Math.max(most, place[axis]), -1);
  const shown = (end: number, hidden: ReadonlySet<number>) =>
    Array.from({ length: end + 1 }, (_, at) => at).filter((at) => !hidden.has(at));
  const bounds = { rows: shown(last(0), hiddenRows), columns: shown(last(1), hiddenColumns) };
  return {
    ...bounds,
    width: bounds.columns.reduce((sum, column) => sum + widthOf(frame, column), 0),
    height: bounds.rows.reduce((sum, row) => sum + heightOf(frame, row), 0),
  };
}

export function widthOf({ columnWidths }: PageFrame, column: number): number {
  return columnWidths[column] ?? USUAL_SIZE.column;
}

/** The least height: text that needs more gets it. */
export function heightOf({ rowHeights }: PageFrame, row: number): number {
  return rowHeights[row] ?? USUAL_SIZE.row;
}

/** The cell that the chart's lower right corner covers. */
function chartEnd(frame: PageFrame, { row, column, width, height }: PageChart): readonly [number, number] {
  return [
    cellAt(row, height, (at) => heightOf(frame, at)),
    cellAt(column, width, (at) => widthOf(frame, at)),
  ];
}

function cellAt(start: number, length: number, sizeOf: (at: number) => number): number {
  let at = start;
  for (let left = length - sizeOf(start); left > 0; left -= sizeOf(at)) at += 1;
  return at;
}
