import * as z from 'zod';
import type { RowSpan, RowsSeen, SheetEdit } from '../../../use-cases/ports/spreadsheets.ts';
import { SheetMovedError, SpreadsheetTooLargeError } from '../../../use-cases/ports/spreadsheet-errors.ts';
import { checkBodySize, type SheetsClient } from '../client.ts';
import { CallFailure } from '../failures.ts';
import { planRequests, type EditContext } from '../requests/plan-requests.ts';
import { readEditContext, readWhetherApplied } from '../reading/read-edit-context.ts';
import { askToSee, parseRowsSeen, writtenSchema } from './rows-seen.ts';
import { rowsFirst, splitEdits } from './split-edits.ts';
import { stageLargeSheets, type Batch, type StagedBody } from './stage-sheet.ts';

/** Google's limit of sub-requests in one batch. */
const MAX_REQUESTS = 100_000;

/** Repeated by mistake, what these add stands twice, and what they move has moved twice. */
const ADDING: ReadonlySet<SheetEdit['kind']> = new Set([
  'append_rows',
  'append_columns',
  'insert_row',
  'arrange_columns',
]);

interface Application extends Batch {
  readonly spreadsheetId: string;
  readonly show: readonly RowSpan[];
  readonly isUnmetered?: boolean | undefined;
}

/** Sends the edits as one atomic batch, or as a few where one would be too large; gives the rows of the last. */
export async function applyEdits(
  client: SheetsClient,
  { edits, show, isUnmetered, ...where }: Application,
): Promise<RowsSeen[]> {
  const { batches, rest } = stageLargeSheets(edits);
  for await (const batch of batches) await applyPart(client, { ...where, ...batch, show: [] });
  const parts = (isUnmetered ? rowsFirst(rest) : [rest]).flatMap(splitEdits);
  let seen: RowsSeen[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    seen = await applyPart(client, { ...where, edits: part, show: isLast ? show : [] });
  }
  return seen;
}

/**
 * Repeating a batch does no harm unless it adds or deletes a sheet; such a one is looked up first whenever an
 * earlier attempt may have been carried out.
 */
async function applyPart(client: SheetsClient, batch: Application): Promise<RowsSeen[]> {
  const { spreadsheetId, edits } = batch;
  let maybeApplied = false;
  const repeatable = !edits.some(({ kind }) => ADDING.has(kind));
  return client.run({ spreadsheetId, writes: true, repeatable }, async () => {
    if (maybeApplied && (await readWhetherApplied(client, spreadsheetId, edits))) return [];
    // Planned anew in each attempt: rules and protections are named by indexes and ids that may be gone.
    const body = batch.body ?? planBody(edits, await readEditContext(client, spreadsheetId, edits));
    try {
      return await ('json' in body
        ? sendStaged(client, spreadsheetId, body)
        : sendBatch(client, batch, body));
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      // The first attempt can still arrive late; the second is then refused, and all is well.
      const settled = maybeApplied && error.outcome === 'refused';
      if (settled && (await readWhetherApplied(client, spreadsheetId, edits))) return [];
      if (tellsOfMovement(error, edits)) throw new SheetMovedError(spreadsheetId, { cause: error.cause });
      maybeApplied ||= error.outcome === 'unknown';
      throw error;
    }
  });
}

/** Google's words for a place that is no longer there, whichever request they are about. */
const PLACE_IS_GONE = /exceeds grid limits|Unable to parse range|beyond the last requested|No grid with id/;

/** Assertions come first in their batch, so the number in a refusal tells whether it is about one of them. */
function tellsOfMovement({ status, reason }: CallFailure, edits: readonly SheetEdit[]): boolean {
  const assertions = edits.filter(({ kind }) => kind === 'assert_positions');
  if (status !== 400 || assertions.length === 0) return false;
  const number = /requests\[(\d+)\]/.exec(reason)?.[1];
  const isAssertion = number !== undefined && Number(number) < planRequests(assertions).length;
  return isAssertion || PLACE_IS_GONE.test(reason);
}

type Body = { readonly requests: ReturnType<typeof planRequests> };

/** Throws `SpreadsheetTooLargeError`: what is not written values is never split, it would not be atomic. */
function planBody(edits: readonly SheetEdit[], standing: EditContext): Body {
  const assertions = edits.filter(({ kind }) => kind === 'assert_positions');
  const others = edits.filter(({ kind }) => kind !== 'assert_positions');
  const body = { requests: planRequests([...assertions, ...others], standing.sheets, standing.markers) };
  if (body.requests.length > MAX_REQUESTS) {
    throw new SpreadsheetTooLargeError('число действий', body.requests.length, MAX_REQUESTS);
  }
  return body;
}

async function sendStaged(
  client: SheetsClient,
  spreadsheetId: string,
  { method, json }: StagedBody,
): Promise<RowsSeen[]> {
  const parameters = { spreadsheetId, fields: 'spreadsheetId', requestBody: asBody(json) };
  await client.call({
    kind: 'write',
    answer: z.object({ spreadsheetId: z.string() }),
    send: ({ spreadsheets }, options) =>
      method === 'values'
        ? spreadsheets.values.batchUpdateByDataFilter(parameters, options)
        : spreadsheets.batchUpdate(parameters, options),
  });
  return [];
}

async function sendBatch(
  client: SheetsClient,
  { spreadsheetId, show }: Application,
  { requests }: Body,
): Promise<RowsSeen[]> {
  if (requests.length === 0) return [];
  const asked = askToSee(show);
  const json = Buffer.from(JSON.stringify({ requests, ...asked.body }));
  checkBodySize(json);
  const parameters = { spreadsheetId, fields: asked.fields, requestBody: asBody(json) };
  const answer = await client.call({
    kind: 'write',
    answer: writtenSchema,
    send: (api, options) => api.spreadsheets.batchUpdate(parameters, options),
  });
  return parseRowsSeen(answer);
}

/** The client sends bytes as they are, and copies objects cell by cell first; its types know of objects alone. */
function asBody(json: Buffer): object {
  return json;
}
