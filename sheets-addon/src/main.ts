/**
 * The triggers: the build makes one global function of each export, and nothing else is visible to Apps Script.
 */
import type { SyncAnswer } from '../../functions/contract.ts';
import { switchAutoSync } from './auto-sync.ts';
import { EXPAND, MONITOR, REPORT, SYNC } from './commands.ts';
import { hintSync, markEdited } from './hint-sync.ts';
import { addMenu } from './menu.ts';
import {
  answerPanel,
  openFindings,
  openHistory,
  openImport,
  openReports,
  openRestore,
} from './panels/panels.ts';
import { runCommand } from './calls/run-command.ts';
import { askAboutDeletions, askAboutExpansion, openHelp, showMessage, showReport } from './show.ts';

export { openFindings, openHistory, openImport, openReports, openRestore, openHelp, switchAutoSync };

/** A simple trigger: it runs without authorisation, so it may only build the menu. */
export function onOpen(): void {
  addMenu();
}

/** A simple trigger: it can reach neither the functions nor anything else that needs authorisation. */
export function onEdit(): void {
  markEdited();
}

/** Installed by `switchAutoSync`. */
export function hintEdit(): void {
  hintSync();
}

/** What a change is besides an edit, which `hintEdit` hears of, and colours, which say nothing. */
const SILENT_CHANGES = new Set<string>(['EDIT', 'FORMAT']);

/** Installed by `switchAutoSync`. */
export function hintChange({ changeType }: GoogleAppsScript.Events.SheetsOnChange): void {
  if (!SILENT_CHANGES.has(changeType)) hintSync();
}

export function publishReport(): void {
  runCommand(REPORT, showReport);
}

export function runMonitoring(): void {
  runCommand(MONITOR, showMessage);
}

export function syncWorkbook(): void {
  syncAndAsk({});
}

/** A yes is for what its question named: where more has vanished meanwhile, that is a new question. */
function syncAndAsk(request: { confirmDeletions?: string }): void {
  const show = (answer: SyncAnswer) => {
    showMessage(answer);
    if (askAboutDeletions(answer)) syncAndAsk({ confirmDeletions: answer.question });
  };
  runCommand(SYNC, show, () => request);
}

export function expandPlan(): void {
  runCommand(EXPAND, (plan) => {
    if (!askAboutExpansion(plan)) return;
    runCommand({ ...EXPAND, progress: 'Добавляем строки…' }, showMessage, () => ({ confirm: true }));
  });
}

/** What a button in the sidebar comes to: answers the HTML that is to stand there. */
export function runPanel(action: string, given: Readonly<Record<string, string>>): string {
  return answerPanel(action, given);
}
