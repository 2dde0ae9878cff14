import { runScenario } from './run.ts';
import type { Scenario, Step } from './steps.ts';

/** Runs that shrinking may cost. */
const MAX_TRIES = 600;

/**
 * The fewest steps that still break the same promise, by delta debugging: ever smaller pieces are left out as long
 * as the violation stays; then faults that do not matter are taken away.
 */
export async function shrinkScenario(scenario: Scenario, oracle: string): Promise<Scenario> {
  let tries = 0;
  const stillFails = async (steps: readonly Step[]): Promise<boolean> => {
    if (++tries > MAX_TRIES) return false;
    return (await runScenario({ ...scenario, steps })).violation?.oracle === oracle;
  };
  const fewer = await leaveOut(scenario.steps, stillFails);
  return { ...scenario, steps: await calmFaults(fewer, stillFails) };
}

type Judge = (steps: readonly Step[]) => Promise<boolean>;

async function leaveOut(all: readonly Step[], stillFails: Judge): Promise<readonly Step[]> {
  let steps = all;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    let isDone = false;
    while (!isDone) {
      isDone = true;
      for (let start = 0; start < steps.length;) {
        const rest = [...steps.slice(0, start), ...steps.slice(start + size)];
        if (await stillFails(rest)) {
          steps = rest;
          isDone = false;
        } else start += size;
      }
    }
  }
  return steps;
}

async function calmFaults(all: readonly Step[], stillFails: Judge): Promise<readonly Step[]> {
  let steps = all;
  for (const [index, step] of all.entries()) {
    if (step.kind !== 'pass' || step.fault === 'none') continue;
    const calmer = steps.with(index, { ...step, fault: 'none' });
    if (await stillFails(calmer)) steps = calmer;
  }
  return steps;
}
