import type { Obligation } from './obligation.ts';
import { isDone, isDoneInTime, STATES, type State } from './states/state.ts';

/** Counts of obligations. The states sum to `total`; `dueDone <= due`. */
export interface Tally {
  readonly total: number;
  readonly byState: Readonly<Record<State, number>>;
  /** Obligations whose control date has come: the denominator of the percentage. */
  readonly due: number;
  /** Of these, done with proof, in time or late; how many late, `byState` says. */
  readonly dueDone: number;
  /** Per cent with one decimal place, rounded half up; null where nothing has fallen due. */
  readonly percent: number | null;
}

export function tally(obligations: readonly Obligation[]): Tally {
  const byState = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>;
  for (const { state } of obligations) byState[state] += 1;
  const dueOnes = obligations.filter(({ isDue }) => isDue);
  const dueDone = dueOnes.filter(({ state }) => isDone(state)).length;
  return {
    total: obligations.length,
    byState,
    due: dueOnes.length,
    dueDone,
    percent: percentOf(dueDone, dueOnes.length),
  };
}

/** Done by the term with proof; what was taken off control since is so still. */
export function inTimeOf({ byState }: Pick<Tally, 'byState'>): number {
  return STATES.filter(isDoneInTime).reduce((sum, state) => sum + byState[state], 0);
}

/** `66.7`; null where there is nothing to be a share of. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
}
