import type { AnswerOf, FunctionName } from '../../functions/contract/answers.ts';
import { expandAndAsk, reportAndAsk, syncAndAsk, turnAndAsk } from './ask.ts';
import { switchAutoSync } from './auto-sync.ts';
import { runCommand } from './calls/run-command.ts';
import {
  ACCESS,
  CALENDARS,
  DELETED,
  EXPAND,
  HISTORY,
  IMPORT,
  LETTERS,
  PERIOD,
  REPORT,
  REPORTS,
  ROW,
  SYNC,
  type Command,
} from './commands.ts';
import {
  openAccess,
  openCalendars,
  openFindings,
  openHistory,
  openImport,
  openLetters,
  openReports,
  openRestore,
} from './panels/panels.ts';
import { openHelp, PRODUCT, showMessage } from './show.ts';

type Item = readonly [title: string, run: () => void];

/** Groups of items in their order. Each key is the global function that Apps Script calls; the build makes it. */
export const MENU: readonly Readonly<Record<string, Item>>[] = [
  {
    publishReport: [REPORT.title, reportAndAsk],
    openReports: [REPORTS.title, openReports],
    runMonitoring: item(
      { title: 'Проверить сроки', path: 'monitor', progress: 'Проверяем сроки…' },
      showMessage,
    ),
    syncWorkbook: [SYNC.title, syncAndAsk],
    expandPlan: [EXPAND.title, expandAndAsk],
    openImport: [IMPORT.title, openImport],
    turnPeriod: [PERIOD.title, turnAndAsk],
  },
  {
    openFindings: [ROW.title, openFindings],
    openHistory: [HISTORY.title, openHistory],
    openRestore: [DELETED.title, openRestore],
    openLetters: [LETTERS.title, openLetters],
    openCalendars: [CALENDARS.title, openCalendars],
    openAccess: [ACCESS.title, openAccess],
  },
  {
    switchAutoSync: ['Автообновление…', switchAutoSync],
    openHelp: ['Помощь', openHelp],
  },
];

/** Calls the function and shows its answer. */
function item<Name extends FunctionName>(
  command: Command<Name>,
  show: (answer: AnswerOf<Name>) => void,
): Item {
  return [command.title, () => runCommand(command, show)];
}

export function addMenu(): void {
  const menu = SpreadsheetApp.getUi().createMenu(PRODUCT);
  MENU.forEach((group, index) => {
    if (index > 0) menu.addSeparator();
    for (const [functionName, [title]] of Object.entries(group)) menu.addItem(title, functionName);
  });
  menu.addToUi();
}

export function runItem(functionName: string): void {
  for (const group of MENU) group[functionName]?.[1]();
}
