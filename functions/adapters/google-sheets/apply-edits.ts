import { z } from 'zod';
import type { SheetEdit } from '../../use-cases/ports.ts';
import { SheetMissingError, SpreadsheetTooLargeError } from '../../use-cases/spreadsheet-errors.ts';
import { checkBodySize, type SheetsClient } from './client.ts';
import { CallFailure } from './failures.ts';
import { planRequests, sheetsToLookUp } from './plan-requests.ts';
import { STANDING_MASK, standingSchema, type StandingSheet } from './standing.ts';

/** Google's limit of sub-requests in one batch. */
const MAX_REQUESTS = 100_000;

/**
 * Sends the edits as one atomic batch. Repeating a batch does no harm unless it adds or deletes a sheet;
 * such a one is looked up first whenever an earlier attempt may have been carried out.
 */
export async function applyEdits(
  client: SheetsClient,
  spreadsheetId: string,
  edits: readonly SheetEdit[],
): Promise<void> {
  let maybeApplied = false;
  const repeatable = !edits.some(({ kind }) => kind === 'append_rows' || kind === 'append_columns');
  await client.run({ spreadsheetId, writes: true, repeatable }, async () => {
    if (maybeApplied && (await readWhetherApplied(client, spreadsheetId, edits))) return;
    // Planned anew in each attempt: rules and protections are named by indexes and ids that may be gone.
    const body = planBody(edits, await readStanding(client, spreadsheetId, edits));
    try {
      await sendBatch(client, spreadsheetId, body);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      // The first attempt can still arrive late; the second is then refused, and all is well.
      const settled = maybeApplied && error.outcome === 'refused';
      if (settled && (await readWhetherApplied(client, spreadsheetId, edits))) return;
      maybeApplied ||= error.outcome === 'unknown';
      throw error;
    }
  });
}

type Body = { readonly requests: ReturnType<typeof planRequests> };

/** Throws `SpreadsheetTooLargeError`: a batch that is split would no longer be atomic. */
function planBody(edits: readonly SheetEdit[], standing: ReadonlyMap<number, StandingSheet>): Body {
  const body = { requests: planRequests(edits, standing) };
  if (body.requests.length > MAX_REQUESTS) {
    throw new SpreadsheetTooLargeError('число действий', body.requests.length, MAX_REQUESTS);
  }
  checkBodySize(body);
  return body;
}

async function sendBatch(client: SheetsClient, spreadsheetId: string, body: Body): Promise<void> {
  if (body.requests.length === 0) return;
  await client.call({
    kind: 'write',
    answer: z.object({ spreadsheetId: z.string() }),
    send: (api, options) =>
      api.spreadsheets.batchUpdate(
        { spreadsheetId, fields: 'spreadsheetId', requestBody: { requests: [...body.requests] } },
        options,
      ),
  });
}

/** One masked read, only where the list holds an edit that needs it; throws `SheetMissingError`. */
async function readStanding(
  client: SheetsClient,
  spreadsheetId: string,
  edits: readonly SheetEdit[],
): Promise<ReadonlyMap<number, StandingSheet>> {
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
async function readWhetherApplied(
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
