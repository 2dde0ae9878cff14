import { createCoalescer } from '../../functions/entry-points/shares/coalesce.ts';
import type { AddonOptions, Seen } from './addon-options.ts';
import type { DocumentLocks } from './document-locks.ts';
import { createHost, lockName, type Actor } from './host.ts';
import type { ChangeType } from './host-api.ts';
import { runScript } from './run-script.ts';
import type { InstalledTrigger, ScriptStorage, TriggerEvent } from './script-storage.ts';
import type { ScriptJob } from './worker.ts';

/** Which function is to run, and how. */
export type Call = Pick<ScriptJob, 'functionName' | 'isAuthorised' | 'args' | 'event' | 'isOptional'>;

interface RunsOptions extends AddonOptions {
  readonly code: string;
  readonly seen: Seen;
  readonly locks: DocumentLocks;
  readonly storage: ScriptStorage;
}

/** All runs of one session. */
export interface Runs {
  asUser(call: Call): Promise<unknown>;
  fireEdit(): Promise<void>;
  fireChange(type: ChangeType): Promise<void>;
  close(): Promise<void>;
}

/** In Google a trigger does not mind that the window is closed; here it ends with the program. */
const TRIGGERS_END_WITHIN_MS = 10_000;

export function createRuns(options: RunsOptions): Runs {
  const users = createCrew();
  const triggers = createCrew();
  const coalesce = createCoalescer<unknown>();
  const user: Actor = { user: options.user ?? '', identityToken: options.identityToken };
  const asTrigger = async (key: string, call: Call, actor: Actor): Promise<void> => {
    await coalesce(key, () => triggers.add((signal) => runOnce(options, { call, actor, signal })));
  };
  const asInstalled = (kind: TriggerEvent, changeType: ChangeType) =>
    options.storage.triggers
      .list()
      .filter(({ event }) => event === kind)
      .map((trigger) => asTrigger(`${trigger.id} ${changeType}`, callOf(trigger, changeType), trigger));
  return {
    asUser: (call) => users.add((signal) => runOnce(options, { call, actor: user, signal })),
    async fireEdit() {
      // A run that finds no such function costs as much as one that does something, and edits are many.
      const simple = options.code.includes(SIMPLE_EDIT.functionName)
        ? [asTrigger('onEdit', SIMPLE_EDIT, user)]
        : [];
      await Promise.all([...simple, ...asInstalled('ON_EDIT', 'EDIT')]);
    },
    async fireChange(type) {
      await Promise.all(asInstalled('ON_CHANGE', type));
    },
    async close() {
      await Promise.all([users.end(0), triggers.end(TRIGGERS_END_WITHIN_MS)]);
    },
  };
}

const SIMPLE_EDIT: Call = { functionName: 'onEdit', isAuthorised: false, isOptional: true, event: {} };

function callOf({ functionName, event }: InstalledTrigger, changeType: ChangeType): Call {
  return { functionName, isAuthorised: true, event: event === 'ON_CHANGE' ? { changeType } : {} };
}

interface Run {
  readonly call: Call;
  readonly actor: Actor;
  readonly signal: AbortSignal;
}

async function runOnce(options: RunsOptions, { call, actor, signal }: Run): Promise<unknown> {
  const { code, codePath, spreadsheetId, scriptProperties, locks } = options;
  const job = { code, codePath, spreadsheetId, scriptProperties, user: actor.user, ...call };
  const holder = {};
  try {
    return await runScript(job, createHost({ ...options, options, actor, holder, closing: signal }), signal);
  } finally {
    locks.release(lockName(spreadsheetId, 'document'), holder);
    locks.release(lockName(spreadsheetId, 'script'), holder);
  }
}

/** Runs that end together. */
function createCrew() {
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  return {
    async add<Value>(start: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
      const run = start(closing.signal);
      running.add(run);
      try {
        return await run;
      } finally {
        running.delete(run);
      }
    },
    /** Aborts what still runs after `graceMs`. */
    async end(graceMs: number): Promise<void> {
      const timer = setTimeout(() => closing.abort(), graceMs);
      if (graceMs === 0) closing.abort();
      while (running.size > 0) await Promise.allSettled(running);
      clearTimeout(timer);
      closing.abort();
    },
  };
}
