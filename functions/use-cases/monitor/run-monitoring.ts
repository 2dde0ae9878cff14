import { formatDate } from '../../domain/dates.ts';
import { checkStore, type CheckOutcome } from './check-store.ts';
import { planAbout } from '../sync/plan-sheets.ts';
import { describeChanges, describeFindings, type ReconcileOutcome } from '../sync/reconcile-outcome.ts';
import { reconcile, type ReconcileRequest, type Described } from '../sync/reconcile.ts';
import type { Dependencies } from '../ports/dependencies.ts';

type MonitoringRequest = Omit<ReconcileRequest, 'isMonitoring' | 'consent'>;

/** The daily look: everything that a new day changes without anyone typing. A second run that day is free. */
export async function runMonitoring(deps: Dependencies, request: MonitoringRequest): Promise<Described> {
  const outcome = await reconcile(deps, { ...request, isMonitoring: true });
  const check = await checkHistory(deps, request, outcome);
  const message =
    `Сроки проверены на ${formatDate(outcome.today)}. ` +
    `${describeChanges(outcome)} ${describeFindings(outcome.findings)}`;
  return { ...outcome, message: check && !check.agrees ? `${message} ${check.message}` : message };
}

/** Once for each revision, and shown on «О системе»; nothing at all where nothing has changed since. */
async function checkHistory(
  deps: Dependencies,
  { workbookId, by }: MonitoringRequest,
  { revision, checkedRevision, today }: ReconcileOutcome,
): Promise<CheckOutcome | undefined> {
  if (checkedRevision === revision) return undefined;
  const check = await checkStore(deps, { workbookId, by });
  await deps.spreadsheets.apply(workbookId, [planAbout(check.head, { today, at: deps.clock.now() })]);
  return check;
}
