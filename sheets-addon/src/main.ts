/**
 * The triggers: the build makes one global function of each export, and nothing else is visible to Apps Script.
 */
import { MONITOR, REPORT, SYNC } from './commands.ts';
import { addMenu } from './menu.ts';
import { runCommand } from './run-command.ts';
import { askAboutDeletions, showMessage, showReport } from './show.ts';

/** A simple trigger: it runs without authorisation, so it may only build the menu. */
export function onOpen(): void {
  addMenu();
}

export function publishReport(): void {
  runCommand(REPORT, showReport);
}

export function runMonitoring(): void {
  runCommand(MONITOR, showMessage);
}

export function syncWorkbook(): void {
  runCommand(SYNC, (answer) => {
    showMessage(answer);
    if (askAboutDeletions(answer)) runCommand(SYNC, showMessage, { confirmDeletions: true });
  });
}
