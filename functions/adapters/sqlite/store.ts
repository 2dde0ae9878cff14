import * as z from 'zod';
import { StoreConflictError, StoreDamagedError } from '../../use-cases/ports/errors.ts';
import type { JsonObject, Store, StoredDocument, StoreWrite } from '../../use-cases/ports/store.ts';
import {
  assertReadSize,
  parseDocumentKey,
  parseScan,
  planStoreWrites,
  type PlannedWrite,
} from '../shared-store/store-limits.ts';
import { translating } from './errors.ts';
import { openDatabase } from './open-database.ts';

const documentRow = z.object({ id: z.string(), version: z.number(), body: z.string() });
const counterRow = z.object({ value: z.number() });

/**
 * The embedded store in one file, which several processes may use at once. Throws `StoreDamagedError` for a
 * damaged or foreign file, which is left as it was. SQLite answers at once: a call blocks the process until done.
 */
export function openSqliteStore(path: string): Store {
  const database = openDatabase(path);
  const selectOne = database.prepare(
    'SELECT id, version, body FROM documents WHERE collection = ? AND id = ?',
  );
  // Text compares by its UTF-8 bytes, as Firestore orders document ids; no id is empty, so '' comes before all.
  const selectPage = database.prepare(
    'SELECT id, version, body FROM documents WHERE collection = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const nextVersion = database.prepare('UPDATE counter SET value = value + 1 RETURNING value');
  const upsert = database.prepare(
    `INSERT INTO documents (collection, id, version, body) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, body = excluded.body`,
  );
  const remove = database.prepare('DELETE FROM documents WHERE collection = ? AND id = ?');

  function readOne(key: string): StoredDocument | undefined {
    const { collection, id } = parseDocumentKey(key);
    const row = selectOne.get(collection, id);
    return row && toDocument(collection, row);
  }

  function applyWrite(write: PlannedWrite, version: number): void {
    if (write.kind === 'delete') remove.run(write.collection, write.id);
    else upsert.run(write.collection, write.id, version, JSON.stringify(write.data));
  }

  function applyAll(writes: readonly PlannedWrite[]): void {
    const version = counterRow.parse(nextVersion.get()).value;
    for (const write of writes) assertPrecondition(write, readOne(write.key));
    for (const write of writes) applyWrite(write, version);
  }

  function inTransaction(work: () => void): void {
    // IMMEDIATE: the writers queue up here, so that no precondition is checked on a state that another changes.
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    async getMany(keys) {
      assertReadSize(keys.length);
      return translating(path, () => keys.map(readOne));
    },
    async scan(collection, page) {
      const { afterId = '' } = parseScan(collection, page);
      return translating(path, () =>
        selectPage.all(collection, afterId, page.limit).map((row) => toDocument(collection, row)),
      );
    },
    async commit(writes: readonly StoreWrite[]) {
      const planned = planStoreWrites(writes);
      if (planned.length > 0) translating(path, () => inTransaction(() => applyAll(planned)));
    },
    async close() {
      database.close();
    },
  };
}

function toDocument(collection: string, row: unknown): StoredDocument {
  const { id, version, body } = documentRow.parse(row);
  const key = `${collection}/${id}`;
  return { key, version: String(version), data: parseBody(key, body) };
}

/** Only this program writes the file (its header says so), and only objects: anything else was spoilt on the disk. */
function parseBody(key: string, body: string): JsonObject {
  try {
    return JSON.parse(body) as JsonObject;
  } catch (cause) {
    throw new StoreDamagedError(key, { cause });
  }
}

function assertPrecondition(write: PlannedWrite, found: StoredDocument | undefined): void {
  if (write.ifVersion === undefined) return;
  const holds = write.ifVersion === 'absent' ? !found : found?.version === write.ifVersion;
  if (!holds) throw new StoreConflictError(write.key);
}
