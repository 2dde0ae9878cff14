import { Worker } from 'node:worker_threads';

/** A run and the one beside it: an edit fires the simple trigger and the installed one. */
const KEPT_IDLE = 2;

const idle: Worker[] = [];

/**
 * A worker that nobody has used, most often one that has loaded its modules already: a run begins at once instead of
 * 150 ms later. The caller ends it. Idle ones do not keep the program alive.
 */
export function takeWorker(): Worker {
  const worker = idle.shift() ?? startWorker();
  worker.ref();
  setImmediate(fill).unref();
  return worker;
}

function fill(): void {
  while (idle.length < KEPT_IDLE) {
    const worker = startWorker();
    worker.unref();
    idle.push(worker);
    // Nobody waits for it: the run that starts the next one is told what is wrong.
    worker.on('error', () => {});
    worker.once('exit', () => {
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
    });
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url));
}
