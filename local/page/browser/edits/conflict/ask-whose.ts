import type { ICellData, Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { columnTitle } from '../../../wire/explain-guard.ts';
import type { PageBook } from '../../../wire/book.ts';
import type { Axes } from '../../grid/axes.ts';
import { findSheet } from '../../grid/mirror.ts';
import type { Grid } from '../../grid/univer.ts';
import type { CellPlace } from './cell-place.ts';
import { enterText } from '../enter-text.ts';
import type { OpenEditor } from './open-editor.ts';

/** Two texts for one cell. */
export interface Conflict {
  /** Russian: the sheet, the row, the column. */
  readonly where: string;
  readonly own: string;
  readonly others: string;
}

interface Asking {
  readonly axes: Axes;
  readonly book: () => PageBook;
  readonly editor: OpenEditor;
  /** Whether one's own text is to stand. */
  readonly ask: (conflict: Conflict) => Promise<boolean>;
  /** Told of what was typed into a row that is gone. */
  readonly onLost: (message: string) => void;
}

/** Before the text is taken for what it is (`keepTypedText`). */
const PRIORITY = 2_000;

/** Whoever has typed into a cell that another person changed meanwhile says whose text is to stand. */
export function askWhose(grid: Grid, asking: Asking): void {
  const { axes, editor } = asking;
  grid.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: PRIORITY,
    handler(cell, { worksheet, row, col }, next) {
      const keys = axes.get(Number(worksheet.getSheetId()));
      const place = placeOf(Number(worksheet.getSheetId()), keys?.rows[row], keys?.columns[col]);
      const others = place && editor.writtenMeanwhile(place);
      if (!place || others === undefined) return next(cell);
      const own = typedText(cell);
      // Nothing is written: what stands with the server comes when the editor is closed.
      const standing = worksheet.getCellRaw(row, col) ?? {};
      if (own !== others && own !== typedText(standing)) void settle(grid, asking, { place, own, others });
      return standing;
    },
  });
}

function placeOf(
  sheetId: number,
  row: string | undefined,
  column: string | undefined,
): CellPlace | undefined {
  return row !== undefined && column !== undefined ? { sheetId, row, column } : undefined;
}

function typedText(cell: Nullable<ICellData>): string {
  return cell?.p?.body?.dataStream.replace(/\r\n$/u, '') ?? String(cell?.f ?? cell?.v ?? '');
}

async function settle(
  grid: Grid,
  asking: Asking,
  { place, own, others }: { readonly place: CellPlace; readonly own: string; readonly others: string },
): Promise<void> {
  const where = describePlace(asking.book(), place);
  if (!(await asking.ask({ where, own, others }))) return;
  const row = asking.axes.get(place.sheetId)?.rows.indexOf(place.row) ?? -1;
  const column = asking.axes.get(place.sheetId)?.columns.indexOf(place.column) ?? -1;
  if (row < 0 || column < 0)
    return asking.onLost(`Строку тем временем удалили; набранное туда не записано: «${own}».`);
  await enterText(grid, { subUnitId: String(place.sheetId), row, column }, own);
}

function describePlace(book: PageBook, { sheetId, row, column }: CellPlace): string {
  const sheet = findSheet(book, sheetId);
  if (!sheet) return '';
  const number = sheet.frame.rowKeys.indexOf(row) + 1;
  const title = columnTitle(sheet, sheet.frame.columnKeys.indexOf(column));
  return `«${sheet.frame.title}», строка ${number}, столбец «${title}»`;
}
