import { describeRestore, type RestoreStatus } from './describe-restore.ts';
import { firstThatFit, type Addition } from '../append/plan-appends.ts';
import { planRestore, type RestorePlan } from './plan-restore.ts';
import { readStanding, type Standing } from '../sync/reading/read-standing.ts';
import type { Point } from '../history/read-point.ts';
import { readWanted, type WantedRows } from './read-wanted.ts';
import { reconcile } from '../sync/reconcile.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { findTarget } from '../history/row-target.ts';
import {
  SheetMovedError,
  SpreadsheetError,
  SpreadsheetRefusedError,
  SpreadsheetUnreachableError,
} from '../ports/spreadsheet-errors.ts';
import { writeRecovery, type RecoveryTab } from './write-recovery.ts';

export interface RestoreRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook, and to restore more than its head. */
  readonly by: string;
  /** A row (`e17-4fa`, `Исполнение!12`), a worksheet (`Исполнение`); absent: the whole workbook. */
  readonly target?: string;
  /** Absent: rows that are gone, as they last stood. */
  readonly point?: Point;
  /** False: only say what would be done. */
  readonly isConfirmed: boolean;
}

export interface RestoreOutcome extends RestorePlan {
  readonly status: RestoreStatus;
  /** Where the differences are listed; null where there is nothing to list. */
  readonly tab: RecoveryTab | null;
  /** Russian, for the person who asked. */
  readonly message: string;
}

/**
 * Puts rows back as they stood at a point. What is gone is appended below the last row of its worksheet, under its
 * old id; what stands is never written over but listed on «Восстановление» (promise 1). Then an ordinary
 * synchronisation accepts the rows, so that the restore is itself history. Done twice it changes nothing more.
 *
 * Cost: one Sheets call and the shards of the target to plan, with a point also one store read for each document of
 * the history since (a single row: for each of its changes).
 */
export async function restoreRows(deps: Dependencies, request: RestoreRequest): Promise<RestoreOutcome> {
  const { workbookId, isConfirmed } = request;
  const standing = await readStanding(deps, request, isConfirmed ? 'restore.act' : 'restore.plan');
  const target = findTarget(request.target, workbookId, standing);
  const wanted = await readWanted(deps.store, { ...request, target, standing });
  const plan = planRestore(wanted, standing);
  if (!isConfirmed) {
    return { status: 'planned', ...plan, tab: null, message: describeRestore('planned', { plan, wanted }) };
  }
  const { tab, hasWritten } = await applyRestore(deps, request, { standing, plan, wanted });
  await reconcile(deps, { workbookId, by: request.by });
  const status = hasWritten ? 'restored' : 'unchanged';
  return { status, ...plan, tab, message: describeRestore(status, { plan, wanted, ...(tab && { tab }) }) };
}

interface Restoration {
  readonly standing: Standing;
  readonly plan: RestorePlan;
  readonly wanted: WantedRows;
}

/** Rows come back in batches that fit one call: more batches than this hold more rows than a workbook may have. */
const MAX_BATCHES = 1_000;
const MAX_FAILURES = 5;

/** Appends what is missing and lists what differs. Gives up after five failed writes with the last error. */
async function applyRestore(deps: Dependencies, request: RestoreRequest, first: Restoration) {
  const { workbookId, by } = request;
  const outcome: { tab: RecoveryTab | null; hasWritten: boolean } = { tab: null, hasWritten: false };
  const returned = first.plan.additions;
  let { standing, plan } = first;
  let failures = 0;
  for (let batch = 1; batch <= MAX_BATCHES; batch++) {
    const additions = firstThatFit(plan.additions);
    const isLast = additions.length === plan.additions.length;
    const written = await tryWrite(deps, request, { ...first, standing, plan, additions, returned });
    if (!written.failure) {
      outcome.tab = written.tab;
      outcome.hasWritten ||= written.hasWritten;
      if (isLast) break;
    } else {
      failures += 1;
      if (failures >= MAX_FAILURES) throw written.failure;
      await deps.pause(failures);
      // Columns have moved: an ordinary pass says anew where they stand.
      if (written.failure instanceof SheetMovedError) await reconcile(deps, { workbookId, by });
    }
    // What is standing now decides what is still missing: a write whose answer was lost may have been carried out.
    standing = await readStanding(deps, request, 'restore.act');
    const missing = plan.additions.length;
    plan = planRestore(first.wanted, standing);
    outcome.hasWritten ||= plan.additions.length < missing;
  }
  return outcome;
}

/** What another try may mend: somebody else was first, columns moved, or the answer was lost. */
const PASSING = [SpreadsheetRefusedError, SpreadsheetUnreachableError, SheetMovedError];

interface Batch extends Restoration {
  readonly additions: readonly Addition[];
  readonly returned: readonly Addition[];
}

interface Written {
  readonly tab: RecoveryTab | null;
  readonly hasWritten: boolean;
  readonly failure?: Error;
}

async function tryWrite(deps: Dependencies, request: RestoreRequest, batch: Batch): Promise<Written> {
  try {
    return await writeRecovery(deps, request.workbookId, batch);
  } catch (failure) {
    const isPassing = PASSING.some((each) => failure instanceof each);
    if (!isPassing || !(failure instanceof SpreadsheetError)) throw failure;
    return { tab: null, hasWritten: false, failure };
  }
}
