import { MessageChannel, type Worker } from 'node:worker_threads';
import { answerCalls } from './channel.ts';
import type { AsyncHost } from './host-api.ts';
import { takeWorker } from './idle-workers.ts';
import type { ScriptEnd, ScriptJob, ScriptStart } from './worker.ts';

/** What Apps Script allows a run: six minutes, and a simple trigger half a minute. */
const LIMIT_MS = 360_000;
const SIMPLE_TRIGGER_LIMIT_MS = 30_000;

/** The script threw, named a function that it has not, or ran for too long. */
class ScriptFailedError extends Error {
  override readonly name = 'ScriptFailedError';

  constructor(functionName: string, reason: string) {
    super(`${functionName}: ${reason}`);
  }
}

/**
 * Runs one function in a world of its own, as Apps Script does: nothing in memory outlives the run. Answers what it
 * returned, as JSON.
 * Throws `ScriptFailedError`; an aborted `signal` ends the run so too.
 */
export async function runScript(job: ScriptJob, host: AsyncHost, signal: AbortSignal): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  answerCalls({ port: port1, signal: flag }, host);
  const worker = takeWorker();
  worker.postMessage({ job, channel: { port: port2, signal: flag } } satisfies ScriptStart, [port2]);
  const limit = AbortSignal.timeout(job.isAuthorised ? LIMIT_MS : SIMPLE_TRIGGER_LIMIT_MS);
  try {
    const { failure, json } = await waitForEnd(worker, AbortSignal.any([signal, limit]));
    if (failure !== undefined) throw new ScriptFailedError(job.functionName, failure);
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  } finally {
    port1.close();
    await worker.terminate();
  }
}

function waitForEnd(worker: Worker, signal: AbortSignal): Promise<ScriptEnd> {
  return new Promise((resolve) => {
    const fail = (failure: string) => resolve({ failure });
    worker.once('message', resolve);
    worker.once('error', (error) => fail(String(error)));
    worker.once('exit', (code) => fail(`the worker ended with code ${code}`));
    const stop = () => fail('Exceeded maximum execution time, or the session was closed');
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}
