import type { AnswerOf } from '../../functions/contract/answers.ts';

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
export function showReport({ message, sheetId, sheetTitle }: AnswerOf<'report'>): void {
  const isShown = showTab(sheetId);
  showDone('Отчёт готов.');
  // The script may still see the workbook as it was before the function added the tab.
  alert(isShown ? message : `${message} Откройте вкладку «${sheetTitle}».`);
}

/** False where the script cannot see the tab. */
export function showTab(sheetId: number): boolean {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetById(sheetId);
  sheet?.activate();
  return sheet !== null;
}

/** Whether what vanished all at once is really to be deleted; asks only where something is held back. */
export function askAboutDeletions({ held }: AnswerOf<'sync'>): boolean {
  if (held === '') return false;
  return askYesNo(
    `${held} Система сохранила прежнее и ничего не удалила.\n\n` +
      'Удалить и в системе? «Нет» — оставить; отменить удаление в таблице можно клавишами Ctrl+Z.',
  );
}

const HELD_SECONDS = 60;

/** Tells whoever works on some sheet what is held back: nobody looks at «Контроль» while they type. */
export function showHeld({ held }: Pick<AnswerOf<'sync'>, 'held'>): void {
  toast(
    `${held} Система ничего не удалила. Нечаянно — Ctrl+Z; так и нужно — «ШНОР» → «Синхронизировать».`,
    HELD_SECONDS,
  );
}

/** Whether the missing rows are to be added; where none is missing, says so and asks nothing. */
export function askAboutExpansion({ count, message }: AnswerOf<'expand'>): boolean {
  if (count > 0) {
    showDone('План сверен.');
    return askYesNo(`${message}\n\nДобавить?`);
  }
  showMessage({ message });
  return false;
}

/** The tab that the functions keep up to date for newcomers. */
const INSTRUCTION = 'Инструкция';

export function openHelp(): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(INSTRUCTION);
  if (sheet) sheet.activate();
  else {
    alert(
      `Листа «${INSTRUCTION}» нет: его переименовали или удалили. Найдите его среди вкладок ` +
        'или верните: «Файл» → «История версий».',
    );
  }
}

export function askYesNo(question: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(PRODUCT, question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

export function showDone(text = 'Готово.'): void {
  toast(text, END_SECONDS);
}

export function showFailure(message: string): void {
  showDone('Команда не выполнена.');
  alert(message);
}

function toast(text: string, seconds: number): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, PRODUCT, seconds);
}

function alert(message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(PRODUCT, message, ui.ButtonSet.OK);
}
