import { parseArgs } from 'node:util';
import { hireCrew } from './crew.ts';
import { printReplay } from './print-replay.ts';
import { huntPlanted } from './planted/find-planted.ts';
import type { Violation } from './oracles/violation.ts';

const USAGE = `Plays random days of an office with faulty wires, dying functions and busy people, and checks the promises.

  --runs N         how many runs (default 1000)
  --seed S         the first seed (default 1)
  --replay SEED    one run: its trace; where it breaks a promise, the fewest steps that do
  --planted NAME   with a planted bug, until it is found; «all»: each in turn`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    replay: { type: 'string' },
    planted: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const MS_BETWEEN_REPORTS = 5_000;
/** Violations that are shrunk and printed. */
const MAX_SHOWN = 5;

async function simulate(firstSeed: number, runs: number): Promise<boolean> {
  const started = performance.now();
  const totals = new Map<string, number>();
  const violations: { readonly seed: number; readonly violation: Violation }[] = [];
  let done = 0;
  const rate = () => Math.round((done * 1000) / (performance.now() - started));
  const crew = hireCrew({ firstSeed, runs, planted: undefined, stopsAtFirst: false }, (played) => {
    done += 1;
    for (const [name, count] of played.counts) totals.set(name, (totals.get(name) ?? 0) + count);
    if (played.violation) violations.push({ seed: played.seed, violation: played.violation });
  });
  const progress = setInterval(
    () => console.log(`${done} of ${runs} runs, ${rate()} a second`),
    MS_BETWEEN_REPORTS,
  );
  await crew.finished;
  clearInterval(progress);
  for (const [name, count] of [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(9)}  ${name}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${done} runs in ${seconds} s, ${rate()} a second, ${violations.length} violations`);
  for (const { seed, violation } of violations.slice(0, MAX_SHOWN)) {
    console.log(`\nseed ${seed} breaks «${violation.oracle}»: ${violation.what}`);
    await printReplay(seed);
  }
  return violations.length === 0;
}

async function main(): Promise<boolean> {
  if (values.help) {
    console.log(USAGE);
    return true;
  }
  if (values.replay !== undefined) return printReplay(Number(values.replay));
  if (values.planted !== undefined) return huntPlanted(values.planted);
  return simulate(Number(values.seed), Number(values.runs));
}

process.exitCode = (await main()) ? 0 : 1;
