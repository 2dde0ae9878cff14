import type { ReconcileOutcome } from '../../functions/use-cases/sync/reconcile-outcome.ts';

/** The outcome without the whole workbook inside it. */
export function withoutAssessment<Outcome extends ReconcileOutcome>({
  assessment: _assessment,
  ...rest
}: Outcome): Omit<Outcome, 'assessment'> {
  return rest;
}
