import type { HostApi, Selection } from '../host-api.ts';
import { strict } from '../strict.ts';
import type { ScriptRun } from './script-run.ts';
import { createUi } from './ui.ts';

/** Google's own, where the script names none. */
const TOAST_SECONDS = 5;

export function createSpreadsheetApp(run: ScriptRun) {
  const { host, spreadsheetId } = run;
  const spreadsheet = strict('Spreadsheet', {
    getId: () => spreadsheetId,
    getSheetById: (sheetId: number) => (host.hasSheet(sheetId) ? createSheet(host, { sheetId }) : null),
    getSheetByName(title: string) {
      const sheetId = host.findSheet(title);
      return sheetId === null ? null : createSheet(host, { sheetId, title });
    },
    toast: (message: string, title = '', seconds: number | null = TOAST_SECONDS) =>
      host.toast({ message, title, seconds: seconds ?? TOAST_SECONDS }),
  });
  return strict('SpreadsheetApp', {
    getActiveSpreadsheet: () => spreadsheet,
    getActiveRange() {
      const selection = host.readSelection();
      return selection && createRange(host, selection);
    },
    getUi: () => createUi(run),
  });
}

function createSheet(host: HostApi, { sheetId, title }: { sheetId: number; title?: string }) {
  const sheet = strict('Sheet', {
    activate: () => {
      host.activateSheet(sheetId);
      return sheet;
    },
    ...(title !== undefined && { getName: () => title }),
  });
  return sheet;
}

function createRange(host: HostApi, { sheetId, sheetTitle, range }: Selection) {
  return strict('Range', {
    // A selection of whole columns (`B:C`) begins in the first row.
    getRow: () => Number(/\d+/u.exec(range)?.[0] ?? 1),
    getSheet: () => createSheet(host, { sheetId, title: sheetTitle }),
  });
}
