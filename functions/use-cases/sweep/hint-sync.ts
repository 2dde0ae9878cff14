import type { Dependencies } from '../ports/dependencies.ts';
import type { Tasks } from '../ports/tasks.ts';
import { hashOfText } from '../stored/encoding/canonical-json.ts';
import { questionOf } from '../sync/deletion-consent.ts';
import { listHeld } from '../sync/reconcile-outcome.ts';
import { readMemberHead } from '../stored/access/membership.ts';

/** Hints within it are one synchronisation, at its end: it sees what any of them was about. */
export const SLOT_MS = 3_000;

export interface HintRequest {
  readonly workbookId: string;
  /** Verified address of who asks. */
  readonly by: string;
}

/**
 * Somebody has edited: has the workbook synchronised soon, once for all hints of a slot of time. The task begins when
 * the slot is over, so whoever finds it there already may go: it has not begun. A hint of what we ourselves wrote is
 * not told apart, for a person's edit beside it must not be lost: its pass finds nothing and writes nothing. Answers
 * what is held back since the last pass, for whoever types does not look at «Контроль». Throws `AccessDeniedError`, and
 * what the queue throws.
 */
export async function hintSync(
  deps: Dependencies & { readonly tasks: Tasks },
  { workbookId, by }: HintRequest,
): Promise<{ readonly held: string; readonly question: string }> {
  const { head } = await readMemberHead(deps, { workbookId, by }, 'sync.hint');
  const now = deps.clock.now();
  const slot = Math.floor(Date.parse(now) / SLOT_MS);
  const enqueued = await deps.tasks.enqueue({
    name: `${hashOfText(workbookId).slice(0, 16)}-hint-${slot}`,
    function: 'sync',
    workbookId,
    by,
    scheduledAt: now,
    at: new Date((slot + 1) * SLOT_MS).toISOString(),
  });
  if (enqueued.status === 'failed') throw enqueued.error;
  return { held: listHeld(head), question: questionOf(head) };
}
