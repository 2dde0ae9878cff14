import type { ReportAnswer, SyncAnswer } from '../../functions/contract.ts';

/** The menu's title and the heading of everything that the add-on shows. */
export const PRODUCT = 'ШНОР';

/** Stays until another toast takes its place. */
const UNTIL_REPLACED = -1;
const RESULT_SECONDS = 15;
const END_SECONDS = 3;

export function showProgress(text: string): void {
  toast(text, UNTIL_REPLACED);
}

export function showMessage({ message }: { readonly message: string }): void {
  toast(message, RESULT_SECONDS);
}

/** Opens the report's tab and tells about it. */
export function showReport({ message, sheetId, sheetTitle }: ReportAnswer): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);
  sheet?.activate();
  toast('Отчёт готов.', END_SECONDS);
  // The script may still see the workbook as it was before the function added the tab.
  alert(sheet ? message : `${message} Откройте вкладку «${sheetTitle}».`);
}

/** Whether rows that vanished all at once are really to be deleted; asks only where some are held back. */
export function askAboutDeletions({ braked }: SyncAnswer): boolean {
  if (braked.length === 0) return false;
  const ui = SpreadsheetApp.getUi();
  const held = braked.map(({ worksheet, rows }) => `«${worksheet}» — ${rows}`).join(', ');
  const question =
    `Разом пропало много строк: ${held}. Система сохранила их и ничего не удалила.\n\n` +
    'Удалить их и в системе? «Нет» — оставить; отменить удаление в таблице можно клавишами Ctrl+Z.';
  return ui.alert(PRODUCT, question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

export function showFailure(message: string): void {
  toast('Команда не выполнена.', END_SECONDS);
  alert(message);
}

function toast(text: string, seconds: number): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, PRODUCT, seconds);
}

function alert(message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(PRODUCT, message, ui.ButtonSet.OK);
}
