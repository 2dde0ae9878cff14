import { ICommandService, RANGE_TYPE, type IRange, type Workbook, type Worksheet } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { columnLetters } from '../../../../../functions/workbook/layout/columns.ts';
import type { Grid } from '../../grid/univer.ts';
import { showPlace } from './links.ts';

/** Home and End, alone and with Ctrl; the space with Ctrl takes the columns, with Shift the rows. */
export function listenToMoves(grid: Grid): void {
  window.addEventListener('keydown', (event) => press(grid, event), true);
}

function press(grid: Grid, event: KeyboardEvent): void {
  const sheet = grid.workbook.getActiveSheet();
  const selected = grid.injector.get(SheetsSelectionsService).getCurrentLastSelection();
  if (!sheet || !selected || event.altKey || event.isComposing || !isOnGrid(grid)) return;
  const { actualRow, actualColumn } = selected.primary ?? { actualRow: 0, actualColumn: 0 };
  const isControl = event.ctrlKey || event.metaKey;
  const act = actionOf(event.code, { isControl, isShift: event.shiftKey });
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  if (act === 'columns' || act === 'rows') return selectWhole(grid, sheet, { act, range: selected.range });
  const [row, column] = placeFor(act, sheet, actualRow);
  if (row !== actualRow || column !== actualColumn)
    void showPlace(grid, sheet.getSheetId(), `${columnLetters(column)}${row + 1}`);
}

type Move = 'rowStart' | 'rowEnd' | 'start' | 'end';

function actionOf(
  code: string,
  { isControl, isShift }: { readonly isControl: boolean; readonly isShift: boolean },
): Move | 'columns' | 'rows' | undefined {
  if (code === 'Space') return isControl === isShift ? undefined : isControl ? 'columns' : 'rows';
  if (isShift) return undefined;
  if (code === 'Home') return isControl ? 'start' : 'rowStart';
  return code === 'End' ? (isControl ? 'end' : 'rowEnd') : undefined;
}

/** What is typed into an editor, a field or a panel is theirs. */
function isOnGrid({ injector }: Grid): boolean {
  const focused = document.activeElement;
  if (document.querySelector('dialog[open]') || injector.get(IEditorBridgeService).isVisible().visible)
    return false;
  if (focused === document.body) return true;
  return !!focused?.closest('#grid') && !focused.matches('input, textarea, select, button');
}

/** The end of the sheet is the last row in which something stands. */
function placeFor(move: Move, sheet: Worksheet, row: number): readonly [row: number, column: number] {
  const columns = Array.from({ length: sheet.getColumnCount() }, (_, column) => column).filter((column) =>
    sheet.getColVisible(column),
  );
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  if (move === 'rowStart') return [row, first];
  if (move === 'rowEnd') return [row, last];
  return move === 'start' ? [0, first] : [lastFilledRow(sheet), last];
}

function lastFilledRow(sheet: Worksheet): number {
  const cells = sheet.getCellMatrix();
  for (let row = cells.getLength() - 1; row > 0; row--)
    if (Object.values(cells.getRow(row) ?? {}).some((cell) => (cell?.v ?? '') !== '')) return row;
  return 0;
}

function selectWhole(
  { injector, workbook }: { readonly injector: Grid['injector']; readonly workbook: Workbook },
  sheet: Worksheet,
  { act, range }: { readonly act: 'columns' | 'rows'; readonly range: IRange },
): void {
  const whole: IRange =
    act === 'rows'
      ? { ...range, startColumn: 0, endColumn: sheet.getColumnCount() - 1, rangeType: RANGE_TYPE.ROW }
      : { ...range, startRow: 0, endRow: sheet.getRowCount() - 1, rangeType: RANGE_TYPE.COLUMN };
  const primary = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary ?? null;
  void injector.get(ICommandService).executeCommand('sheet.operation.set-selections', {
    unitId: workbook.getUnitId(),
    subUnitId: sheet.getSheetId(),
    selections: [{ range: whole, primary, style: null }],
  });
}
