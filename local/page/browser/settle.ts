import { ICommandService, type Workbook, type Worksheet } from '@univerjs/core';
import type { PageFrame, PageSheet } from '../wire/book.ts';
import type { Axes } from './axes.ts';
import { planLines, type LineChange } from './lists.ts';
import { findDifferences } from './settle-cells.ts';
import { settleFrame } from './settle-frame.ts';
import type { Grid } from './univer.ts';

/** Told to Univer with each change that comes from the server: it is no deed of this window's user. */
const FROM_SERVER = { fromCollab: true };
/** Cells written at once; more would stop the page for a moment. */
const MAX_ROWS_AT_ONCE = 5_000;

export type Execute = (id: string, params: object) => void;

export interface SettleResult {
  /** Rows or columns came, went or moved. */
  readonly isMoved: boolean;
}

export function executorOf({ injector }: Grid): Execute {
  const commands = injector.get(ICommandService);
  return (id, params) => void commands.syncExecuteCommand(id, params, FROM_SERVER);
}

/**
 * Makes the grid's sheet show what the server has. `rowKeys` names the rows that may differ; undefined: all.
 * `applied` is the frame that the grid was last given.
 */
export function settleSheet(grid: Grid, { sheet, applied, axes, rowKeys }: SettleTask): SettleResult {
  const { workbook } = grid;
  const { sheetId } = sheet.frame;
  const worksheet = workbook.getSheetBySheetId(String(sheetId));
  if (!worksheet) return { isMoved: false };
  const execute = executorOf(grid);
  const now = axes.get(sheetId) ?? { rows: [], columns: [] };
  const place = { unitId: workbook.getUnitId(), subUnitId: String(sheetId) };
  const rowChanges = planLines(now.rows, sheet.frame.rowKeys);
  const columnChanges = planLines(now.columns, sheet.frame.columnKeys);
  for (const change of columnChanges) executeLines(execute, 'columns', { change, place, worksheet });
  for (const change of rowChanges) executeLines(execute, 'rows', { change, place, worksheet });
  const known = new Set(now.rows);
  const kept = now.rows.filter((key) => sheet.frame.rowKeys.includes(key));
  const isMoved =
    rowChanges.length + columnChanges.length > 0 || !isInOrder(kept, sheet.frame.rowKeys, known);
  axes.set(sheetId, { rows: sheet.frame.rowKeys, columns: sheet.frame.columnKeys });
  const rows = isMoved || !rowKeys ? allRows(sheet) : findRows(sheet, rowKeys);
  writeCells(execute, { workbook, worksheet, sheet, rows, place });
  if (applied !== sheet.frame) settleFrame({ grid, execute, place, worksheet }, applied, sheet.frame);
  return { isMoved };
}

export interface SettleTask {
  readonly sheet: PageSheet;
  readonly applied: PageFrame | undefined;
  readonly axes: Axes;
  readonly rowKeys: ReadonlySet<string> | undefined;
}

function isInOrder(kept: readonly string[], after: readonly string[], known: ReadonlySet<string>): boolean {
  const expected = after.filter((key) => known.has(key));
  return expected.every((key, index) => key === kept[index]);
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
}

function writeCells(execute: Execute, { workbook, worksheet, sheet, rows, place }: CellsTask): void {
  for (let start = 0; start < rows.length; start += MAX_ROWS_AT_ONCE) {
    const part = rows.slice(start, start + MAX_ROWS_AT_ONCE);
    const cellValue = findDifferences(workbook, worksheet, { sheet, rows: part });
    if (!cellValue) continue;
    execute('sheet.mutation.set-range-values', { ...place, cellValue });
    growRows(execute, place, Object.keys(cellValue).map(Number));
  }
}

/** Rows grow and shrink with the text in them. */
export function growRows(execute: Execute, place: Place, rows: readonly number[]): void {
  if (rows.length === 0) return;
  const ranges = rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: 0 }));
  execute('sheet.operation.mark-dirty-row-auto-height', { ...place, ranges, id: crypto.randomUUID() });
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
