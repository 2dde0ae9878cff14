import { SheetsSelectionsService } from '@univerjs/sheets';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { PageBook } from '../../wire/book.ts';
import { explainGuard, findGuard } from '../../wire/explain-guard.ts';
import { findSheet } from '../grid/mirror.ts';
import type { Grid } from '../grid/univer.ts';
import { enterText } from './enter-text.ts';

/** Today, by this machine's clock, into the cell that is selected. */
export async function enterToday(
  grid: Grid,
  { book, onRefused }: { readonly book: () => PageBook; readonly onRefused: (message: string) => void },
): Promise<void> {
  const { injector, workbook } = grid;
  const primary = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  const subUnitId = workbook.getActiveSheet()?.getSheetId();
  if (!primary || subUnitId === undefined || injector.get(IEditorBridgeService).isVisible().visible) return;
  const { actualRow: row, actualColumn: column } = primary;
  const sheet = findSheet(book(), Number(subUnitId));
  if (sheet && findGuard(sheet.frame, row, column)) return onRefused(explainGuard(sheet, new Set([column])));
  await enterText(grid, { subUnitId, row, column }, formatToday(new Date()));
}

function formatToday(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(now.getDate())}.${two(now.getMonth() + 1)}.${now.getFullYear()}`;
}
