import { IUndoRedoService } from '@univerjs/core';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { BookPatch, PageBook, PageFrame } from '../wire/book.ts';
import type { EditsAnswer, Step } from '../wire/edits.ts';
import { createAxes, type Axes } from './axes.ts';
import { collectEdits } from './collect-edits.ts';
import { findSheet, patchBook } from './mirror.ts';
import { executorOf, growRows, settleSheet } from './settle.ts';
import { settleTabs } from './settle-tabs.ts';
import type { Grid } from './univer.ts';

export interface SessionOptions {
  readonly grid: Grid;
  readonly book: PageBook;
  readonly newKey: () => string;
  /** Called with what the user has done, a deed at a time. */
  readonly onEdit: (steps: readonly Step[]) => void;
  /** Whether edits are still on their way. */
  readonly isWaiting: () => boolean;
}

/** The grid and the server's workbook, kept the same. */
export interface Session {
  readonly book: () => PageBook;
  patch(patch: BookPatch): void;
  /** A whole state, after the connection was lost. */
  replace(book: PageBook): void;
  answered(answer: EditsAnswer): void;
}

export function openSession({ grid, book, newKey, onEdit, isWaiting }: SessionOptions): Session {
  const axes = createAxes(newKey);
  const applied = new Map<number, PageFrame>();
  let mirror = book;
  let awaited = 0;
  let dirty: Map<number, Set<string> | undefined> = new Map();
  for (const { frame } of book.sheets) {
    axes.set(frame.sheetId, { rows: frame.rowKeys, columns: frame.columnKeys });
    applied.set(frame.sheetId, frame);
  }
  const touch = (sheetId: number, keys: Iterable<string> | undefined): void => {
    if (keys === undefined) return void dirty.set(sheetId, undefined);
    if (dirty.has(sheetId) && dirty.get(sheetId) === undefined) return;
    dirty.set(sheetId, new Set([...(dirty.get(sheetId) ?? []), ...keys]));
  };
  const settle = (): void => {
    if (isWaiting() || mirror.sequence < awaited) return;
    // A row must not slip away under the editor; cells may change beside it.
    if (isEditing(grid) && isMoving(mirror, axes)) return;
    const work = dirty;
    dirty = new Map();
    settleAll({ grid, mirror, axes, applied }, work);
  };
  collectEdits(grid, {
    axes,
    mirror: () => mirror,
    onEdit: (steps) => {
      for (const [sheetId, keys] of touchedBy(steps)) touch(sheetId, keys);
      onEdit(steps);
    },
  });
  onEditorClosed(grid, settle);
  growVisible(grid, () => mirror);
  return {
    book: () => mirror,
    patch(patch) {
      mirror = patchBook(mirror, patch);
      for (const { sheetId, frame, rows } of patch.sheets) {
        const keys = mirror.sheets.find((sheet) => sheet.frame.sheetId === sheetId)?.frame.rowKeys ?? [];
        touch(sheetId, frame && !applied.has(sheetId) ? undefined : rows.map(([row]) => keys[row] ?? ''));
      }
      settle();
    },
    replace(next) {
      mirror = next;
      for (const { frame } of next.sheets) touch(frame.sheetId, undefined);
      settle();
    },
    answered({ sequence }) {
      awaited = Math.max(awaited, sequence);
      settle();
    },
  };
}

interface SettleParts {
  readonly grid: Grid;
  readonly mirror: PageBook;
  readonly axes: Axes;
  readonly applied: Map<number, PageFrame>;
}

function settleAll(
  { grid, mirror, axes, applied }: SettleParts,
  dirty: ReadonlyMap<number, ReadonlySet<string> | undefined>,
): void {
  settleTabs(grid, mirror, { axes, applied });
  let isMoved = false;
  for (const sheet of mirror.sheets) {
    const { sheetId } = sheet.frame;
    const isTouched = dirty.has(sheetId) || applied.get(sheetId) !== sheet.frame;
    if (!isTouched) continue;
    const rowKeys = dirty.has(sheetId) ? dirty.get(sheetId) : new Set<string>();
    const result = settleSheet(grid, { sheet, applied: applied.get(sheetId), axes, rowKeys });
    isMoved ||= result.isMoved;
    applied.set(sheetId, sheet.frame);
  }
  // Univer would undo by row numbers that are another row's now.
  if (isMoved) grid.injector.get(IUndoRedoService).clearUndoRedo(grid.workbook.getUnitId());
}

/** Rows that the server may see otherwise than the grid: what was typed is a date there, or was refused. */
function touchedBy(steps: readonly Step[]): [number, string[] | undefined][] {
  return steps.map((step) => {
    if (step.kind === 'cells' || step.kind === 'style') return [step.sheetId, step.cells.map(([row]) => row)];
    if (step.kind === 'reorder') return [step.sheetId, step.rows];
    if (step.kind === 'size' || step.kind === 'hide') return [step.sheetId, []];
    return [step.sheetId, undefined];
  });
}

function isMoving({ sheets }: PageBook, axes: Axes): boolean {
  return sheets.some(({ frame }) => {
    const now = axes.get(frame.sheetId);
    return (
      now && (String(now.rows) !== String(frame.rowKeys) || String(now.columns) !== String(frame.columnKeys))
    );
  });
}

function isEditing({ injector }: Grid): boolean {
  return injector.get(IEditorBridgeService).isVisible().visible;
}

function onEditorClosed({ injector }: Grid, run: () => void): void {
  injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => {
    if (!visible) queueMicrotask(run);
  });
}

/** Rows are as high as their text from the moment that their sheet is looked at. */
function growVisible(grid: Grid, mirror: () => PageBook): void {
  const grown = new Set<string>();
  const execute = executorOf(grid);
  grid.workbook.activeSheet$.subscribe((worksheet) => {
    const subUnitId = worksheet?.getSheetId();
    if (subUnitId === undefined || grown.has(subUnitId)) return;
    grown.add(subUnitId);
    const sheet = findSheet(mirror(), Number(subUnitId));
    const filled = (sheet?.rows ?? []).flatMap((row, index) => (row ? [index] : []));
    const place = { unitId: grid.workbook.getUnitId(), subUnitId };
    // The sheet's skeleton must stand first.
    setTimeout(() => growRows(execute, place, filled), 0);
  });
}
