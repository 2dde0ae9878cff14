import type { PageBook } from '../wire/book.ts';
import { findSheet } from './mirror.ts';
import { executorOf } from './executor.ts';
import type { Grid } from './univer.ts';

/** Rows are as high as their text: those of the sheet that is looked at at once, others when their sheet is opened. */
export interface RowHeights {
  changed(subUnitId: string, rows: readonly number[]): void;
  /** Rows have other numbers now. */
  moved(subUnitId: string): void;
}

export function keepRowHeights(grid: Grid, mirror: () => PageBook): RowHeights {
  const { workbook } = grid;
  /** Absent: every row of the sheet is to be measured. */
  const waiting = new Map<string, Set<number>>();
  const measure = (subUnitId: string, rows: readonly number[]): void => {
    if (rows.length === 0) return;
    const ranges = rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: 0 }));
    executorOf(grid)('sheet.operation.mark-dirty-row-auto-height', {
      unitId: workbook.getUnitId(),
      subUnitId,
      ranges,
      id: crypto.randomUUID(),
    });
  };
  const open = (subUnitId: string): void => {
    const rows = findSheet(mirror(), Number(subUnitId))?.rows ?? [];
    const all = () => rows.flatMap((row, index) => (row ? [index] : []));
    measure(subUnitId, [...(waiting.get(subUnitId) ?? all())]);
    waiting.set(subUnitId, new Set());
  };
  const isOpen = (subUnitId: string) => workbook.getActiveSheet()?.getSheetId() === subUnitId;
  workbook.activeSheet$.subscribe((worksheet) => {
    const subUnitId = worksheet?.getSheetId();
    // The sheet's skeleton must stand first.
    if (subUnitId !== undefined) setTimeout(() => open(subUnitId), 0);
  });
  return {
    changed(subUnitId, rows) {
      if (isOpen(subUnitId)) return measure(subUnitId, rows);
      const known = waiting.get(subUnitId);
      for (const row of rows) known?.add(row);
    },
    moved: (subUnitId) => void (isOpen(subUnitId) || waiting.delete(subUnitId)),
  };
}
