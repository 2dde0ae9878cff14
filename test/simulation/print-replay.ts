import { runScenario } from './run.ts';
import { shrinkScenario } from './shrink.ts';
import { planScenario } from './steps.ts';

/** Plays the seed and prints what happened; where a promise breaks, the shrunk run. Tells whether all went well. */
export async function printReplay(seed: number): Promise<boolean> {
  const scenario = planScenario(seed);
  const { violation, trace } = await runScenario(scenario);
  if (!violation) {
    console.log(trace.join('\n'));
    return true;
  }
  const small = await shrinkScenario(scenario, violation.oracle);
  const start = small.isSettled
    ? 'a workbook that the functions know'
    : 'a workbook that no function has seen';
  console.log(`The fewest steps that break it, from ${start} (replay with --replay ${seed}):`);
  console.log((await runScenario(small)).trace.join('\n'));
  return false;
}
