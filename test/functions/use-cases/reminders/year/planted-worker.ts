import { isDeepStrictEqual } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { plant } from '../../../../simulation/planted/plant.ts';
import { YEAR_BUGS } from './planted.ts';

/** Plays the year with the bug of that name planted, none for '', and tells whether it agrees with the table. */
async function work(name: string): Promise<void> {
  const bug = YEAR_BUGS.find((each) => each.name === name);
  if (bug) plant(bug);
  // Only now: what is loaded before the bug is planted is loaded without it.
  parentPort?.postMessage(bug?.play === 'killed' ? await agreesKilled() : await agreesByPlans(), []);
}

async function agreesByPlans(): Promise<boolean> {
  const { playPlans } = await import('./play-plans.ts');
  const { TABLE } = await import('./table.ts');
  const { rows } = await playPlans();
  return isDeepStrictEqual(rows, TABLE);
}

async function agreesKilled(): Promise<boolean> {
  const { playKilled } = await import('./play-killed.ts');
  const { eventfulDays, whoHears, whoShouldHear } = await import('./letters.ts');
  const letters = await playKilled(eventfulDays(), { oneIn: 3 });
  return isDeepStrictEqual(
    Object.fromEntries(whoHears(letters)),
    Object.fromEntries(whoShouldHear('2026-12-31')),
  );
}

await work(workerData as string);
