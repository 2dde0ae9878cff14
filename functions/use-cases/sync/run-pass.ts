import type { ActionName } from '../../contract/actions.ts';
import type { Assessment } from '../../domain/assessment/assessed.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';
import { compareWithLast } from '../../domain/monitor/days-missed.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { OWN_TABS_FORM } from '../../workbook/server-sheets/server-sheets.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { SheetsUse } from '../ports/meter.ts';
import { todayIn } from '../ports/today.ts';
import { planRun, type RunPlan } from '../monitor/plan-run.ts';
import { planMail, type MailPlan } from '../reminders/plan-mail.ts';
import type { Head, StoredHead } from '../stored/head/head.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { commitParts, planCommitInput, type CommitSituation } from './commit-pass.ts';
import type { AgreedTo } from './deletion-consent.ts';
import type { Guard } from './writing/guard-edits.ts';
import type { HealedTables } from './reading/heal-headers.ts';
import type { ReconcilePlan } from './plan-reconcile.ts';
import { placeFinder, planAbout, planSheetEdits } from './writing/plan-sheets.ts';
import { readReconcilePlan } from './read-bases.ts';
import {
  changedSheets,
  incompleteSheets,
  readSheets,
  type SheetsRead,
  type Tables,
} from './reading/read-sheets.ts';
import { readTables } from './reading/read-tables.ts';
import { assembleReconcileOutcome, type ReconcileOutcome } from './reconcile-outcome.ts';
import { writeGuarded, type Written } from './writing/write-guarded.ts';

export interface PassRequest {
  readonly workbookId: string;
  /** Absent: today by the clock in the workbook's zone. */
  readonly today?: CalendarDate;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  /** What it is a part of, to which whoever asks must have a right; absent: a synchronisation. */
  readonly action?: ActionName;
  /** The daily look: deadlines are assessed for `today` even where no cell has changed. */
  readonly isMonitoring?: boolean;
  /** Of the daily look: the instants when it began and for which it was appointed, ISO 8601 in UTC. */
  readonly times?: { readonly startedAt: string; readonly scheduledAt?: string | undefined };
  /** Whoever asks compares an unchecked revision with its history next, and then writes «О системе» once for both. */
  readonly leavesAboutToCheck?: boolean;
}

type DatedRequest = PassRequest & { readonly today: CalendarDate };

export interface Pass extends Written {
  readonly outcome: ReconcileOutcome;
  readonly reading: PassReading;
}

/** The workbook as a pass has read it, with the head as the pass has left it. */
export type PassReading = {
  readonly head: Head;
  /** Undefined where the pass has written the head: its version is not known then. */
  readonly version: string | undefined;
} & (
  | { readonly kind: 'unchanged'; readonly sheets: SheetsRead }
  | {
      readonly kind: 'assessed';
      readonly tables: Tables;
      readonly rows: ReconcilePlan['rows'];
      readonly assessment: Assessment;
    }
);

/** One look at the sheets, and what follows from it in the store and beside the rows. */
export async function runPass(
  deps: Dependencies,
  request: PassRequest,
  { guard, agreedTo }: { readonly guard: Guard; readonly agreedTo: AgreedTo },
): Promise<Pass> {
  // The revision is read before the sheet: whoever read an older sheet loses at the commit (fencing).
  const stored = await readMemberHead(deps, request, request.action ?? 'sync.run');
  const agreed = agreedTo(stored.head);
  const today = request.today ?? todayIn(deps, stored.head.timeZone);
  const isMonitoring = request.isMonitoring === true && !isDoneAhead(stored.head, request, today);
  const sheets = await readSheets(deps.spreadsheets, request.workbookId, stored.head);
  const changed = [...new Set([...changedSheets(stored.head, sheets), ...heldSheets(stored.head)])];
  const dated = { ...request, today, isMonitoring };
  if (isSettled(stored, changed, { ...dated, at: deps.clock.now() })) {
    const reading = { kind: 'unchanged', ...stored, sheets } as const;
    return { outcome: assembleReconcileOutcome(stored.head, today), end: 'settled', positions: '', reading };
  }
  const { workbookId } = request;
  const { head } = stored;
  const isFresh = isMonitoring && head.monitoredOn !== today;
  const { tables, headers } = await readTables(deps.spreadsheets, { workbookId, sheets, head, isFresh });
  const { plan, bases } = await readReconcilePlan(deps.store, {
    ...dated,
    at: deps.clock.now(),
    head,
    tables,
    changed: [...new Set([...changed, ...incompleteSheets(tables)])],
    agreed,
  });
  const situation = { request: dated, stored, sheets, tables, headers, bases, guard };
  return await applyPlan(deps, plan, situation);
}

