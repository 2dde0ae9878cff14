import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { STAFF_WORKSHEETS } from '../../domain/records/worksheet-key.ts';
import { claimAppends, releaseAppends } from './append-claim.ts';
import { AppendsHeldError, AppendsIncompleteError } from './append-errors.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { ActionName } from '../../contract/actions.ts';
import { firstThatFit, planAppends, type Addition } from './plan-appends.ts';
import { describeGaps } from '../sync/reading/describe-gaps.ts';
import { readStanding, type Standing } from '../sync/reading/read-standing.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { reconcile } from '../sync/reconcile.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { SpreadsheetUnreachableError } from '../ports/spreadsheet-errors.ts';

interface AppendRequest {
  readonly workbookId: string;
  /** Verified address of who asks. */
  readonly by: string;
  /** To which they must have a right. */
  readonly action: ActionName;
}

/** What is to be added to the workbook as it stands, and what to tell of it. */
export interface AppendPlan {
  readonly additions: readonly Addition[];
}

/**
 * The plan on the workbook as it stands; nothing is written. Rows that vanished may come back yet: until a person
 * has said so they are no reason to add others. Throws `AppendsHeldError`, `AppendsIncompleteError`.
 */
export async function readPlanned<Plan extends AppendPlan>(
  deps: Dependencies,
  request: AppendRequest,
  plan: (standing: Standing) => Plan,
): Promise<Plan> {
  const standing = await readStanding(deps, request, request.action);
  assertNoLossWaits(standing);
  assertNothingLacks(standing);
  return plan(standing);
}

/** Throws `AppendsHeldError`: rows that wait for a person's word may come back, until then they are not missing. */
export function assertNoLossWaits({ held }: Standing): void {
  const sheets = STAFF_WORKSHEETS.filter((key) => held[key]);
  if (sheets.length > 0) throw new AppendsHeldError(sheets.map((key) => WORKSHEETS[key].title));
}

/** What is not read is no reason to add it once more. */
function assertNothingLacks({ tables }: Standing): void {
  const gaps = describeGaps(tables);
  if (gaps.length > 0) throw new AppendsIncompleteError(gaps);
}

/**
 * Appends new rows below the last of their worksheets, on behalf of the person who confirmed; no standing cell
 * changes. One caller at a time, so that two who ask at once add the rows once: the second is refused or finds them
 * standing. Throws `ReadOnlyRoleError`, `AppendsHeldError`, `AppendsRunningError`.
 */
export async function appendPlanned<Plan extends AppendPlan>(
  deps: Dependencies,
  request: AppendRequest,
  plan: (standing: Standing) => Plan,
): Promise<Plan> {
  const { workbookId, by, action } = request;
  await readMemberHead(deps, request, action);
  const { braked } = await reconcile(deps, { workbookId, by });
  if (braked.length > 0) throw new AppendsHeldError(braked.map(({ worksheet }) => worksheet));
  const claim = { workbookId, by, now: deps.clock.now() };
  await claimAppends(deps.store, claim);
  let planned: Plan;
  try {
    // Read after the claim was taken: what others have appended is in it.
    const standing = await readStanding(deps, request, action);
    assertNothingLacks(standing);
    planned = plan(standing);
    await writeRows(deps, workbookId, { standing, additions: planned.additions });
  } catch (error) {
    // An answer that was lost may still be carried out: then the claim ends by itself, when that is certain.
    const isCertain = error instanceof UserFacingError && !(error instanceof SpreadsheetUnreachableError);
    if (isCertain) await releaseAppends(deps.store, claim);
    throw error;
  }
  await releaseAppends(deps.store, claim);
  return planned;
}

interface Appends extends AppendPlan {
  readonly standing: Standing;
}

/** In as many calls as their size asks for; none where there is nothing to add. */
export async function writeRows(
  deps: Dependencies,
  workbookId: string,
  { standing, additions }: Appends,
): Promise<void> {
  if (additions.length === 0) return;
  const outline = await deps.spreadsheets.readOutline(workbookId);
  let rest = additions;
  while (rest.length > 0) {
    const batch = firstThatFit(rest);
    await deps.spreadsheets.apply(workbookId, planAppends(batch, standing, outline));
    rest = rest.slice(batch.length);
  }
}
