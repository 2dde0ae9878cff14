import {
  assertReadSize,
  parseDocumentKey,
  parseScan,
  planStoreWrites,
  type PlannedWrite,
} from '../../../functions/adapters/shared-store/store-limits.ts';
import { StoreConflictError } from '../../../functions/use-cases/ports/errors.ts';
import type {
  JsonObject,
  Store,
  StoredDocument,
  StoreWrite,
} from '../../../functions/use-cases/ports/store.ts';

/** The store of one simulated run: opened and copied in microseconds, under the same contract as the real ones. */
export interface MemoryStore extends Store {
  /**
   * The methods without a promise, for the moment at which the scheduler lets a call through. What is read is the
   * store's own, frozen: whoever tried to change it would be caught.
   */
  readonly now: {
    getMany(keys: readonly string[]): readonly (StoredDocument | undefined)[];
    scan: (collection: string, page: Parameters<Store['scan']>[1]) => readonly StoredDocument[];
    commit(writes: readonly StoreWrite[]): void;
  };
  /** Everything, by key. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
}

/** `from`: the documents that it starts with; they are not changed. */
export function createMemoryStore(from: ReadonlyMap<string, StoredDocument> = new Map()): MemoryStore {
  const documents = new Map(from);
  let version = 0;
  for (const { version: known } of from.values()) version = Math.max(version, Number(known));

  function apply(write: PlannedWrite): void {
    if (write.kind === 'delete') documents.delete(write.key);
    else documents.set(write.key, { key: write.key, version: String(version), data: frozen(write.data) });
  }

  const now: MemoryStore['now'] = {
    getMany(keys) {
      assertReadSize(keys.length);
      for (const key of keys) parseDocumentKey(key);
      return keys.map((key) => documents.get(key));
    },
    scan(collection, page) {
      const { afterId = '' } = parseScan(collection, page);
      return [...documents.values()]
        .map((document) => ({ document, place: parseDocumentKey(document.key) }))
        .filter(({ place }) => place.collection === collection && compareUtf8(place.id, afterId) > 0)
        .toSorted((a, b) => compareUtf8(a.place.id, b.place.id))
        .slice(0, page.limit)
        .map(({ document }) => document);
    },
    commit(writes) {
      const planned = planStoreWrites(writes);
      for (const write of planned) assertPrecondition(write, documents.get(write.key));
      version += 1;
      for (const write of planned) apply(write);
    },
  };
  return {
    now,
    documents,
    getMany: async (keys) => now.getMany(keys).map((found) => found && copyOf(found)),
    scan: async (collection, page) => now.scan(collection, page).map(copyOf),
    commit: async (writes) => now.commit(writes),
    close: async () => {},
  };
}

/** Whoever reads gets an object of their own, as from any other store. */
function copyOf(document: StoredDocument): StoredDocument {
  return { ...document, data: JSON.parse(JSON.stringify(document.data)) as JsonObject };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}

function assertPrecondition(write: PlannedWrite, found: StoredDocument | undefined): void {
  if (write.ifVersion === undefined) return;
  const holds = write.ifVersion === 'absent' ? !found : found?.version === write.ifVersion;
  if (!holds) throw new StoreConflictError(write.key);
}

/** As SQLite and Firestore order ids. */
function compareUtf8(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
