import { describeChanges, describeFindings, type ReconcileOutcome } from './reconcile-outcome.ts';
import { reconcile, type ReconcileRequest } from './reconcile.ts';
import type { Dependencies } from '../ports/dependencies.ts';

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
