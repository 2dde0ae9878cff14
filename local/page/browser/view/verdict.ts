import { SheetsSelectionsService } from '@univerjs/sheets';
import type { PageBook } from '../../wire/book.ts';
import { columnTitle } from '../../wire/explain-guard.ts';
import { findElement } from './elements.ts';
import type { Grid } from '../grid/univer.ts';

/** The column that tells what is wrong with its row; on a small screen it is out of sight to the right. */
const CHECK = 'Проверка';
/** The line is always there: else the grid would jump under the pointer. */
const HINT = 'Выберите строку: здесь появится, всё ли с ней в порядке.';
const KINDS: readonly (readonly [string, string])[] = [
  ['Ошибка', 'error'],
  ['Просрочено', 'overdue'],
  ['Предупреждение', 'warning'],
  ['Напоминание', 'reminder'],
];

/** A line above the grid: what the system says of the selected row. Answers what brings it up to date. */
export function showVerdict({ workbook, injector }: Grid, book: () => PageBook): () => void {
  const line = findElement('verdict');
  const selections = injector.get(SheetsSelectionsService);
  const update = (): void => {
    const row = selections.getCurrentLastSelection()?.primary?.actualRow;
    const text =
      row === undefined ? undefined : findVerdict(book(), workbook.getActiveSheet()?.getSheetId(), row);
    line.className = text === undefined ? '' : (KINDS.find(([word]) => text.startsWith(word))?.[1] ?? 'well');
    line.replaceChildren(text === undefined || row === undefined ? HINT : `Строка ${row + 1}: ${text}`);
  };
  selections.selectionMoveEnd$.subscribe(update);
  selections.selectionChanged$.subscribe(update);
  workbook.activeSheet$.subscribe(() => queueMicrotask(update));
  update();
  return update;
}

function findVerdict(book: PageBook, sheetId: string | undefined, row: number): string | undefined {
  const sheet = book.sheets.find(({ frame }) => String(frame.sheetId) === sheetId);
  if (!sheet || row < sheet.frame.frozenRows) return undefined;
  const column = sheet.frame.columnKeys.findIndex((_, index) => columnTitle(sheet, index) === CHECK);
  const text = sheet.rows[row]?.[column]?.v;
  return text === undefined || text === '' ? undefined : String(text);
}
