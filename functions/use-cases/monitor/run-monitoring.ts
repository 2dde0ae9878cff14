import { formatDate } from '../../domain/dates.ts';
import { checkStore, type CheckOutcome } from './check-store.ts';
import { planAbout } from '../sync/writing/plan-sheets.ts';
import { describeChanges, describeFindings, type ReconcileOutcome } from '../sync/reconcile-outcome.ts';
import { readMemberHead } from '../stored/membership.ts';
import { reconcile, type ReconcileRequest, type Described } from '../sync/reconcile.ts';
import type { Dependencies } from '../ports/dependencies.ts';

type MonitoringRequest = Omit<ReconcileRequest, 'isMonitoring' | 'consent'>;

/** The daily look: everything that a new day changes without anyone typing. A second run that day is free. */
export async function runMonitoring(deps: Dependencies, request: MonitoringRequest): Promise<Described> {
  const outcome = await reconcile(deps, { ...request, isMonitoring: true, leavesAboutToCheck: true });
  const check = await checkHistory(deps, request, outcome);
  const message =
    `Сроки проверены на ${formatDate(outcome.today)}. ` +
    `${describeChanges(outcome)} ${describeFindings(outcome.findings)}`;
  return { ...outcome, message: check && !check.agrees ? `${message} ${check.message}` : message };
}

/**
 * Once for each revision; nothing at all where nothing has changed since. «О системе», which the pass has left to it,
 * is brought up to date whatever becomes of the check.
 */
async function checkHistory(
  deps: Dependencies,
  { workbookId, by }: MonitoringRequest,
  { revision, checkedRevision, today }: ReconcileOutcome,
): Promise<CheckOutcome | undefined> {
  if (checkedRevision === revision) return undefined;
  const [check] = await Promise.allSettled([checkStore(deps, { workbookId, by })]);
  const { head } =
    check.status === 'fulfilled' ? check.value : await readMemberHead(deps, { workbookId, by });
  await deps.spreadsheets.apply(workbookId, [planAbout(head, { today, at: deps.clock.now() })]);
  if (check.status === 'rejected') throw check.reason;
  return check.value;
}
