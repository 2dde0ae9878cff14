/** What outlives a run of the script: caches, properties, installed triggers. In memory, as long as the program runs. */
export interface ScriptStorage {
  readonly cache: ScriptCache;
  readonly properties: ScriptProperties;
  readonly triggers: ScriptTriggers;
}

/** `area` keeps apart what Apps Script keeps apart: `document`, `script`, or `user EMAIL`. */
export interface ScriptCache {
  get(area: string, key: string): string | null;
  put(area: string, key: string, entry: { readonly value: string; readonly seconds: number }): void;
  remove(area: string, key: string): void;
}

export interface ScriptProperties {
  get(area: string, key: string): string | null;
  set(area: string, key: string, value: string): void;
  delete(area: string, key: string): void;
}

export type TriggerEvent = 'ON_EDIT' | 'ON_CHANGE';

export interface InstalledTrigger {
  readonly id: string;
  readonly functionName: string;
  readonly event: TriggerEvent;
  /** Who created it: the trigger runs in their name, whoever edits. */
  readonly user: string;
  readonly identityToken: () => string | null | Promise<string | null>;
}

export interface ScriptTriggers {
  list(): readonly InstalledTrigger[];
  /** Answers the id. Throws where the user has 20 of them, as Google does. */
  add(trigger: Omit<InstalledTrigger, 'id'>): string;
  delete(id: string): void;
}

/** Google's limits. */
const MAX_VALUE_CHARACTERS = 100_000;
const MAX_CACHED = 1000;
const MAX_PROPERTIES = 1000;
const MAX_TRIGGERS_OF_USER = 20;

/** For all sessions of one spreadsheet. */
export function createScriptStorage(now: () => number = Date.now): ScriptStorage {
  return { cache: createCache(now), properties: createProperties(), triggers: createTriggers() };
}

function createCache(now: () => number): ScriptCache {
  const entries = new Map<string, { readonly value: string; readonly until: number }>();
  return {
    get(area, key) {
      const entry = entries.get(nameOf(area, key));
      return entry && entry.until > now() ? entry.value : null;
    },
    put(area, key, { value, seconds }) {
      if (value.length > MAX_VALUE_CHARACTERS) throw new Error('Argument too large: value');
      const name = nameOf(area, key);
      entries.delete(name);
      entries.set(name, { value, until: now() + seconds * 1000 });
      const oldest = entries.keys().next();
      if (entries.size > MAX_CACHED && !oldest.done) entries.delete(oldest.value);
    },
    remove: (area, key) => void entries.delete(nameOf(area, key)),
  };
}

function createProperties(): ScriptProperties {
  const values = new Map<string, string>();
  return {
    get: (area, key) => values.get(nameOf(area, key)) ?? null,
    set(area, key, value) {
      if (values.size >= MAX_PROPERTIES || value.length > MAX_VALUE_CHARACTERS)
        throw new Error('You have exceeded the property storage quota.');
      values.set(nameOf(area, key), value);
    },
    delete: (area, key) => void values.delete(nameOf(area, key)),
  };
}

function createTriggers(): ScriptTriggers {
  const triggers = new Map<string, InstalledTrigger>();
  let count = 0;
  return {
    list: () => [...triggers.values()],
    add(trigger) {
      const own = [...triggers.values()].filter(({ user }) => user === trigger.user);
      if (own.length >= MAX_TRIGGERS_OF_USER)
        throw new Error(
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      count += 1;
      const id = `trigger-${count}`;
      triggers.set(id, { ...trigger, id });
      return id;
    },
    delete: (id) => void triggers.delete(id),
  };
}

function nameOf(area: string, key: string): string {
  return `${area}\n${key}`;
}
