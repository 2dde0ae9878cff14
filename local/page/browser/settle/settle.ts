import type { Workbook, Worksheet } from '@univerjs/core';
import type { PageFrame, PageSheet } from '../../wire/book.ts';
import type { Axes } from '../grid/axes.ts';
import { executorOf, type Execute } from '../grid/executor.ts';
import type { RowHeights } from './row-heights.ts';
import { planLines, type LineChange } from './lists.ts';
import { findDifferences } from './settle-cells.ts';
import { settleFrame } from './settle-frame.ts';
import type { Grid } from '../grid/univer.ts';

/** Cells written at once; more would stop the page for a moment. */
const MAX_ROWS_AT_ONCE = 5_000;

/**
 * Makes the grid's sheet show what the server has. `rowKeys` names the rows that may differ; undefined: all.
 * `applied` is the frame that the grid was last given.
 */
export function settleSheet(grid: Grid, { sheet, applied, axes, rowKeys, heights }: SettleTask): void {
  const { workbook } = grid;
  const { sheetId } = sheet.frame;
  const worksheet = workbook.getSheetBySheetId(String(sheetId));
  if (!worksheet) return;
  const execute = executorOf(grid);
  const now = axes.get(sheetId) ?? { rows: [], columns: [] };
  const place = { unitId: workbook.getUnitId(), subUnitId: String(sheetId) };
  const rowChanges = planLines(now.rows, sheet.frame.rowKeys);
  const columnChanges = planLines(now.columns, sheet.frame.columnKeys);
  for (const change of columnChanges) executeLines(execute, 'columns', { change, place, worksheet });
  for (const change of rowChanges) executeLines(execute, 'rows', { change, place, worksheet });
  const isMoved = hasMoved(sheet, axes);
  if (isMoved) heights.moved(place.subUnitId);
  axes.set(sheetId, { rows: sheet.frame.rowKeys, columns: sheet.frame.columnKeys });
  const rows = isMoved || !rowKeys ? allRows(sheet) : findRows(sheet, rowKeys);
  writeCells(execute, { workbook, worksheet, sheet, rows, place, heights });
  if (applied !== sheet.frame) settleFrame({ grid, execute, place, worksheet }, applied, sheet.frame);
}

/** Rows or columns that the grid shows stand elsewhere with the server, or nowhere; what is added at the end moves none. */
export function hasMoved({ frame }: PageSheet, axes: Axes): boolean {
  const now = axes.get(frame.sheetId);
  if (!now) return false;
  const differ = (shown: readonly string[], after: readonly string[]): boolean =>
    shown !== after && shown.some((key, index) => after[index] !== key);
  return differ(now.rows, frame.rowKeys) || differ(now.columns, frame.columnKeys);
}

export interface SettleTask {
  readonly sheet: PageSheet;
  readonly applied: PageFrame | undefined;
  readonly axes: Axes;
  readonly rowKeys: ReadonlySet<string> | undefined;
  readonly heights: RowHeights;
}

function allRows({ frame }: PageSheet): number[] {
  return frame.rowKeys.map((_, row) => row);
}

function findRows({ frame }: PageSheet, keys: ReadonlySet<string>): number[] {
  return frame.rowKeys.flatMap((key, row) => (keys.has(key) ? [row] : []));
}

interface Place {
  readonly unitId: string;
  readonly subUnitId: string;
}

interface CellsTask {
  readonly workbook: Workbook;
  readonly worksheet: Worksheet;
  readonly sheet: PageSheet;
  readonly rows: readonly number[];
  readonly place: Place;
  readonly heights: RowHeights;
}

function writeCells(execute: Execute, { workbook, worksheet, sheet, rows, place, heights }: CellsTask): void {
  for (let start = 0; start < rows.length; start += MAX_ROWS_AT_ONCE) {
    const part = rows.slice(start, start + MAX_ROWS_AT_ONCE);
    const cellValue = findDifferences(workbook, worksheet, { sheet, rows: part });
    if (!cellValue) continue;
    execute('sheet.mutation.set-range-values', { ...place, cellValue });
    heights.changed(place.subUnitId, Object.keys(cellValue).map(Number));
  }
}

const INSERT = { rows: 'sheet.mutation.insert-row', columns: 'sheet.mutation.insert-col' } as const;
const REMOVE = { rows: 'sheet.mutation.remove-rows', columns: 'sheet.mutation.remove-col' } as const;

function executeLines(
  execute: Execute,
  axis: 'rows' | 'columns',
  { change, place, worksheet }: { change: LineChange; place: Place; worksheet: Worksheet },
): void {
  const { start, end } = change;
  const range =
    axis === 'rows'
      ? { startRow: start, endRow: end, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }
      : { startRow: 0, endRow: worksheet.getRowCount() - 1, startColumn: start, endColumn: end };
  execute((change.kind === 'insert' ? INSERT : REMOVE)[axis], { ...place, range });
}