/** Rows that are held back are looked for at every pass: they may have come back. */
function heldSheets({ held }: Head): readonly StaffWorksheetKey[] {
  return STAFF_WORKSHEETS.filter((key) => held[key]);
}

function isSettled(
  { head }: StoredHead,
  changed: readonly string[],
  { isMonitoring, today, at }: DatedRequest & { readonly at: string },
): boolean {
  const isGraceOver = head.graceUntil !== undefined && head.graceUntil <= at;
  // A newer program draws our own tabs otherwise.
  const isDrawn = head.form === OWN_TABS_FORM;
  return changed.length === 0 && isDrawn && !isGraceOver && (!isMonitoring || head.monitoredOn === today);
}

/** By the clock alone: whoever names a day means it. */
function isDoneAhead({ monitoredOn }: Head, { today: named }: PassRequest, today: CalendarDate): boolean {
  return named === undefined && compareWithLast(monitoredOn, today) === 'ahead';
}

interface PassSituation extends HealedTables, CommitSituation {
  readonly request: DatedRequest;
  readonly guard: Guard;
}

async function applyPlan(deps: Dependencies, plan: ReconcilePlan, situation: PassSituation): Promise<Pass> {
  const { request, stored, headers, tables } = situation;
  const at = deps.clock.now();
  const run = await planRunOf(deps, plan, { ...situation, at });
  const mail = await planMailOf(deps, plan, { ...situation, at });
  const runs = run?.state ?? stored.head.runs;
  const edits = [
    ...headers,
    ...planSheetEdits(plan, { ...situation, today: request.today, runs, form: stored.head.form }),
  ];
  const input = planCommitInput(plan, situation, { edits, at, run, mail });
  const head = await commitParts(deps.store, input, stored.version);
  const isSameHead = head === stored.head;
  const isQuiet = edits.length === 0 && head.revision === stored.head.revision;
  const status = isQuiet ? 'unchanged' : 'changed';
  const outcome = {
    ...assembleReconcileOutcome(head, request.today, plan),
    status,
    ...(mail && { mailPlannedAt: at }),
  } as const;
  const version = isSameHead ? stored.version : undefined;
  const { rows, assessment } = plan;
  const reading = { kind: 'assessed', head, version, tables, rows, assessment } as const;
  const about =
    isSameHead && edits.length === 0
      ? []
      : aboutOf(head, request, { at: input.at, sheetsUse: deps.sheetsUse?.() });
  if (edits.length + about.length === 0) return { outcome, end: 'settled', positions: '', reading };
  const written = await writeGuarded(deps.spreadsheets, [...edits, ...about], { ...situation, ...request });
  return { outcome, reading, ...written };
}

function planRunOf(
  { store }: Dependencies,
  { assessment }: ReconcilePlan,
  { request, stored: { head }, at }: PassSituation & { readonly at: string },
): Promise<RunPlan> | undefined {
  if (!request.isMonitoring) return undefined;
  const { workbookId, by, times = { startedAt: at } } = request;
  return planRun(store, { workbookId, by, head, assessment, at, ...times });
}

/** Of the daily look alone: letters go out once a day. */
async function planMailOf(
  deps: Dependencies,
  { assessment, rows }: ReconcilePlan,
  { request, stored: { head }, tables, at }: PassSituation & { readonly at: string },
): Promise<MailPlan | undefined> {
  if (!request.isMonitoring) return undefined;
  const { workbookId } = request;
  return await planMail(deps, { workbookId, head, assessment, findPlace: placeFinder(rows, tables), at });
}

function aboutOf(
  head: Head,
  { today, leavesAboutToCheck }: DatedRequest,
  moment: { readonly at: string; readonly sheetsUse: SheetsUse | undefined },
) {
  const isLeft = leavesAboutToCheck === true && isUnchecked(head);
  return isLeft ? [] : [planAbout(head, { today, ...moment })];
}

/** Whether history and rows were not compared at this revision. */
function isUnchecked({ selfCheck, revision }: Head): boolean {
  return selfCheck?.revision !== revision;
}
