import { hintFunction } from './calls/call-function.ts';
import { logFailure } from './calls/run-command.ts';
import { SYNC } from './commands.ts';
import { showHeld } from './show.ts';

const RETRY_PAUSE_MS = 1_000;

/**
 * Tells the functions that somebody has edited, and ends: the time that triggers run is counted by the day. Whatever
 * many hints there are, the functions make one synchronisation of those that come together.
 */
export function hintSync(): void {
  tellHeld(hintPatiently());
}

type Hinted = ReturnType<typeof hintFunction>;

/** A second failure is thrown: Apps Script notes it and writes to whoever installed the trigger. */
function hintPatiently(): Hinted {
  try {
    return hintFunction(SYNC);
  } catch (thrown) {
    logFailure('hint', thrown);
    Utilities.sleep(RETRY_PAUSE_MS);
    return hintFunction(SYNC);
  }
}

/** Which losses were told of last: each is told once, whatever is typed meanwhile. */
const TOLD = 'shnor.told';
/** The longest that the cache keeps anything. */
const TOLD_SECONDS = 21_600;

function tellHeld(answer: Hinted): void {
  const cache = CacheService.getDocumentCache();
  if (answer.question === (cache?.get(TOLD) ?? '')) return;
  cache?.put(TOLD, answer.question, TOLD_SECONDS);
  if (answer.question !== '') showHeld(answer);
}
