import { CustomCommandExecutionError, ICommandService, type ICommandInfo } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import type { PageBook, PageSheet } from '../../wire/book.ts';
import type { Step } from '../../wire/edits.ts';
import { explainGuard, findGuard } from '../../wire/explain-guard.ts';
import type { Grid } from '../grid/univer.ts';

interface Guarding {
  readonly book: () => PageBook;
  /** Told why nothing happens. */
  readonly onRefused: (message: string) => void;
  /** Deeds that the server does first, and the grid after it. */
  readonly onStep: (step: Step) => void;
}

const MAX_SHEET_ID = 2 ** 31 - 1;

/** Stops what must not begin: the editor over the system's cells, and tabs that only the server can make. */
export function guardEditing(grid: Grid, guarding: Guarding): void {
  grid.injector.get(ICommandService).beforeCommandExecuted((info, options) => {
    if (options?.fromCollab) return;
    const stop = STOPS[info.id]?.(grid, info, guarding);
    if (stop === undefined) return;
    if (stop !== '') guarding.onRefused(stop);
    throw new CustomCommandExecutionError('stopped by the page');
  });
}

/** The reason to stop; '' to stop without a word; undefined to let go. */
type Stop = (grid: Grid, info: Readonly<ICommandInfo>, guarding: Guarding) => string | undefined;

const STOPS: Readonly<Record<string, Stop>> = {
  'sheet.operation.set-cell-edit-visible': (grid, { params }, { book }) => {
    if (!paramOf(params, 'visible')) return undefined;
    const primary = grid.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    const sheet = activeSheet(grid, book());
    if (!primary || !sheet) return undefined;
    const { actualRow: row, actualColumn: column } = primary;
    return findGuard(sheet.frame, row, column) && explainGuard(sheet, new Set([column]));
  },
  'sheet.command.insert-sheet': (grid, _info, { onStep, book }) => {
    const index = 1 + book().sheets.findIndex(({ frame }) => String(frame.sheetId) === activeId(grid));
    onStep({ kind: 'add_sheet', sheetId: newSheetId(), index });
    return '';
  },
  'sheet.command.copy-sheet': (grid, { params }, { onStep }) => {
    const source = Number(paramOf(params, 'subUnitId') ?? activeId(grid));
    onStep({ kind: 'copy_sheet', sheetId: newSheetId(), source });
    return '';
  },
  'sheet.command.remove-sheet': (grid, { params }, { onStep }) => {
    const sheetId = Number(paramOf(params, 'subUnitId') ?? activeId(grid));
    onStep({ kind: 'delete_sheet', sheetId });
    return '';
  },
};

function paramOf(params: object | undefined, name: string): unknown {
  return (params as Readonly<Record<string, unknown>> | undefined)?.[name];
}

function newSheetId(): number {
  return 1 + Math.floor(Math.random() * (MAX_SHEET_ID - 1));
}

function activeId({ workbook }: Grid): string | undefined {
  return workbook.getActiveSheet()?.getSheetId();
}

function activeSheet(grid: Grid, book: PageBook): PageSheet | undefined {
  return book.sheets.find(({ frame }) => String(frame.sheetId) === activeId(grid));
}
