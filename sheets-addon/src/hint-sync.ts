import type { AnswerOf } from '../../functions/contract/answers.ts';
import { callFunction } from './calls/call-function.ts';
import { SYNC } from './commands.ts';
import { logFailure } from './calls/run-command.ts';
import { showHeld } from './show.ts';

/** When somebody last edited, in ms since 1970; and that a run waits for its turn. */
const EDITED = 'shnor.edited';
const WAITING = 'shnor.waiting';

/** The longest that the cache keeps anything. */
const EDITED_SECONDS = 21_600;
/** Longer than any synchronisation takes; a run of a trigger may last six minutes. */
const LOCK_WAIT_MS = 60_000;
/** A run that died while it waited keeps others away no longer than this. */
const WAITING_SECONDS = LOCK_WAIT_MS / 1000 + 5;
const RETRY_PAUSE_MS = 5_000;
const MAX_ROUNDS = 3;
/** The mark of the very edit that brought us here may come this late. */
const LATE_MARK_MS = 2_000;

/** Notes that there is something to accept, in the cache and nowhere in the sheet: no cell there is ours to stamp. */
export function markEdited(): void {
  CacheService.getDocumentCache()?.put(EDITED, String(Date.now()), EDITED_SECONDS);
}

/**
 * Asks the functions to look at the workbook, once for a burst of edits: one run works, one waits, and the others
 * leave. Whoever leaves has seen a run that waits: it begins later, and so it sees their edit. Therefore the mark is
 * taken away before the work begins, and whoever has waited always works. A forgetful cache costs a call too many,
 * never one too few. Where a trigger was lost, the mark of `onEdit` brings one more round; where that is lost too,
 * the functions' own schedule looks.
 */
export function hintSync(): void {
  const cache = CacheService.getDocumentCache();
  if (cache?.get(WAITING)) return;
  cache?.put(WAITING, '1', WAITING_SECONDS);
  // Not the document's lock: a command of the menu must not find it taken by a hint.
  const lock = LockService.getScriptLock();
  try {
    // Without the lock it goes on all the same: the functions sort out who writes.
    lock.tryLock(LOCK_WAIT_MS);
  } finally {
    cache?.remove(WAITING);
  }
  try {
    acceptEdits(cache);
  } finally {
    lock.releaseLock();
  }
}

function acceptEdits(cache: GoogleAppsScript.Cache.Cache | null): void {
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const started = Date.now();
    tellHeld(cache, callPatiently());
    const edited = Number(cache?.get(EDITED) ?? 0);
    if (edited <= started + LATE_MARK_MS || cache?.get(WAITING)) return;
  }
}

/** Which losses were told of last: each is told once, whatever is typed meanwhile. */
const TOLD = 'shnor.told';

function tellHeld(cache: GoogleAppsScript.Cache.Cache | null, answer: AnswerOf<'sync'>): void {
  if (answer.question === '') {
    cache?.remove(TOLD);
    return;
  }
  if (answer.question === cache?.get(TOLD)) return;
  cache?.put(TOLD, answer.question, EDITED_SECONDS);
  showHeld(answer);
}

/** A second failure is thrown: Apps Script notes it and writes to whoever installed the trigger. */
function callPatiently(): AnswerOf<'sync'> {
  try {
    return callFunction(SYNC);
  } catch (thrown) {
    logFailure('hint', thrown);
    Utilities.sleep(RETRY_PAUSE_MS);
    return callFunction(SYNC);
  }
}
