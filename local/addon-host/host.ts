import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentLocks } from './document-locks.ts';
import { fetchUrl } from './fetch-url.ts';
import type { AsyncHost, LockKind } from './host-api.ts';
import type { AddonOptions, Seen, Shown } from './addon-options.ts';
import { withScriptRunner } from './panel-frame.ts';
import type { ScriptStorage } from './script-storage.ts';

/** More than a person would look back at; the oldest go first. */
const KEPT = 1000;

/** In whose name a run goes. */
export interface Actor {
  readonly user: string;
  readonly identityToken: AddonOptions['identityToken'];
}

export interface HostContext {
  readonly options: AddonOptions;
  readonly locks: DocumentLocks;
  readonly storage: ScriptStorage;
  readonly actor: Actor;
  /** The run, as holder of locks. */
  readonly holder: object;
  readonly closing: AbortSignal;
  readonly seen: Seen;
}

/** What one run of the script asks of the world. */
export function createHost(context: HostContext): AsyncHost {
  const { options, actor, seen, closing } = context;
  return {
    fetch: (request) => fetchUrl(request, closing),
    readIdentityToken: actor.identityToken,
    sleep: (ms) => sleep(ms, undefined, { signal: closing }),
    log: (line) => keep(seen.log, line),
    hasSheet: (sheetId) => options.hasSheet?.(sheetId) ?? true,
    findSheet: (title) => options.findSheet?.(title) ?? null,
    readSelection: () => options.selection?.() ?? null,
    ...createScreen(options, seen),
    ...createLocks(context),
    ...createKeeping(context.storage),
    ...createTriggerList(context.storage, actor),
  };
}

function createScreen(options: AddonOptions, seen: Seen) {
  const show = (shown: Shown): void => {
    keep(seen.shown, shown);
    options.onShown?.(shown);
  };
  return {
    addMenu: (menu) => keep(seen.menus, menu),
    toast: (toast) => show({ kind: 'toast', ...toast }),
    alert(alert) {
      show({ kind: 'alert', ...alert });
      return options.answerAlert?.(alert) ?? 'OK';
    },
    prompt(prompt) {
      show({ kind: 'prompt', ...prompt });
      return options.answerPrompt?.(prompt) ?? { button: 'CLOSE', text: '' };
    },
    showPanel: (panel) => show({ ...panel, html: withScriptRunner(panel.html) }),
    activateSheet: (sheetId) => show({ kind: 'activated_sheet', sheetId }),
  } satisfies Partial<AsyncHost>;
}

function createLocks({ options: { spreadsheetId }, locks, holder }: HostContext) {
  return {
    tryLock: (kind, timeoutMs) => locks.tryLock(lockName(spreadsheetId, kind), holder, timeoutMs),
    releaseLock: (kind) => locks.release(lockName(spreadsheetId, kind), holder),
  } satisfies Partial<AsyncHost>;
}

export function lockName(spreadsheetId: string, kind: LockKind): string {
  return kind === 'document' ? spreadsheetId : `${spreadsheetId} ${kind}`;
}

function createKeeping({ cache, properties }: ScriptStorage) {
  return {
    getCached: (area, key) => cache.get(area, key),
    putCached: (area, key, entry) => cache.put(area, key, entry),
    removeCached: (area, key) => cache.remove(area, key),
    getProperty: (area, key) => properties.get(area, key),
    setProperty: (area, key, value) => properties.set(area, key, value),
    deleteProperty: (area, key) => properties.delete(area, key),
  } satisfies Partial<AsyncHost>;
}

function createTriggerList({ triggers }: ScriptStorage, { user, identityToken }: Actor) {
  const own = () => triggers.list().filter((trigger) => trigger.user === user);
  return {
    listTriggers: () => own().map(({ id, functionName, event }) => ({ id, functionName, event })),
    addTrigger: (trigger) => triggers.add({ ...trigger, user, identityToken }),
    deleteTrigger(id) {
      if (own().some((trigger) => trigger.id === id)) triggers.delete(id);
    },
  } satisfies Partial<AsyncHost>;
}

function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > KEPT) list.shift();
}
