import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreDamagedError, StoreNewerError } from '../../use-cases/ports/errors.ts';
import { translating } from './errors.ts';

/** "shnr": says in the file's header that the database is ours. */
const APPLICATION_ID = 0x73686e72;
const SCHEMA_VERSION = 1;
/** How long a commit waits for another process to finish its own. */
const BUSY_TIMEOUT_MS = 5000;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/** Versions come from one counter of the store, so that a document put again after a deletion has a new one. */
const SCHEMA = `
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
  CREATE TABLE documents (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (collection, id)
  ) STRICT;
  CREATE TABLE counter (value INTEGER NOT NULL) STRICT;
  INSERT INTO counter VALUES (0);
`;

/**
 * Opens the database at `path`, made anew where there is no file or an empty one. Throws `StoreDamagedError`
 * for a damaged or foreign file, which is left as it was, `StoreNewerError`, `StoreUnavailableError` where it cannot be opened.
 */
export function openDatabase(path: string): DatabaseSync {
  return translating(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    assertOurs(path);
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      prepareDatabase(database, path);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Looks at the header without SQLite, which would already write beside a foreign file. */
function assertOurs(path: string): void {
  const header = readHeader(path);
  if (header.length === 0) return;
  const ours =
    header.length === HEADER_BYTES &&
    header.toString('latin1', 0, MAGIC.length) === MAGIC &&
    header.readUInt32BE(68) === APPLICATION_ID;
  if (!ours) throw new StoreDamagedError(path);
}

function readHeader(path: string): Buffer {
  // 'a+' makes the file where there is none, its owner's alone: an empty file is an empty database to SQLite.
  const file = openSync(path, 'a+', 0o600);
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function prepareDatabase(database: DatabaseSync, path: string): void {
  // FULL: the store never forgets what it accepted, not even in a power cut; a commit a synchronisation is cheap.
  database.exec('PRAGMA synchronous = FULL');
  if (userVersion(database) === 0) createSchema(database);
  const stands = userVersion(database);
  if (stands > SCHEMA_VERSION) throw new StoreNewerError(path);
  if (stands !== SCHEMA_VERSION) throw new StoreDamagedError(path);
  assertSound(database, path);
  // Only now: a schema written in WAL mode would stay out of the header that `assertOurs` reads.
  database.exec('PRAGMA journal_mode = WAL');
}

function userVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

function createSchema(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  // Another process may have come first while this one waited.
  if (userVersion(database) === 0) database.exec(SCHEMA);
  database.exec('COMMIT');
}

function assertSound(database: DatabaseSync, path: string): void {
  const verdict = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (verdict !== 'ok') throw new StoreDamagedError(path, { cause: new Error(String(verdict)) });
}
