import { runScenario } from './run.ts';
import { planScenario } from './steps.ts';
import type { Violation } from './oracles/violation.ts';

export interface Played {
  readonly seed: number;
  readonly violation: Violation | undefined;
  readonly counts: ReadonlyMap<string, number>;
}

/** One run; an error that the simulator itself did not expect counts as a violation, so that its seed is known. */
export async function playSeed(seed: number): Promise<Played> {
  try {
    const { violation, counts } = await runScenario(planScenario(seed));
    return { seed, violation, counts };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed, violation: { oracle: 'simulator', what }, counts: new Map() };
  }
}
