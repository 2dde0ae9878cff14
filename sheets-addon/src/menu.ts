import { DELETED, EXPAND, HISTORY, IMPORT, MONITOR, REPORT, REPORTS, ROW, SYNC } from './commands.ts';
import { PRODUCT } from './show.ts';

/** Titles and the global functions that Apps Script calls for them; exported by `main.ts`. */
const ITEMS: readonly (readonly (readonly [title: string, functionName: string])[])[] = [
  [
    [REPORT.title, 'publishReport'],
    [REPORTS.title, 'openReports'],
    [MONITOR.title, 'runMonitoring'],
    [SYNC.title, 'syncWorkbook'],
    [EXPAND.title, 'expandPlan'],
    [IMPORT.title, 'openImport'],
  ],
  [
    [ROW.title, 'openFindings'],
    [HISTORY.title, 'openHistory'],
    [DELETED.title, 'openRestore'],
  ],
  [
    ['Автообновление…', 'switchAutoSync'],
    ['Помощь', 'openHelp'],
  ],
];

export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu(PRODUCT);
  ITEMS.forEach((group, index) => {
    if (index > 0) menu.addSeparator();
    for (const [title, functionName] of group) menu.addItem(title, functionName);
  });
  menu.addToUi();
}
