import { shownText } from '../wire/shown-text.ts';
import type { Box, PageCell, PageRow, PageSheet } from '../wire/book.ts';

/** A table of a sheet that lies on a free grid: a run of header cells and the rows under it. */
export interface PhoneTable {
  /** The bold line over it; '' where there is none. */
  readonly heading: string;
  /** As the sheet counts, for whoever leaves rows out that stand in a table. */
  readonly firstRow: number;
  readonly column: number;
  readonly lastRow: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (PageCell | null)[])[];
}

/** On a wide screen these stand aside; what a narrow one shows first is what stands below one another at the left. */
const ASIDE = 7;

/** All tables of the sheet: the left ones from top to bottom, then those beside them. */
export function findTables({ rows, frame }: PageSheet): readonly PhoneTable[] {
  const tables = rows.flatMap((row, at) => {
    const isCovered = (column: number) => frame.merges.some((box) => covers(box, at, column));
    return headRuns(row, isCovered).map((run) => tableAt(rows, at, run));
  });
  const found = tables.filter(({ rows: body }) => body.length > 0);
  return found.toSorted((a, b) => Number(a.column >= ASIDE) - Number(b.column >= ASIDE));
}

/** The columns of a table: those that a joined cell covers are none of them. */
interface Run {
  readonly columns: readonly number[];
}

function covers({ startRow, endRow, startColumn, endColumn }: Box, row: number, column: number): boolean {
  return row >= startRow && row < endRow && column > startColumn && column < endColumn;
}

/** What a header looks like: bold letters on a ground, between lines. */
function isHead(cell: PageCell | null | undefined): boolean {
  const { bold, background, borders } = cell?.s ?? {};
  return (
    cell?.v !== undefined &&
    bold === true &&
    background !== undefined &&
    borders?.left !== undefined &&
    isText(cell)
  );
}

function isText({ v }: PageCell): boolean {
  return typeof v === 'string';
}

function headRuns(row: PageRow | null | undefined, isCovered: (column: number) => boolean): readonly Run[] {
  const runs: { columns: number[]; end: number }[] = [];
  (row ?? []).forEach((cell, column) => {
    const last = runs.at(-1);
    const goesOn = last?.end === column;
    if (goesOn && isCovered(column)) last.end = column + 1;
    if (!isHead(cell)) return;
    if (goesOn) {
      last.columns.push(column);
      last.end = column + 1;
    } else runs.push({ columns: [column], end: column + 1 });
  });
  // One such cell is a burning figure or a severity, and no header.
  return runs.filter(({ columns }) => columns.length >= 2);
}

function tableAt(rows: PageSheet['rows'], at: number, { columns }: Run): PhoneTable {
  const [start = 0] = columns;
  const cellsOf = (row: PageRow | null | undefined) => columns.map((column) => row?.[column] ?? null);
  const body: (PageCell | null)[][] = [];
  for (let next = at + 1; next < rows.length; next++) {
    const cells = cellsOf(rows[next]);
    if (cells[0]?.v === undefined && cells[1]?.v === undefined) break;
    if (cells[0]?.s?.borders === undefined) break;
    body.push(cells);
  }
  const above = rows[at - 1]?.[start];
  return {
    heading: above?.s?.bold && typeof above.v === 'string' ? above.v : '',
    firstRow: above?.s?.bold ? at - 1 : at,
    lastRow: at + body.length,
    column: start,
    head: cellsOf(rows[at]).map((cell) => shownText(cell)),
    rows: body,
  };
}
