import type { Grid } from '../grid/univer.ts';

/** Stands below the add-on's own entries: there Google has its own menu for it. */
export const PRINT_TITLE = 'Печать листа…';

/** Opens the tab that is looked at as it goes to paper, and the browser's print over it. */
export function printSheet({ workbook }: Grid): void {
  const sheet = workbook.getActiveSheet();
  const opened = window.open(`/print/${sheet.getSheetId()}`, '_blank');
  opened?.addEventListener('load', () => opened.print());
}

/** Ctrl+P prints the tab: the browser by itself would print a picture of the screen. */
export function printByKey(grid: Grid): void {
  const press = (event: KeyboardEvent): void => {
    if (event.code !== 'KeyP' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    printSheet(grid);
  };
  window.addEventListener('keydown', press, true);
}
