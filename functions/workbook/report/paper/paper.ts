import type { ReportTable } from '../../../domain/report/report-document.ts';
import type { CellStyle } from '../../layout/layout.ts';
import { drawBlock, planKeptRows, startDrawing, type Drawn } from '../blocks.ts';
import { lineOf, type DrawnRow } from '../drawn-row.ts';
import { footRows, headRows } from './frame-rows.ts';
import { planGrid, type Grid } from '../grid.ts';
import { PART_TITLE } from '../layout.ts';
import type { ReportFrame } from './requisites.ts';
import { tablesAmong, type ReportSheet, type SheetBlock } from '../sheets.ts';
import { drawTable } from '../rows/table.ts';
import { LINE_OF_TEXT } from '../../layout/row-height.ts';

/**
 * Columns are measured in digits of whole screen dots, and paper shows them up to 7 % wider. Excel would shrink them
 * by itself but then ignores page breaks, so the shrinking is given.
 */
export const SCALE = 92;
const MILLIMETRES = 170;
/** What programs differ by. */
const CAUTION = 0.985;
/** Pixels of A4 landscape between the upper and the lower margin. */
export const PAGE_HEIGHT = Math.floor((((MILLIMETRES * 96) / 25.4) * CAUTION * 100) / SCALE);
/** Shares of a page: a higher table may be split, else the page before it would stay half empty. */
const LOW = { withHead: 0.45, alone: 0.6 };
/** More rows than this never fit, however low they are. */
const MAX_ROWS = 40;

/** Rows of one sheet, and those that must not be the last of a page. */
export interface DrawnSheet {
  readonly drawn: Drawn;
  readonly kept: ReadonlySet<number>;
}

interface SheetContext {
  readonly grid: Grid;
  readonly frame: ReportFrame;
}

const ANNEX: CellStyle = { align: 'right' };

export function heightOf({ height }: DrawnRow): number {
  return height ?? LINE_OF_TEXT;
}

/** Whether the table is low enough not to be split. */
export function isLow(table: ReportTable, place: keyof typeof LOW): boolean {
  if (table.rows.length > MAX_ROWS) return false;
  const grid = planGrid([table], { minColumns: 0, hasFrame: false });
  const { rows } = drawTable(table, grid, () => undefined);
  return rows.reduce((sum, row) => sum + heightOf(row), 0) <= PAGE_HEIGHT * LOW[place];
}

/** Draws the blocks in their order; the first sheet has the requisites above them, the signed one the signature below. */
export function drawSheet(sheet: ReportSheet, { grid, frame }: SheetContext): DrawnSheet {
  const drawn = startDrawing();
  const kept = new Set<number>();
  const isAlone = tablesAmong(sheet.blocks).filter(({ rows }) => rows.length > 0).length === 1;
  if (sheet.isFirst) drawn.rows.push(...headRows(grid.widths, frame));
  sheet.blocks.forEach((block, index) => {
    const from = drawn.rows.length;
    const isBelowTable = isNoteBelowTable(sheet.blocks, index);
    if (isBelowTable) kept.add(from - 1);
    drawOne(drawn, block, grid);
    if (!isBelowTable) for (const row of keptRowsOf(drawn, block, { from, isAlone })) kept.add(row);
  });
  if (sheet.isSigned) addFoot({ drawn, kept }, footRows(grid.widths, frame));
  return { drawn, kept };
}

function drawOne(drawn: Drawn, block: SheetBlock, grid: Grid): void {
  const { rows } = drawn;
  if (block.kind === 'annex') rows.push(lineOf(grid.widths, block.text, ANNEX));
  else if (block.kind === 'title') {
    if (rows.at(-1)?.cells.some(({ value }) => value !== null)) rows.push({ cells: [] });
    rows.push(lineOf(grid.widths, block.text, PART_TITLE));
  } else {
    const context = { grid, linkToSource: () => undefined, tables: new Map(), withCharts: false };
    drawBlock(drawn, block, context);
  }
}

function isNoteBelowTable(blocks: readonly SheetBlock[], index: number): boolean {
  const block = blocks[index];
  return block?.kind === 'text' && block.style === 'note' && blocks[index - 1]?.kind === 'table';
}

interface BlockPlace {
  readonly from: number;
  /** The only table of its sheet, whose head is repeated on each page: it alone may be split. */
  readonly isAlone: boolean;
}

function keptRowsOf(drawn: Drawn, block: SheetBlock, { from, isAlone }: BlockPlace): readonly number[] {
  const to = drawn.rows.length;
  const range = (start: number, end: number) =>
    Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
  if (block.kind === 'text') return block.style === 'body' ? [] : range(from, to);
  if (block.kind !== 'table') return range(to - 1, to);
  const { key, rows } = block.table;
  if (!isAlone || rows.length === 0) return range(from, to - 1);
  const first = drawn.firstRows.get(key) ?? from;
  const legend = range(first + rows.length - 1, to - 1);
  const own = planKeptRows(rows).flatMap((isKept, index) => (isKept ? [first + index] : []));
  return [...range(from, first), ...own, ...legend];
}

/** No signature stands alone on a sheet of paper. */
function addFoot(
  { drawn, kept }: { readonly drawn: Drawn; readonly kept: Set<number> },
  foot: readonly DrawnRow[],
): void {
  const last = drawn.rows.length - 1;
  drawn.rows.push(...foot);
  for (let row = last; row < drawn.rows.length - 1; row++) kept.add(row);
}
