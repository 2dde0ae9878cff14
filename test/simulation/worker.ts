import { parentPort, workerData } from 'node:worker_threads';
import { PLANTED_BUGS } from './planted/bugs.ts';
import { plant } from './planted/plant.ts';
import type { Played } from './play-seed.ts';

/** One worker plays every `stride`-th seed of the span. */
export interface Order {
  readonly firstSeed: number;
  readonly runs: number;
  readonly stride: number;
  /** The name of a planted bug, or none. */
  readonly planted: string | undefined;
  /** Whether the worker ends at its first violation. */
  readonly stopsAtFirst: boolean;
}

/** Messages are sent for so many runs at once. */
const RUNS_A_MESSAGE = 20;

async function work({ firstSeed, runs, stride, planted, stopsAtFirst }: Order): Promise<void> {
  const bug = PLANTED_BUGS.find(({ name }) => name === planted);
  if (bug) plant(bug);
  // Only now: what is loaded before the bug is planted is loaded without it.
  const { playSeed } = await import('./play-seed.ts');
  let played: Played[] = [];
  const tell = () => parentPort?.postMessage(played, []);
  for (let seed = firstSeed; seed < firstSeed + runs; seed += stride) {
    const result = await playSeed(seed);
    played.push(result);
    if (stopsAtFirst && result.violation) break;
    if (played.length < RUNS_A_MESSAGE) continue;
    tell();
    played = [];
  }
  tell();
}

await work(workerData as Order);
