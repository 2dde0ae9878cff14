import { Worker } from 'node:worker_threads';
import type { DryRun, Trial, WorkerInput } from './worker.ts';

/** Loading all suites: a minute on a machine that does nothing else, ten on a busy one. */
const LOAD_MS = 600_000;

export class Timeout extends Error {
  override readonly name = 'Timeout';
}

/** One worker with all suites loaded; it is made anew where a mutant has hung it. */
export class Bench {
  readonly #input: WorkerInput;
  #worker: Worker | undefined;

  constructor(input: WorkerInput) {
    this.#input = input;
  }

  async dry(): Promise<DryRun> {
    return (await this.#ask('dry', 600_000)) as DryRun;
  }

  /** The test that notices, null where none does. Throws `Timeout` where the mutant never ends. */
  async try(trial: Trial, ms: number): Promise<string | null> {
    return (await this.#ask(trial, ms)) as string | null;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #open(): Promise<Worker> {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: this.#input });
    await answerOf(worker, LOAD_MS);
    this.#worker = worker;
    return worker;
  }

  async #ask(message: Trial | 'dry', ms: number): Promise<unknown> {
    const worker = await this.#open();
    const answer = answerOf(worker, ms);
    worker.postMessage(message, []);
    try {
      return await answer;
    } catch (error) {
      await this.close();
      throw error;
    }
  }
}

function answerOf(worker: Worker, ms: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => reject(new Timeout()), ms);
  worker.once('message', resolve);
  worker.once('error', reject);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.removeAllListeners('message');
    worker.removeAllListeners('error');
  });
}
