import { formatDate } from '../domain/dates.ts';
import { describeChanges, describeFindings } from './reconcile-outcome.ts';
import { reconcile, type Dependencies, type ReconcileRequest } from './reconcile.ts';
import type { Described } from './sync-workbook.ts';

/** The daily look: everything that a new day changes without anyone typing. A second run that day is free. */
export async function runMonitoring(
  deps: Dependencies,
  request: Omit<ReconcileRequest, 'isMonitoring' | 'areDeletionsConfirmed'>,
): Promise<Described> {
  const outcome = await reconcile(deps, { ...request, isMonitoring: true });
  const message =
    `Сроки проверены на ${formatDate(outcome.today)}. ` +
    `${describeChanges(outcome)} ${describeFindings(outcome.findings)}`;
  return { ...outcome, message };
}
