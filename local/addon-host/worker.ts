import { parentPort } from 'node:worker_threads';
import { createContext, Script, type Context } from 'node:vm';
import { connectHost, type Channel } from './channel.ts';
import { createServices } from './services/index.ts';
import { findBreach, forgetBreaches, strict } from './strict.ts';

/** One run of one function of the script. */
export interface ScriptJob {
  readonly code: string;
  /** Shown in stack traces. */
  readonly codePath: string;
  readonly functionName: string;
  readonly args?: readonly unknown[];
  /** What a trigger is told, in place of arguments. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** A simple trigger that the script need not have. */
  readonly isOptional?: boolean;
  readonly isAuthorised: boolean;
  readonly user: string;
  readonly spreadsheetId: string;
  readonly scriptProperties: Readonly<Record<string, string>>;
}

/** What a worker is sent for a run; it gets the next one when it has answered. */
export interface ScriptStart {
  readonly job: ScriptJob;
  readonly channel: Channel;
}

/** How the run ended; `failure` is what the script threw and did not catch, or used although it is not there. */
export interface ScriptEnd {
  readonly failure?: string;
  /** What the function returned, as JSON. */
  readonly json?: string | undefined;
}

/** Stricter than Apps Script: so the bundle proves that it makes no code of texts. */
const NO_EVAL = { codeGeneration: { strings: false, wasm: false } };

/** In a context of its own: nothing that the script made, set or changed there outlives the run. */
function run({ job, channel }: ScriptStart): ScriptEnd {
  forgetBreaches();
  const globals: Record<string, object> = {};
  const context = createContext(globals, NO_EVAL);
  const refuse = createRefusal(context);
  Object.assign(globals, createServices({ ...job, refuse, host: connectHost(channel, refuse) }));
  try {
    new Script(job.code, { filename: job.codePath }).runInContext(context);
    const json = JSON.stringify(callFunction(context, job));
    return endWith(findBreach(), json);
  } catch (thrown) {
    return endWith(findBreach() ?? describe(thrown));
  }
}

function endWith(failure: string | undefined, json?: string): ScriptEnd {
  return failure === undefined ? { json } : { failure };
}

function callFunction(context: Context, job: ScriptJob): unknown {
  const { functionName, args = [], event, isOptional } = job;
  const found: unknown = context[functionName];
  if (typeof found !== 'function') {
    if (isOptional) return undefined;
    throw new Error(`Script function not found: ${functionName}`);
  }
  return event ? found(strict('Event', event)) : found(...args);
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

parentPort?.on('message', (start: ScriptStart) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, a browser window has
  parentPort?.postMessage(run(start));
});
