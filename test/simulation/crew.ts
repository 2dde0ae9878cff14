import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Order } from './worker.ts';
import type { Played } from './play-seed.ts';

export interface Crew {
  /** Resolves when all runs are played or the crew was stopped. */
  readonly finished: Promise<void>;
  stop(): Promise<void>;
}

/** Plays the seeds on all cores. `onPlayed` is told of every run, in no certain order. */
export function hireCrew(order: Omit<Order, 'stride'>, onPlayed: (played: Played) => void): Crew {
  const stride = availableParallelism();
  const workers = Array.from({ length: Math.min(stride, order.runs) }, (_, offset) => {
    const workerData: Order = {
      ...order,
      firstSeed: order.firstSeed + offset,
      runs: order.runs - offset,
      stride,
    };
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData });
    worker.on('message', (batch: readonly Played[]) => batch.forEach(onPlayed));
    return worker;
  });
  return {
    finished: Promise.all(workers.map(untilEnd)).then(() => undefined),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function untilEnd(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
