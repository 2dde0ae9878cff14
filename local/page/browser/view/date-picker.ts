import { ICommandService, type ICellData, type Nullable } from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/engine-render';
import { IEditorBridgeService, type IEditorBridgeServiceParam } from '@univerjs/sheets-ui';
import { KeyCode } from '@univerjs/ui';
import type { PageBook } from '../../wire/book.ts';
import { showCalendar, type Day } from './calendar.ts';
import { truthOf } from '../grid/cell-data.ts';
import { findSheet } from '../grid/mirror.ts';
import type { Grid } from '../grid/univer.ts';
import { isValidatedAs } from '../grid/validated.ts';
import { enterText } from '../edits/enter-text.ts';

/** A calendar below a date cell that is opened by a double click or F2; whoever just types is not disturbed. */
export function offerDates(grid: Grid, book: () => PageBook): void {
  const { injector, workbook } = grid;
  const editor = injector.get(IEditorBridgeService);
  let shown: { dispose(): void } | undefined;
  editor.visible$.subscribe(({ visible, eventType, keycode }) => {
    shown?.dispose();
    shown = undefined;
    const cell = visible ? editor.getEditCellState() : undefined;
    if (!cell || !(eventType === DeviceInputEventType.Dblclick || keycode === KeyCode.F2)) return;
    const sheet = findSheet(book(), Number(cell.sheetId));
    if (sheet && isValidatedAs('date', sheet.frame, cell)) shown = openCalendar(grid, cell);
  });
  workbook.activeSheet$.subscribe(() => shown?.dispose());
}

function openCalendar(grid: Grid, cell: IEditorBridgeServiceParam): { dispose(): void } {
  const { position, canvasOffset, sheetId, row, column } = cell;
  const raw = grid.workbook.getSheetBySheetId(sheetId)?.getCellRaw(row, column);
  return showCalendar({
    place: {
      left: canvasOffset.left + position.startX,
      top: canvasOffset.top + position.endY + 2,
      above: canvasOffset.top + position.startY,
    },
    chosen: dayOf(raw),
    today: toDay(new Date(Date.now() - new Date().getTimezoneOffset() * MINUTE_MS)),
    onPick: ({ year, month, day }) => {
      const two = (number: number) => String(number).padStart(2, '0');
      // As if it were typed: the spreadsheet reads it, and the format of the column stays.
      void enter(grid, cell, `${two(day)}.${two(month + 1)}.${year}`);
    },
  });
}

const EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Undefined where the cell holds no date. */
function dayOf(cell: Nullable<ICellData>): Day | undefined {
  const serial = truthOf(cell)?.value;
  return typeof serial === 'number' ? toDay(new Date(EPOCH_MS + Math.floor(serial) * DAY_MS)) : undefined;
}

function toDay(date: Date): Day {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

async function enter(
  grid: Grid,
  { unitId, sheetId, row, column }: IEditorBridgeServiceParam,
  text: string,
): Promise<void> {
  await grid.injector.get(ICommandService).executeCommand('sheet.operation.set-cell-edit-visible', {
    visible: false,
    eventType: DeviceInputEventType.Keyboard,
    keycode: KeyCode.ESC,
    unitId,
  });
  await enterText(grid, { subUnitId: sheetId, row, column }, text);
}
