import { MONITOR, REPORT, SYNC } from './commands.ts';
import { PRODUCT } from './show.ts';

export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu(PRODUCT);
  for (const { title, trigger } of [REPORT, MONITOR, SYNC]) menu.addItem(title, trigger);
  menu.addToUi();
}
