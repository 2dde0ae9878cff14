import { SheetsSelectionsService } from '@univerjs/sheets';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import type { Api } from '../api.ts';
import type { Grid } from '../grid/univer.ts';

/** A person who walks through cells is told of when they stand still. */
const STILL_MS = 150;

/** Tells the add-on's host what is selected, for the commands that ask it. Answers what tells it to a new host. */
export function tellSelection({ workbook, injector }: Grid, api: Api): () => void {
  const selections = injector.get(SheetsSelectionsService);
  let timer = 0;
  let told = '';
  const tell = (): void => {
    const sheetId = Number(workbook.getActiveSheet()?.getSheetId());
    const range = selections.getCurrentLastSelection()?.range;
    if (!range) return;
    const first = cellName(range.startRow, range.startColumn);
    const last = cellName(range.endRow, range.endColumn);
    const name = first === last ? first : `${first}:${last}`;
    if (told === `${sheetId} ${name}`) return;
    told = `${sheetId} ${name}`;
    // It is told again with the next selection; nothing depends on this one.
    api.select(sheetId, name).catch(() => (told = ''));
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = Number(setTimeout(tell, STILL_MS));
  };
  selections.selectionMoveEnd$.subscribe(later);
  // The name box and links select without a move of the pointer.
  selections.selectionChanged$.subscribe(later);
  workbook.activeSheet$.subscribe(later);
  return () => {
    told = '';
    later();
  };
}

function cellName(row: number, column: number): string {
  // Whole rows and columns come without numbers.
  const [safeRow, safeColumn] = [Number.isNaN(row) ? 0 : row, Number.isNaN(column) ? 0 : column];
  return `${columnLetters(safeColumn)}${safeRow + 1}`;
}
