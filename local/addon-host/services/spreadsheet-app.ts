import type { HostApi } from '../host-api.ts';
import { strict } from '../strict.ts';
import type { ScriptRun } from './index.ts';
import { createUi } from './ui.ts';

/** Google's own, where the script names none. */
const TOAST_SECONDS = 5;

export function createSpreadsheetApp(run: ScriptRun) {
  const { host, spreadsheetId } = run;
  const spreadsheet = strict('Spreadsheet', {
    getId: () => spreadsheetId,
    getSheetById: (sheetId: number) => (host.hasSheet(sheetId) ? createSheet(host, sheetId) : null),
    toast: (message: string, title = '', seconds: number | null = TOAST_SECONDS) =>
      host.toast({ message, title, seconds: seconds ?? TOAST_SECONDS }),
  });
  return strict('SpreadsheetApp', {
    getActiveSpreadsheet: () => spreadsheet,
    getUi: () => createUi(run),
  });
}

function createSheet(host: HostApi, sheetId: number) {
  const sheet = strict('Sheet', {
    activate: () => {
      host.activateSheet(sheetId);
      return sheet;
    },
  });
  return sheet;
}
