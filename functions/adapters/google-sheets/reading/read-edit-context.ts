import type { SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import { SheetMissingError } from '../../../use-cases/ports/spreadsheet-errors.ts';
import type { SheetsClient } from '../client.ts';
import { callForMarkers } from '../writing/markers.ts';
import { sheetsToLookUp, type EditContext } from '../requests/plan-requests.ts';
import { STANDING_MASK, standingSchema } from './standing.ts';

/** What the edits must know beforehand, where they must know anything. Throws `SheetMissingError`. */
export async function readEditContext(
  client: SheetsClient,
  spreadsheetId: string,
  edits: readonly SheetEdit[],
): Promise<EditContext> {
  const sheets = await readStandingSheets(client, spreadsheetId, edits);
  const isMarking = edits.some(({ kind }) => kind === 'mark_positions');
  return { sheets, markers: isMarking ? await callForMarkers(client, spreadsheetId) : [] };
}

async function readStandingSheets(
  client: SheetsClient,
  spreadsheetId: string,
  edits: readonly SheetEdit[],
): Promise<EditContext['sheets']> {
  const wanted = sheetsToLookUp(edits);
  if (wanted.length === 0) return new Map();
  const answer = await client.call({
    kind: 'read',
    answer: standingSchema,
    send: (api, options) => api.spreadsheets.get({ spreadsheetId, fields: STANDING_MASK }, options),
  });
  const standing = new Map(answer.sheets.map((sheet) => [sheet.properties.sheetId, sheet]));
  const missing = wanted.filter((sheetId) => !standing.has(sheetId));
  if (missing.length > 0) throw new SheetMissingError(spreadsheetId, missing);
  return standing;
}

/** Whether all sheets that the edits add stand there and all that they delete are gone. */
export async function readWhetherApplied(
  client: SheetsClient,
  spreadsheetId: string,
  edits: readonly SheetEdit[],
): Promise<boolean> {
  const added = idsOf(edits, 'add_sheet');
  const deleted = idsOf(edits, 'delete_sheet');
  // A sheet that is deleted and added again in one batch is the same after each repetition.
  const once = [...added, ...deleted].filter((sheetId) => added.has(sheetId) !== deleted.has(sheetId));
  if (once.length === 0) return false;
  const { sheets } = await client.call({
    kind: 'read',
    answer: standingSchema,
    send: (api, options) =>
      api.spreadsheets.get({ spreadsheetId, fields: 'sheets(properties(sheetId))' }, options),
  });
  const present = new Set(sheets.map((sheet) => sheet.properties.sheetId));
  return once.every((sheetId) => present.has(sheetId) === added.has(sheetId));
}

function idsOf(edits: readonly SheetEdit[], kind: 'add_sheet' | 'delete_sheet'): Set<number> {
  return new Set(edits.flatMap((edit) => (edit.kind === kind ? [edit.sheetId] : [])));
}
