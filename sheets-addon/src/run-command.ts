import { callFunction } from './call-function.ts';
import { CommandError, textOf } from './command-error.ts';
import type { Command } from './commands.ts';
import { alreadyRunning, describeBug } from './failures.ts';
import { showFailure, showProgress } from './show.ts';

/** Long enough for Google's lock service to answer, too short to be felt as waiting. */
const LOCK_WAIT_MS = 100;

/** From the press to what the user sees of its end; every failure ends as a sentence, none is thrown. */
export function runCommand<Answer>(
  command: Command<Answer>,
  show: (answer: Answer) => void,
  more: object = {},
): void {
  try {
    show(withDocumentLock(() => carryOut(command, more)));
  } catch (thrown) {
    console.error(`${command.path}: ${detailOf(thrown)}`);
    showFailure(thrown instanceof CommandError ? thrown.message : describeBug(thrown));
  }
}

function carryOut<Answer>(command: Command<Answer>, more: object): Answer {
  showProgress(command.progress);
  return callFunction(command, more);
}

/** Released before the result is shown: an open dialog must not keep colleagues from working. */
function withDocumentLock<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) throw alreadyRunning();
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

function detailOf(thrown: unknown): string {
  if (thrown instanceof CommandError) return thrown.detail;
  return thrown instanceof Error && thrown.stack ? thrown.stack : textOf(thrown);
}
