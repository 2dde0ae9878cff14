import type { ReportTable } from '../../domain/report/report-document.ts';

/** Grid columns that one column of a table covers; the end excluded. */
export interface GridSpan {
  readonly from: number;
  readonly to: number;
}

export function spanAt(spans: readonly GridSpan[], index: number): GridSpan {
  return spans[index] ?? { from: index, to: index + 1 };
}

/** The columns of a sheet that several tables share. */
export interface Grid {
  /** Pixels. */
  readonly widths: readonly number[];
  readonly spansOf: (table: ReportTable) => readonly GridSpan[];
}

/** Millimetres of A4 landscape between the margins. */
export const PAGE_MILLIMETRES = 267;
const PIXELS_PER_MILLIMETRE = 96 / 25.4;
/** Edges nearer than this are one, so that the sheet does not fall into slivers. */
const TOLERANCE = 2.5;
const EXTRA_COLUMN = 20;
/** Between the texts that stand side by side in requisites and signature. */
export const FRAME_EDGES: readonly [number, number] = [117, 171];
const FRAME_TOLERANCE = 15;

interface GridNeeds {
  readonly minColumns: number;
  /** Whether requisites or the signature stand on the sheet. */
  readonly hasFrame: boolean;
}

/** More rows are not merged cell by cell: tens of thousands of merges make a sheet unusable. */
const MAX_MERGED_ROWS = 2000;
/** Beside a long table the others keep fewer edges of their own: on a wider sheet their words fit all the same. */
const WIDER = 1.5;

export function isLong({ rows }: ReportTable): boolean {
  return rows.length > MAX_MERGED_ROWS;
}

/**
 * One grid for tables of different columns: the edges of the tables, near ones joined. A long table is not merged,
 * so no edge may cut its figures; its texts flow over the empty cells beside them.
 */
export function planGrid(tables: readonly ReportTable[], { minColumns, hasFrame }: GridNeeds): Grid {
  const edges = [0, PAGE_MILLIMETRES];
  const solid: { readonly start: number; readonly end: number }[] = [];
  for (const table of tables.toSorted(byWeight)) {
    const own = edgesOf(table);
    for (const edge of own) {
      const isNear = edges.some((other) => Math.abs(other - edge) < TOLERANCE);
      const isInside = solid.some(({ start, end }) => edge > start && edge < end);
      if (!isNear && !isInside) edges.push(edge);
    }
    if (isLong(table)) solid.push(...figuresOf(table, own));
  }
  if (hasFrame)
    edges.push(
      ...FRAME_EDGES.filter((edge) => edges.every((other) => Math.abs(other - edge) > FRAME_TOLERANCE)),
    );
  edges.sort((a, b) => a - b);
  const columns = Math.max(minColumns, ...tables.map((table) => table.columns.length));
  while (edges.length <= columns) edges.push((edges.at(-1) ?? 0) + EXTRA_COLUMN);
  const scale = PIXELS_PER_MILLIMETRE * (tables.length > 1 && tables.some(isLong) ? WIDER : 1);
  return {
    widths: edges.slice(1).map((edge, index) => Math.round((edge - (edges[index] ?? 0)) * scale)),
    spansOf: (table) => snap(edgesOf(table), edges),
  };
}

function byWeight(a: ReportTable, b: ReportTable): number {
  if (isLong(a) || isLong(b)) return b.rows.length - a.rows.length;
  return b.columns.length - a.columns.length;
}

/** Where the table's columns begin and end, in millimetres of the page. */
function edgesOf({ columns }: ReportTable): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  let sum = 0;
  return [0, ...columns.map(({ width }) => ((sum += width) * PAGE_MILLIMETRES) / total)];
}

function figuresOf({ columns }: ReportTable, edges: readonly number[]) {
  return columns.flatMap(({ kind }, index) =>
    kind === 'text' || kind === 'state' ? [] : [{ start: edges[index] ?? 0, end: edges[index + 1] ?? 0 }],
  );
}

/** Each of the table's edges goes to the nearest of the grid that leaves a column to each of its neighbours. */
function snap(own: readonly number[], edges: readonly number[]): readonly GridSpan[] {
  const count = own.length - 1;
  let from = 0;
  return Array.from({ length: count }, (_, index) => {
    const last = edges.length - 1 - (count - 1 - index);
    const to =
      index === count - 1 ? endOf(own, edges) : nearest(edges, own[index + 1] ?? 0, [from + 1, last]);
    const span = { from, to: Math.max(to, from + 1) };
    from = span.to;
    return span;
  });
}

/** The page's edge; columns that were added beyond it serve only tables with more columns than the page has. */
function endOf(own: readonly number[], edges: readonly number[]): number {
  return Math.max(edges.indexOf(PAGE_MILLIMETRES), own.length - 1);
}

function nearest(edges: readonly number[], wanted: number, [first, last]: readonly [number, number]): number {
  let best = first;
  for (let index = first; index <= last; index++) {
    if (distance(edges[index], wanted) < distance(edges[best], wanted)) best = index;
  }
  return best;
}

function distance(edge = 0, wanted: number): number {
  return Math.abs(edge - wanted);
}
