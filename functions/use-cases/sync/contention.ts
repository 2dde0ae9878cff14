import { ContentionError, StoreConflictError } from '../ports/errors.ts';
import type { Dependencies } from '../ports/dependencies.ts';

/** How often a race is run again: with the pauses between, some seconds. */
export const MAX_TRIES = 5;

/** Undefined where another has won the race for the store. */
export async function unlessLost<Value>(attempt: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof StoreConflictError) return undefined;
    throw error;
  }
}

/** What a turn came to: a value, or that it is to be taken again. */
type Turn<Value> = { readonly value: Value } | 'at once' | 'after a pause';

interface Turns<Value> {
  readonly turn: () => Promise<Turn<Value>>;
  /** After the last turn: a value for want of a better one, or an error of its own. */
  readonly giveUp?: () => Value | undefined;
}

/** Takes turns until one comes to a value. Throws `ContentionError` where none of five does. */
export async function takeTurns<Value>(
  { pause }: Pick<Dependencies, 'pause'>,
  { turn, giveUp }: Turns<Value>,
): Promise<Value> {
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const end = await turn();
    if (typeof end === 'object') return end.value;
    if (end === 'after a pause') await pause(tries);
  }
  const value = giveUp?.();
  if (value === undefined) throw new ContentionError(MAX_TRIES);
  return value;
}

/** Starts over while another wins the race for the store, or while `attempt` itself answers undefined. */
export async function contend<Value extends object>(
  deps: Pick<Dependencies, 'pause'>,
  attempt: () => Promise<Value | undefined>,
): Promise<Value> {
  return await takeTurns(deps, {
    turn: async () => {
      const value = await unlessLost(attempt);
      return value ? { value } : 'after a pause';
    },
  });
}
