import type { CalendarDate } from '../../domain/dates.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/worksheet-key.ts';
import { assertMember } from '../stored/membership.ts';
import { commitParts, planCommitInput, type CommitSituation } from './commit-pass.ts';
import { takeTurns, unlessLost } from './contention.ts';
import { NOTHING, wordOf, type AgreedTo, type DeletionConsent } from './deletion-consent.ts';
import type { Guard } from './guard-edits.ts';
import type { ReconcilePlan } from './plan-reconcile.ts';
import { planAbout, planSheetEdits } from './plan-sheets.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readHealedTables, type HealedTables } from './heal-headers.ts';
import { readPlan } from './read-bases.ts';
import { changedSheets, readSheets } from './read-sheets.ts';
import {
  addOutcomes,
  describeChanges,
  describeFindings,
  formatOutcome,
  type ReconcileOutcome,
} from './reconcile-outcome.ts';
import {
  addRefusal,
  guardAfter,
  NOT_REFUSED,
  type Refusal,
  writeGuarded,
  type Written,
} from './write-guarded.ts';
import { SheetMovedError } from '../ports/spreadsheet-errors.ts';
import { readKnownHead, type Head, type StoredHead } from '../stored/head.ts';
import { todayIn } from '../ports/today.ts';

export interface ReconcileRequest {
  readonly workbookId: string;
  /** Absent: today by the clock in the workbook's zone. */
  readonly today?: CalendarDate;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  readonly consent?: DeletionConsent | undefined;
  /** The daily look: deadlines are assessed for `today` even where no cell has changed. */
  readonly isMonitoring?: boolean;
}

export interface Described extends ReconcileOutcome {
  /** Russian, for the person who asked. */
  readonly message: string;
}

/** Brings what staff typed into the store and shows the verdict beside each changed row. */
export async function syncWorkbook(
  deps: Dependencies,
  request: Omit<ReconcileRequest, 'isMonitoring'>,
): Promise<Described> {
  const outcome = await reconcile(deps, request);
  return { ...outcome, message: `${describeChanges(outcome)} ${describeFindings(outcome.findings)}` };
}

type DatedRequest = ReconcileRequest & { readonly today: CalendarDate };

/**
 * Brings the sheet's rows into the store and writes the server's cells beside them. Level-triggered: what a
 * lost, late or doubled call left undone, the next one does (promise 5).
 *
 * Cost: nothing changed, one Sheets call and one store read; one cell changed, one Sheets read and one write, two
 * store reads (head, shard) and three document writes (head, shard, history); a new row, one more read a shard. Where
 * people type, sort or move columns between the read and the write, it goes over the sheet again at once, at most
 * five times in all. Throws `ContentionError` after five lost races for the store, `SheetMovedError` where columns
 * moved each time.
 */
export async function reconcile(deps: Dependencies, request: ReconcileRequest): Promise<ReconcileOutcome> {
  let outcome: ReconcileOutcome | undefined;
  let refused: Refusal = NOT_REFUSED;
  const agreedTo = wordOf(request.consent, request.by);
  return await takeTurns<ReconcileOutcome>(deps, {
    turn: async () => {
      const pass = await unlessLost(() =>
        reconcileOnce(deps, request, {
          guard: guardAfter(refused),
          agreedTo: outcome ? NOTHING : agreedTo,
        }),
      );
      if (pass) outcome = outcome ? addOutcomes(outcome, pass.outcome) : pass.outcome;
      if (outcome && pass?.end === 'settled') return { value: outcome };
      if (pass) refused = pass.end === 'moved' ? addRefusal(refused, pass.positions) : NOT_REFUSED;
      return pass?.end === 'disturbed' ? 'at once' : 'after a pause';
    },
    giveUp: () => {
      if (refused.times > 0) throw new SheetMovedError(request.workbookId);
      // Everything typed so far is stored; what people are typing on is for the next pass.
      return outcome;
    },
  });
}

interface Pass extends Written {
  readonly outcome: ReconcileOutcome;
}

async function reconcileOnce(
  deps: Dependencies,
  request: ReconcileRequest,
  { guard, agreedTo }: { readonly guard: Guard; readonly agreedTo: AgreedTo },
): Promise<Pass> {
  // The revision is read before the sheet: whoever read an older sheet loses at the commit (fencing).
  const stored = await readKnownHead(deps.store, request.workbookId);
  assertMember(stored.head, request.by);
  const agreed = agreedTo(stored.head);
  const today = request.today ?? todayIn(deps, stored.head.timeZone);
  const sheets = await readSheets(deps.spreadsheets, request.workbookId, stored.head);
  const changed = [...new Set([...changedSheets(stored.head, sheets), ...heldSheets(stored.head)])];
  if (isSettled(stored, changed, { ...request, today }))
    return { outcome: formatOutcome(stored.head, today), end: 'settled', positions: '' };
  const { tables, headers } = await readHealedTables(deps.spreadsheets, request.workbookId, sheets);
  const { plan, bases } = await readPlan(deps.store, {
    ...request,
    today,
    head: stored.head,
    tables,
    changed,
    agreed,
  });
  const situation = { request: { ...request, today }, stored, sheets, tables, headers, bases, guard };
  return await applyPlan(deps, plan, situation);
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

interface Situation extends HealedTables, CommitSituation {
  readonly guard: Guard;
}

async function applyPlan(deps: Dependencies, plan: ReconcilePlan, situation: Situation): Promise<Pass> {
  const { request, stored, headers } = situation;
  const edits = [...headers, ...planSheetEdits(plan, { ...situation, today: request.today })];
  const input = planCommitInput(plan, situation, { edits, at: deps.clock.now() });
  const head = await commitParts(deps.store, input, stored.version);
  const isQuiet = edits.length === 0 && head.revision === stored.head.revision;
  const status = isQuiet ? 'unchanged' : 'changed';
  const outcome = { ...formatOutcome(head, request.today, plan), status } as const;
  if (edits.length === 0 && head === stored.head) return { outcome, end: 'settled', positions: '' };
  const about = planAbout(head, { today: request.today, at: input.at });
  return {
    outcome,
    ...(await writeGuarded(deps.spreadsheets, [...edits, about], { ...situation, ...request })),
  };
}
