import { hireCrew } from '../crew.ts';
import type { Violation } from '../oracles/violation.ts';
import { PLANTED_BUGS } from './bugs.ts';
import type { PlantedBug } from './plant.ts';

const MAX_RUNS = 2_000;

interface Hunt {
  /** Runs until it was found; undefined where it was not. */
  readonly runs: number | undefined;
  readonly violation: Violation | undefined;
}

/**
 * Plays with each bug planted until the simulator finds it, and prints a row a bug; tells whether all were found.
 * `name`: of one bug, or `all`.
 */
export async function huntPlanted(name: string): Promise<boolean> {
  const bugs = PLANTED_BUGS.filter((bug) => name === 'all' || bug.name === name);
  if (bugs.length === 0)
    throw new Error(`no bug «${name}»; known: ${PLANTED_BUGS.map((bug) => bug.name).join(', ')}`);
  console.log('| bug | after runs | found by | mimics |\n|---|---|---|---|');
  let areAllFound = true;
  for (const bug of bugs) {
    const { runs, violation } = await hunt(bug);
    console.log(`| ${bug.name} | ${runs ?? 'not found'} | ${violation?.oracle ?? '—'} | ${bug.mimics} |`);
    areAllFound &&= runs !== undefined;
  }
  return areAllFound;
}

async function hunt(bug: PlantedBug): Promise<Hunt> {
  let first: { readonly seed: number; readonly violation: Violation } | undefined;
  const order = { firstSeed: 1, runs: MAX_RUNS, planted: bug.name, stopsAtFirst: true };
  const crew = hireCrew(order, ({ seed, violation }) => {
    if (!violation) return;
    if (!first || seed < first.seed) first = { seed, violation };
    void crew.stop();
  });
  await crew.finished;
  // What does not even run is no bug that anybody could have shipped.
  if (first?.violation.oracle === 'simulator') throw new Error(`${bug.name}: ${first.violation.what}`);
  return { runs: first?.seed, violation: first?.violation };
}
