import { setTimeout as sleep } from 'node:timers/promises';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { Enqueued, Task, Tasks } from '../../use-cases/ports/tasks.ts';

interface InProcessOptions {
  readonly carryOut: (task: Task) => Promise<unknown>;
  /** Waits before try number `attempt` (from 1). */
  readonly pause: (attempt: number) => Promise<void>;
  /**
   * Nobody counts the calls: what is appointed for later begins at once, and is one with its like that has not begun.
   */
  readonly isHurried?: boolean;
}

const MAX_ATTEMPTS = 3;
/** Names that are remembered: more workbooks than one machine serves. */
const MAX_NAMES = 20_000;

/**
 * Without a queue: one task after the other, so that the budget of calls is theirs alone; what may succeed later is
 * tried again, and a task that fails holds up no other. Anything but a `UserFacingError` is a bug and is thrown.
 */
export function createInProcessTasks({ carryOut, pause, isHurried }: InProcessOptions): Tasks {
  const names = new Set<string>();
  const waiting = new Map<string, Promise<Enqueued>>();
  let queue: Promise<unknown> = Promise.resolve();
  async function attempt(task: Task): Promise<Enqueued> {
    for (let attempts = 1; ; attempts++) {
      try {
        await carryOut(task);
        return { status: 'done' };
      } catch (error) {
        if (!(error instanceof UserFacingError)) throw error;
        if (attempts === MAX_ATTEMPTS || !mayHelp(error)) {
          names.delete(task.name);
          return { status: 'failed', error };
        }
        await pause(attempts);
      }
    }
  }
  function takeTurn(task: Task): Promise<Enqueued> {
    const turn = queue.then(() => attempt(task));
    queue = turn.catch(() => undefined);
    return turn;
  }
  function join(task: Task): Promise<Enqueued> {
    const key = `${task.function} ${task.workbookId}`;
    const begin = () => {
      waiting.delete(key);
      return attempt(task);
    };
    const turn = waiting.get(key) ?? queue.then(begin);
    waiting.set(key, turn);
    queue = turn.catch(() => undefined);
    return turn;
  }
  return {
    enqueue(task) {
      if (isHurried && task.at !== undefined) return join(task);
      if (names.has(task.name)) return Promise.resolve({ status: 'known' });
      if (names.size >= MAX_NAMES) names.clear();
      names.add(task.name);
      const waitMs = task.at === undefined ? 0 : Date.parse(task.at) - Date.now();
      if (waitMs <= 0) return takeTurn(task);
      return sleep(waitMs).then(() => takeTurn(task));
    },
  };
}

/** Whether the same again, later, may do. */
function mayHelp({ kind }: UserFacingError): boolean {
  return kind === 'conflict' || kind === 'exhausted' || kind === 'unavailable';
}
