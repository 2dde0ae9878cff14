import { randomUUID } from 'node:crypto';
import type { Firestore, WriteBatch } from '@google-cloud/firestore';
import { StoreConflictError, StoreUnavailableError } from '../../use-cases/errors.ts';
import type { Store, StoredDocument } from '../../use-cases/ports.ts';
import {
  assertReadSize,
  parseDocumentKey,
  parseScan,
  planCommit,
  type PlannedWrite,
} from '../store-limits.ts';
import { envelope, parseSnapshot, parseVersion } from './envelope.ts';
import { translateCommitError, translateReadError } from './errors.ts';

export interface FirestoreStoreOptions {
  readonly projectId: string;
  /** Absent: the project's `(default)` database. */
  readonly databaseId?: string;
  /** How long one call may take, its repetitions by the library included (which alone would go on for 10 min). */
  readonly deadlineMs?: number;
}

type Library = typeof import('@google-cloud/firestore');
interface Connection {
  readonly database: Firestore;
  readonly library: Library;
}

const DEADLINE_MS = 30_000;

/**
 * The store in Firestore, or in its emulator where the library finds `FIRESTORE_EMULATOR_HOST`.
 * The library is loaded and connected at the first call: it costs a quarter of a second of start-up.
 */
export function openFirestoreStore(options: FirestoreStoreOptions): Store {
  const { deadlineMs = DEADLINE_MS } = options;
  let connecting: Promise<Connection> | undefined;
  const connect = (): Promise<Connection> => (connecting ??= connectTo(options));

  return {
    async getMany(keys) {
      assertReadSize(keys.length);
      keys.forEach(parseDocumentKey);
      if (keys.length === 0) return [];
      const { database } = await connect();
      return translatingReads(async () => {
        const snapshots = await inTime(database.getAll(...keys.map((key) => database.doc(key))), deadlineMs);
        return snapshots.map(parseSnapshot);
      });
    },
    async scan(collection, page) {
      const { afterId } = parseScan(collection, page);
      const { database, library } = await connect();
      const ordered = database.collection(collection).orderBy(library.FieldPath.documentId());
      const query = (afterId === undefined ? ordered : ordered.startAfter(afterId)).limit(page.limit);
      return translatingReads(async () => {
        const { docs } = await inTime(query.get(), deadlineMs);
        return docs.map(parseSnapshot).filter((found): found is StoredDocument => found !== undefined);
      });
    },
    async commit(writes) {
      const planned = planCommit(writes);
      if (planned.length > 0) await commitPlanned(planned, await connect(), deadlineMs);
    },
    async close() {
      if (connecting) await (await connecting).database.terminate();
    },
  };
}

async function connectTo({ projectId, databaseId }: FirestoreStoreOptions): Promise<Connection> {
  const library = await import('@google-cloud/firestore');
  const settings = databaseId === undefined ? { projectId } : { projectId, databaseId };
  return { library, database: new library.Firestore(settings) };
}

async function commitPlanned(
  writes: readonly PlannedWrite[],
  connection: Connection,
  deadlineMs: number,
): Promise<void> {
  const commitId = randomUUID();
  const batch = connection.database.batch();
  for (const write of writes) addWrite(batch, write, { ...connection, commitId });
  try {
    await inTime(batch.commit(), deadlineMs);
  } catch (cause) {
    const error = translateCommitError(cause, writes);
    if (error instanceof StoreConflictError && (await stands(commitId, writes, { connection, deadlineMs })))
      return;
    throw error;
  }
}

function addWrite(
  batch: WriteBatch,
  write: PlannedWrite,
  { database, library, commitId }: Connection & { readonly commitId: string },
): void {
  const document = database.doc(write.key);
  const { ifVersion } = write;
  const lastUpdateTime =
    ifVersion === undefined || ifVersion === 'absent' ? undefined : parseVersion(ifVersion);
  const precondition = lastUpdateTime && {
    lastUpdateTime: new library.Timestamp(lastUpdateTime.seconds, lastUpdateTime.nanoseconds),
  };
  // A version that this store never gave out stands for no document.
  if (ifVersion !== undefined && ifVersion !== 'absent' && !precondition)
    throw new StoreConflictError(write.key);
  if (write.kind === 'delete') {
    batch.delete(document, precondition);
    return;
  }
  const data = { body: write.data, commit: commitId };
  if (ifVersion === 'absent') batch.create(document, data);
  else if (precondition) batch.update(document, data, precondition);
  else batch.set(document, data);
}

/**
 * Whether the commit is in the store although it seems to have failed: the library repeats a commit whose answer
 * was lost, and the repetition then fails on the precondition that its own first try has changed.
 */
async function stands(
  commitId: string,
  writes: readonly PlannedWrite[],
  { connection, deadlineMs }: { readonly connection: Connection; readonly deadlineMs: number },
): Promise<boolean> {
  // The commit is atomic: any document of it tells for all. A commit of deletions alone leaves no mark.
  const witness = writes.find(({ kind }) => kind === 'put');
  if (!witness) return false;
  return translatingReads(async () => {
    const snapshot = await inTime(connection.database.doc(witness.key).get(), deadlineMs);
    const found = envelope.pick({ commit: true }).safeParse(snapshot.data());
    return found.success && found.data.commit === commitId;
  });
}

async function translatingReads<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw translateReadError(cause);
  }
}

async function inTime<Result>(work: Promise<Result>, deadlineMs: number): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new StoreUnavailableError(`Firestore не ответил за ${deadlineMs / 1000} с`)),
    deadlineMs,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
