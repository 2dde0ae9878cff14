import type { CalendarDate } from '../../domain/dates/dates.ts';
import { parseRowId } from '../../domain/sync/row-id.ts';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { OWN_TABS_FORM } from '../../workbook/server-sheets/server-sheets.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { StoreConflictError } from '../ports/errors.ts';
import { fencedHead, planCommit, type CommitInput } from '../stored/plan-commit.ts';
import type { RunPlan } from '../monitor/plan-run.ts';
import type { MailPlan } from '../reminders/plan-mail.ts';
import { planBirths } from './births.ts';
import { planPlaces } from './reading/plan-places.ts';
import type { Bases, ReconcilePlan } from './plan-reconcile.ts';
import { countFindings, planDigests } from './writing/plan-sheets.ts';
import type { SheetEdit } from '../ports/spreadsheets.ts';
import type { Store } from '../ports/store.ts';
import { rememberShown } from './reading/read-shown.ts';
import type { SheetsRead, Tables } from './reading/read-sheets.ts';
import { readHead, type Head, type StoredHead } from '../stored/head/head.ts';

/** What a pass has read by the time it commits. */
export interface CommitSituation {
  readonly request: {
    readonly workbookId: string;
    readonly today: CalendarDate;
    readonly by: string;
    readonly isMonitoring?: boolean;
  };
  readonly stored: StoredHead;
  readonly sheets: SheetsRead;
  readonly tables: Tables;
  readonly bases: Bases;
}

interface PlannedBeside {
  readonly edits: readonly SheetEdit[];
  readonly at: string;
  /** Of the daily look: the run as it is kept, and the letters of the day. */
  readonly run?: RunPlan | undefined;
  readonly mail?: MailPlan | undefined;
}

/** What the pass stores: the plan's rows, and the head as it is to stand. */
export function planCommitInput(
  plan: ReconcilePlan,
  situation: CommitSituation,
  { edits, at, run, mail }: PlannedBeside,
): CommitInput {
  const { request, stored, bases } = situation;
  const { head } = stored;
  const { shown: _before, graceUntil: _over, ...kept } = head;
  const shown = rememberShown(plan.rows);
  const { workbookId, today, isMonitoring, by } = request;
  const { postponements, actEntries } = plan.assessment.records;
  const births = planBirths({ workbookId, head, at, by }, plan.syncs);
  return {
    workbookId,
    head,
    at,
    by,
    next: {
      ...kept,
      ...(shown && { shown }),
      nextNumbers: { ...head.nextNumbers, ...nextNumbers(plan) },
      digests: planDigests(situation, edits),
      held: plan.held,
      ...planPlaces(head, situation.tables, plan.held),
      ...(births && { births }),
      ...(plan.graceUntil !== undefined && { graceUntil: plan.graceUntil }),
      ...(postponements && { postponements }),
      ...(actEntries && { actEntries }),
      ...(plan.tooLarge && { tooLarge: plan.tooLarge }),
      assessedOn: today,
      monitoredOn: isMonitoring ? today : head.monitoredOn,
      form: OWN_TABS_FORM,
      findings: countFindings(plan),
      ...(run && { runs: run.state }),
      ...(mail && { mail: mail.state }),
    },
    beside: [...(run?.writes ?? []), ...(mail?.writes ?? [])],
    worksheets: STAFF_WORKSHEETS.flatMap((worksheet) => {
      const base = bases[worksheet];
      return base ? [{ worksheet, base, changes: plan.syncs[worksheet]?.changes ?? [] }] : [];
    }),
    numberOf: numbersOnce(workbookId),
  };
}

/** A row's number is asked for at each step of the commit, and an id is told from a stranger's by a hash. */
function numbersOnce(workbookId: string): CommitInput['numberOf'] {
  const known = new Map(STAFF_WORKSHEETS.map((worksheet) => [worksheet, new Map<RowId, number>()]));
  return (worksheet, rowId) => {
    const numbers = known.get(worksheet);
    const number = numbers?.get(rowId) ?? parseRowId(rowId, workbookId, WORKSHEETS[worksheet].idPrefix) ?? 0;
    numbers?.set(rowId, number);
    return number;
  };
}

function nextNumbers({ syncs }: ReconcilePlan): Partial<Record<StaffWorksheetKey, number>> {
  return Object.fromEntries(Object.entries(syncs).map(([key, { nextNumber }]) => [key, nextNumber]));
}

/** Part after part, each fenced by the version of the one before; answers the head that now stands. */
export async function commitParts(store: Store, input: CommitInput, version: string): Promise<Head> {
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
