import type { AnswerOf, FunctionName } from '../../../functions/contract/answers.ts';
import { callFunction } from './call-function.ts';
import { CommandError, textOf } from './command-error.ts';
import type { Command } from '../commands.ts';
import { alreadyRunning, describeBug } from './failures.ts';
import { showFailure, showProgress } from '../show.ts';

/** Long enough for Google's lock service to answer, too short to be felt as waiting. */
const LOCK_WAIT_MS = 100;

/** From the press to what the user sees of its end; every failure ends as a sentence, none is thrown. */
export function runCommand<Name extends FunctionName>(
  command: Command<Name>,
  show: (answer: AnswerOf<Name>) => void,
  more: () => object = () => ({}),
): void {
  attempt(command.path, () => {
    const request = more();
    showProgress(command.progress);
    show(carryOut(command, request));
  });
}

/** Does what the user asked for; a failure is logged and told. */
export function attempt(name: string, work: () => void): void {
  try {
    work();
  } catch (thrown) {
    showFailure(logFailure(name, thrown));
  }
}

/** What the user is to read; the log gets the technical words. */
export function logFailure(name: string, thrown: unknown): string {
  console.error(`${name}: ${detailOf(thrown)}`);
  return thrown instanceof CommandError ? thrown.message : describeBug(thrown);
}

/** The function's answer. The lock is released before it is shown: an open dialog must not keep colleagues waiting. */
export function carryOut<Name extends FunctionName>(
  command: Command<Name>,
  request: object = {},
): AnswerOf<Name> {
  const call = () => callFunction(command, request);
  return command.isReading ? call() : withDocumentLock(call);
}

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
