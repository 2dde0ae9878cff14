/**
 * The triggers: the build makes one global function of each export and of each item of the menu, and nothing else is
 * visible to Apps Script.
 */
import { hintSync } from './hint-sync.ts';
import { addMenu } from './menu.ts';
import { answerPanel } from './panels/panels.ts';

/** What the global functions of the menu's items call. */
export { runItem } from './menu.ts';

/** A simple trigger: it runs without authorisation, so it may only build the menu. */
export function onOpen(): void {
  addMenu();
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

/** What a button in the sidebar comes to: answers the HTML that is to stand there. */
export function runPanel(action: string, given: Readonly<Record<string, string>>): string {
  return answerPanel(action, given);
}
