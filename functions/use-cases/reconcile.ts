import { dateInZone } from '../domain/date-in-zone.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { parseRowId } from '../domain/sync/row-id.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import { WORKSHEETS } from '../workbook/index.ts';
import { WorkbookUnknownError } from '../workbook/workbook-errors.ts';
import { assertMember } from './membership.ts';
import { ContentionError, StoreConflictError } from './errors.ts';
import { fencedHead, planCommit, type CommitInput } from './plan-commit.ts';
import { planReconcile, type Bases, type ReconcilePlan, type Tables } from './plan-reconcile.ts';
import { countFindings, planAbout, planDigests, planSheetEdits, type SheetsRead } from './plan-sheets.ts';
import type { Clock, SheetEdit, Spreadsheets, Store } from './ports.ts';
import { changedSheets, readSheets, readTables } from './read-sheets.ts';
import { formatOutcome, type ReconcileOutcome } from './reconcile-outcome.ts';
import { readHead, readRows, type Head, type StoredHead } from './stored-documents.ts';

export interface Dependencies {
  readonly store: Store;
  readonly spreadsheets: Spreadsheets;
  readonly clock: Clock;
  /** Waits before try number `attempt` (from 1), with jitter: the loser of a race lets the winner finish. */
  readonly pause: (attempt: number) => Promise<void>;
}

export interface ReconcileRequest {
  readonly workbookId: string;
  /** Absent: today by the clock in the workbook's zone. */
  readonly today?: CalendarDate;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  readonly areDeletionsConfirmed?: boolean;
  /** The daily look: deadlines are assessed for `today` even where no cell has changed. */
  readonly isMonitoring?: boolean;
}

type DatedRequest = ReconcileRequest & { readonly today: CalendarDate };

const MAX_TRIES = 5;

/**
 * Brings the sheet's rows into the store and writes the server's cells beside them. Level-triggered: what a
 * lost, late or doubled call left undone, the next one does (promise 5).
 *
 * Cost: nothing changed, one Sheets call and one store read; one cell changed, one Sheets read and one write,
 * three document writes (head, shard, history). Throws `ContentionError` after five lost races.
 */
export async function reconcile(deps: Dependencies, request: ReconcileRequest): Promise<ReconcileOutcome> {
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    try {
      return await reconcileOnce(deps, request);
    } catch (error) {
      if (!(error instanceof StoreConflictError)) throw error;
      await deps.pause(attempt);
    }
  }
  throw new ContentionError(MAX_TRIES);
}

async function reconcileOnce(deps: Dependencies, request: ReconcileRequest): Promise<ReconcileOutcome> {
  // The revision is read before the sheet: whoever read an older sheet loses at the commit (fencing).
  const stored = await readHead(deps.store, request.workbookId);
  if (!stored) throw new WorkbookUnknownError(request.workbookId);
  assertMember(stored.head, request.by);
  const today = request.today ?? dateInZone(deps.clock.now(), stored.head.timeZone);
  const sheets = await readSheets(deps.spreadsheets, request.workbookId, stored.head);
  const changed = [...new Set([...changedSheets(stored.head, sheets), ...heldSheets(stored.head)])];
  if (isSettled(stored, changed, { ...request, today })) return formatOutcome(stored.head, today);
  const tables = readTables(sheets);
  const bases = await readBases(deps.store, stored, { changed, workbookId: request.workbookId });
  const plan = planReconcile({
    ...request,
    today,
    head: stored.head,
    tables,
    bases,
    areDeletionsConfirmed: request.areDeletionsConfirmed === true,
  });
  return await applyPlan(deps, plan, { request: { ...request, today }, stored, sheets, tables, bases });
}

/** Rows that are held back are looked for at every pass: they may have come back. */
function heldSheets({ held }: Head): readonly StaffWorksheetKey[] {
  return STAFF_WORKSHEETS.filter((key) => held[key]);
}

function isSettled(
  { head }: StoredHead,
  changed: readonly string[],
  { isMonitoring, today }: DatedRequest,
): boolean {
  return changed.length === 0 && (!isMonitoring || head.monitoredOn === today);
}

async function readBases(
  store: Store,
  { head }: StoredHead,
  { changed, workbookId }: { changed: readonly (StaffWorksheetKey | 'control')[]; workbookId: string },
): Promise<Bases> {
  const worksheets = STAFF_WORKSHEETS.filter((key) => changed.includes(key));
  const bases = await Promise.all(
    worksheets.map((worksheet) =>
      readRows(store, workbookId, { worksheet, nextNumber: head.nextNumbers[worksheet] }),
    ),
  );
  return Object.fromEntries(worksheets.map((key, index) => [key, bases[index]]));
}

interface Situation {
  readonly request: DatedRequest;
  readonly stored: StoredHead;
  readonly sheets: SheetsRead;
  readonly tables: Tables;
  readonly bases: Bases;
}

async function applyPlan(
  deps: Dependencies,
  plan: ReconcilePlan,
  situation: Situation,
): Promise<ReconcileOutcome> {
  const { request, stored } = situation;
  const edits = planSheetEdits(plan, { ...situation, today: request.today });
  const input = commitInput(plan, situation, { edits, at: deps.clock.now() });
  const head = await commitParts(deps.store, input, stored.version);
  const outcome = formatOutcome(head, request.today, plan);
  if (edits.length > 0 || head !== stored.head) {
    const about = planAbout(head, { today: request.today, at: input.at });
    await deps.spreadsheets.apply(request.workbookId, [...edits, about]);
  }
  const isQuiet = edits.length === 0 && head.revision === stored.head.revision;
  return { ...outcome, status: isQuiet ? 'unchanged' : 'changed' };
}

function commitInput(
  plan: ReconcilePlan,
  { request, stored, sheets, bases }: Situation,
  { edits, at }: { edits: readonly SheetEdit[]; at: string },
): CommitInput {
  const { head } = stored;
  const { workbookId, today, isMonitoring, by } = request;
  return {
    workbookId,
    head,
    at,
    by,
    next: {
      ...head,
      nextNumbers: { ...head.nextNumbers, ...nextNumbers(plan) },
      digests: planDigests(sheets, edits),
      held: plan.held,
      assessedOn: today,
      monitoredOn: isMonitoring ? today : head.monitoredOn,
      findings: countFindings(plan),
    },
    worksheets: STAFF_WORKSHEETS.flatMap((worksheet) => {
      const base = bases[worksheet];
      return base ? [{ worksheet, base, changes: plan.syncs[worksheet]?.changes ?? [] }] : [];
    }),
    numberOf: (worksheet, rowId) => parseRowId(rowId, workbookId, WORKSHEETS[worksheet].idPrefix) ?? 0,
  };
}

function nextNumbers({ syncs }: ReconcilePlan): Partial<Record<StaffWorksheetKey, number>> {
  return Object.fromEntries(Object.entries(syncs).map(([key, { nextNumber }]) => [key, nextNumber]));
}

async function commitParts(store: Store, input: CommitInput, version: string) {
  let { head } = input;
  let fence = version;
  for (const part of planCommit(input)) {
    if (head !== input.head) fence = await readFence(store, input.workbookId, head.revision);
    await store.commit([...part.writes, fencedHead(input.workbookId, part.head, fence)]);
    head = part.head;
  }
  return head;
}

/** The version that our own last part left; anyone else's revision in between ends the pass. */
async function readFence(store: Store, workbookId: string, revision: number): Promise<string> {
  const stored = await readHead(store, workbookId);
  if (stored?.head.revision !== revision) throw new StoreConflictError(workbookId);
  return stored.version;
}
