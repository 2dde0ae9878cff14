import { MessageChannel, type Worker } from 'node:worker_threads';
import { answerCalls } from './channel.ts';
import type { AsyncHost } from './host-api.ts';
import { giveBack, takeWorker } from './idle-workers.ts';
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
    const end = await waitForEnd(worker, AbortSignal.any([signal, limit]));
    if ('isBroken' in end) await worker.terminate();
    else giveBack(worker);
    if (end.failure !== undefined) throw new ScriptFailedError(job.functionName, end.failure);
    return end.json === undefined ? undefined : (JSON.parse(end.json) as unknown);
  } finally {
    port1.close();
  }
}

/** The thread has ended, or goes on with something that nobody waits for. */
interface Broken extends ScriptEnd {
  readonly isBroken: true;
}

function waitForEnd(worker: Worker, signal: AbortSignal): Promise<ScriptEnd | Broken> {
  const { promise, resolve } = Promise.withResolvers<ScriptEnd | Broken>();
  const fail = (failure: string) => resolve({ failure, isBroken: true });
  const onError = (error: unknown) => fail(String(error));
  const onExit = (code: number) => fail(`the worker ended with code ${code}`);
  const onAbort = () => fail('Exceeded maximum execution time, or the session was closed');
  worker.once('message', resolve).once('error', onError).once('exit', onExit);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return promise.finally(() => {
    worker.off('message', resolve).off('error', onError).off('exit', onExit);
    signal.removeEventListener('abort', onAbort);
  });
}
