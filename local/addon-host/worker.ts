import { parentPort, workerData } from 'node:worker_threads';
import { createContext, Script, type Context } from 'node:vm';
import { connectHost, type Channel } from './channel.ts';
import { createServices } from './services/index.ts';
import { findBreach } from './strict.ts';

/** One run of one function of the script: all that the worker is started with. */
export interface ScriptJob {
  readonly code: string;
  /** Shown in stack traces. */
  readonly codePath: string;
  readonly functionName: string;
  readonly isAuthorised: boolean;
  readonly spreadsheetId: string;
  readonly scriptProperties: Readonly<Record<string, string>>;
}

/** How the run ended; `failure` is what the script threw and did not catch, or used although it is not there. */
export interface ScriptEnd {
  readonly failure?: string;
}

/** Stricter than Apps Script: so the bundle proves that it makes no code of texts. */
const NO_EVAL = { codeGeneration: { strings: false, wasm: false } };

function run({ job, channel }: { readonly job: ScriptJob; readonly channel: Channel }): ScriptEnd {
  const globals: Record<string, object> = {};
  const context = createContext(globals, NO_EVAL);
  const refuse = createRefusal(context);
  Object.assign(globals, createServices({ ...job, refuse, host: connectHost(channel, refuse) }));
  try {
    new Script(job.code, { filename: job.codePath }).runInContext(context);
    callFunction(context, job.functionName);
    return endWith(findBreach());
  } catch (thrown) {
    return endWith(findBreach() ?? describe(thrown));
  }
}

function endWith(failure: string | undefined): ScriptEnd {
  return failure === undefined ? {} : { failure };
}

function callFunction(context: Context, name: string): void {
  const found: unknown = context[name];
  if (typeof found !== 'function') throw new Error(`Script function not found: ${name}`);
  found();
}

/** Errors of the services must be errors of the script's world, where `instanceof Error` is another one. */
function createRefusal(context: Context): (message: string) => never {
  const source = '(message) => { throw Object.assign(new Error(message), { name: "Exception" }); }';
  return new Script(source).runInContext(context) as (message: string) => never;
}

function describe(thrown: unknown): string {
  const stack: unknown = typeof thrown === 'object' && thrown && 'stack' in thrown && thrown.stack;
  return typeof stack === 'string' ? stack : String(thrown);
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, a browser window has
parentPort?.postMessage(run(workerData as Parameters<typeof run>[0]));
