import { Worker } from 'node:worker_threads';

/** The two of an edit, which fires the simple trigger and the installed one, beside one that asks a person. */
const KEPT = 3;

/** All that run, whether they are in use or idle. */
const living = new Set<Worker>();
const idle: Worker[] = [];

/**
 * A worker that runs nothing, most often one that has loaded its modules already: a run begins at once instead of
 * 150 ms later, and what an edit brings is not slowed down by threads that only start. The caller gives it back or
 * ends it. Idle ones do not keep the program alive.
 */
export function takeWorker(): Worker {
  const worker = idle.pop() ?? startWorker();
  worker.ref();
  setImmediate(keepReady).unref();
  return worker;
}

/** Its run has ended as it should: the next run begins there, in a world of its own again. */
export function giveBack(worker: Worker): void {
  if (idle.length >= KEPT) return void worker.terminate();
  worker.unref();
  idle.push(worker);
}

/**
 * Has enough of them, for whoever knows that they will be wanted. By those that live: one that is in use comes back, and a
 * thread started in its place would be for nothing.
 */
export function keepReady(): void {
  while (living.size < KEPT) {
    const worker = startWorker();
    worker.unref();
    // The one that has run already is warm: it is taken first.
    idle.unshift(worker);
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  living.add(worker);
  // Nobody waits for an idle one: the run that starts the next one is told what is wrong.
  worker.on('error', () => {});
  worker.once('exit', () => {
    living.delete(worker);
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
  });
  return worker;
}
