import type { Dependencies } from '../ports/dependencies.ts';
import { SheetMovedError } from '../ports/spreadsheet-errors.ts';
import { sendLeftLetters } from '../reminders/send-reminders.ts';
import { takeTurns, unlessLost } from './contention.ts';
import { NOTHING, wordOf, type DeletionConsent } from './deletion-consent.ts';
import {
  addOutcomes,
  describeChanges,
  describeFindings,
  type ReconcileOutcome,
} from './reconcile-outcome.ts';
import { runPass, type PassReading, type PassRequest } from './run-pass.ts';
import { addRefusal, guardAfter, NOT_REFUSED, type Refusal } from './writing/write-guarded.ts';

export interface ReconcileRequest extends PassRequest {
  readonly consent?: DeletionConsent | undefined;
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
  const { outcome, reading } = await settle(deps, request);
  await sendLeftLetters(deps, { ...request, today: outcome.today, head: reading?.head });
  return { ...outcome, message: `${describeChanges(outcome)} ${describeFindings(outcome.findings)}` };
}

/**
 * Brings the sheet's rows into the store and writes the server's cells beside them. Level-triggered: what a
 * lost, late or doubled call left undone, the next one does (promise 5).
 *
 * Cost: nothing changed, one Sheets call and one store read; one cell changed, one Sheets read and one write, two
 * store reads (head, shard) and three document writes (head, shard, history); a new row, one more read a shard; a
 * number typed where a text is expected, one more Sheets read (`readShownTables`). Where
 * people type, sort or move columns between the read and the write, it goes over the sheet again at once, at most
 * five times in all. Throws `ContentionError` after five lost races for the store, `SheetMovedError` where columns
 * moved each time.
 */
export async function reconcile(deps: Dependencies, request: ReconcileRequest): Promise<ReconcileOutcome> {
  const { outcome } = await settle(deps, request);
  return outcome;
}

/** What the passes of one call came to. */
export interface Settled {
  readonly outcome: ReconcileOutcome;
  /** What the last pass has read and stored; undefined where people were typing on. */
  readonly reading: PassReading | undefined;
}

/** `reconcile` for whoever goes on with what was read. */
export async function settle(deps: Dependencies, request: ReconcileRequest): Promise<Settled> {
  let outcome: ReconcileOutcome | undefined;
  let refused: Refusal = NOT_REFUSED;
  const agreedTo = wordOf(request.consent, request.by);
  return await takeTurns<Settled>(deps, {
    turn: async () => {
      const pass = await unlessLost(() =>
        runPass(deps, request, {
          guard: guardAfter(refused),
          agreedTo: outcome ? NOTHING : agreedTo,
        }),
      );
      if (pass) outcome = outcome ? addOutcomes(outcome, pass.outcome) : pass.outcome;
      if (outcome && pass?.end === 'settled') return { value: { outcome, reading: pass.reading } };
      if (pass) refused = pass.end === 'moved' ? addRefusal(refused, pass.positions) : NOT_REFUSED;
      return pass?.end === 'disturbed' ? 'at once' : 'after a pause';
    },
    giveUp: () => {
      if (refused.times > 0) throw new SheetMovedError(request.workbookId);
      // Everything typed so far is stored; what people are typing on is for the next pass.
      return outcome && { outcome, reading: undefined };
    },
  });
}
