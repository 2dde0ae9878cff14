import { IUndoRedoService } from '@univerjs/core';
import type { PageBook, PageFrame } from '../../wire/book.ts';
import { isWholeSheet } from '../../wire/explain-guard.ts';
import type { Axes } from '../grid/axes.ts';
import { hasMoved, settleSheet } from './settle.ts';
import type { RowHeights } from './row-heights.ts';
import { settleTabs } from './settle-tabs.ts';
import type { Grid } from '../grid/univer.ts';

interface SettleParts {
  readonly grid: Grid;
  readonly mirror: PageBook;
  readonly axes: Axes;
  readonly applied: Map<number, PageFrame>;
  readonly heights: RowHeights;
}

/** Rows of each sheet that the grid may show otherwise than the server has them; undefined: all. */
export type Dirty = Map<number, Set<string> | undefined>;

/** Makes the tabs and the sheet that is looked at right; answers what is left to do for the others. */
export function settleSeen(parts: SettleParts, dirty: Dirty): Dirty {
  const { grid, mirror, axes } = parts;
  settleTabs(grid, mirror, parts);
  const staff = mirror.sheets.filter(({ frame }) => !isWholeSheet(frame));
  // Univer would undo by row numbers that are another row's now.
  if (staff.some((sheet) => hasMoved(sheet, axes)))
    grid.injector.get(IUndoRedoService).clearUndoRedo(grid.workbook.getUnitId());
  const active = Number(grid.workbook.getActiveSheet()?.getSheetId());
  settleSheets(parts, { dirty, isMeant: (sheetId) => sheetId === active });
  return new Map([...dirty].filter(([sheetId]) => sheetId !== active));
}

/** Makes the grid show, on the sheets that are meant, what the server has. */
export function settleSheets(
  { grid, mirror, axes, applied, heights }: SettleParts,
  { dirty, isMeant }: { readonly dirty: Dirty; readonly isMeant: (sheetId: number) => boolean },
): void {
  for (const sheet of mirror.sheets) {
    const { sheetId } = sheet.frame;
    const isTouched = dirty.has(sheetId) || applied.get(sheetId) !== sheet.frame;
    if (!isTouched || !isMeant(sheetId)) continue;
    const rowKeys = dirty.has(sheetId) ? dirty.get(sheetId) : new Set<string>();
    settleSheet(grid, { sheet, applied: applied.get(sheetId), axes, rowKeys, heights });
    applied.set(sheetId, sheet.frame);
  }
}
