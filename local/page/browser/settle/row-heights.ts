import { LifecycleService, LifecycleStages } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { PageBook } from '../../wire/book.ts';
import { findSheet } from '../grid/mirror.ts';
import { executorOf } from '../grid/executor.ts';
import type { Grid } from '../grid/univer.ts';

/** Rows are as high as their text: those of the sheet that is looked at at once, others when their sheet is opened. */
export interface RowHeights {
  changed(subUnitId: string, rows: readonly number[]): void;
  /** Rows have other numbers now. */
  moved(subUnitId: string): void;
}

/** Rows measured before the sheet is painted; the others follow when the browser has time. */
const AT_ONCE = 1_000;

export function keepRowHeights(grid: Grid, mirror: () => PageBook): RowHeights {
  const { workbook, injector } = grid;
  /** Absent: every row of the sheet is to be measured. */
  const waiting = new Map<string, Set<number>>();
  const open = (subUnitId: string): void => {
    const rows = findSheet(mirror(), Number(subUnitId))?.rows ?? [];
    const all = () => rows.flatMap((row, index) => (row ? [index] : []));
    if (measure(grid, subUnitId, [...(waiting.get(subUnitId) ?? all())])) waiting.set(subUnitId, new Set());
  };
  const activeId = () => workbook.getActiveSheet()?.getSheetId();
  const openActive = (): void => {
    const subUnitId = activeId();
    if (subUnitId !== undefined) open(subUnitId);
  };
  // The command that opens the sheet makes its skeleton first; the picture comes after both.
  workbook.activeSheet$.subscribe(() => queueMicrotask(openActive));
  void injector.get(LifecycleService).onStage(LifecycleStages.Rendered).then(openActive);
  return {
    changed(subUnitId, rows) {
      if (subUnitId === activeId() && measure(grid, subUnitId, rows)) return;
      const known = waiting.get(subUnitId);
      for (const row of rows) known?.add(row);
    },
    moved: (subUnitId) => void (subUnitId === activeId() || waiting.delete(subUnitId)),
  };
}

/** False where the grid has no picture of the sheet yet to measure in. */
function measure(grid: Grid, subUnitId: string, rows: readonly number[]): boolean {
  const { workbook, injector } = grid;
  const unitId = workbook.getUnitId();
  const render = injector.get(IRenderManagerService).getRenderById(unitId);
  const skeleton = render?.with(SheetSkeletonManagerService).ensureSkeleton(subUnitId);
  const worksheet = workbook.getSheetBySheetId(subUnitId);
  if (!skeleton || !worksheet) return false;
  const execute = executorOf(grid);
  const rowsAutoHeightInfo = skeleton
    .calculateAutoHeightInRange(rows.slice(0, AT_ONCE).map(toRange))
    .filter(({ row, autoHeight }) => autoHeight && worksheet.getRowHeight(row) !== autoHeight);
  if (rowsAutoHeightInfo.length > 0)
    execute('sheet.mutation.set-worksheet-row-auto-height', { unitId, subUnitId, rowsAutoHeightInfo });
  const ranges = rows.slice(AT_ONCE).map(toRange);
  if (ranges.length > 0)
    execute('sheet.operation.mark-dirty-row-auto-height', {
      unitId,
      subUnitId,
      ranges,
      id: crypto.randomUUID(),
    });
  return true;
}

function toRange(row: number): { startRow: number; endRow: number; startColumn: number; endColumn: number } {
  return { startRow: row, endRow: row, startColumn: 0, endColumn: 0 };
}
