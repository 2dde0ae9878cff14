import type { Store, StoredDocument } from '../../use-cases/ports/store.ts';
import {
  assertReadSize,
  parseDocumentKey,
  parseScan,
  planStoreWrites,
} from '../shared-store/store-limits.ts';
import { commitWrites } from './commit.ts';
import { connectTo, type Connection, type FirestoreStoreOptions } from './connection.ts';
import { parseSnapshot } from './envelope.ts';
import { translateReadError } from './errors.ts';

/**
 * The store in Firestore, or in its emulator where the library finds `FIRESTORE_EMULATOR_HOST`.
 * The library is loaded at the first call.
 */
export function openFirestoreStore(options: FirestoreStoreOptions): Store {
  let connecting: Promise<Connection> | undefined;
  const connect = (): Promise<Connection> => (connecting ??= connectTo(options));

  return {
    async getMany(keys) {
      assertReadSize(keys.length);
      keys.forEach(parseDocumentKey);
      return keys.length === 0 ? [] : readKeys(await connect(), keys);
    },
    async scan(collection, page) {
      const { afterId } = parseScan(collection, page);
      return readPage(await connect(), collection, { limit: page.limit, afterId });
    },
    async commit(writes) {
      const planned = planStoreWrites(writes);
      if (planned.length > 0) await commitWrites(await connect(), planned);
    },
    async close() {
      await (await connecting)?.database.terminate();
    },
  };
}

async function readKeys(
  { database }: Connection,
  keys: readonly string[],
): Promise<readonly (StoredDocument | undefined)[]> {
  const snapshots = await translatingErrors(database.getAll(...keys.map((key) => database.doc(key))));
  return snapshots.map(parseSnapshot);
}

async function readPage(
  { database, library }: Connection,
  collection: string,
  { limit, afterId }: { readonly limit: number; readonly afterId: string | undefined },
): Promise<readonly StoredDocument[]> {
  const ordered = database.collection(collection).orderBy(library.FieldPath.documentId());
  const query = afterId === undefined ? ordered : ordered.startAfter(afterId);
  const { docs } = await translatingErrors(query.limit(limit).get());
  return docs.map(parseSnapshot).filter((found) => found !== undefined);
}

async function translatingErrors<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (cause) {
    throw translateReadError(cause);
  }
}
