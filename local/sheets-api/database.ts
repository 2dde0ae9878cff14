import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeOwnFile, onDisk } from '../disk.ts';
import { SheetsFileBusyError, SheetsFileDamagedError, SheetsFileVersionError } from './errors.ts';

export const FILE_NAME = 'sheets.sqlite';
/** `SHNS` in ASCII: tells our file from any other SQLite file. */
const APPLICATION_ID = 0x53_48_4e_53;
const VERSION = 2;
/** A file of version 1 only lacks what version 2 may have besides. */
const READABLE: ReadonlySet<number> = new Set([1, VERSION]);
/** Of 4 KB, before the log is copied into the file. */
const LOG_PAGES = 8_000;
/** Primary result codes: https://www.sqlite.org/rescode.html */
const BUSY: ReadonlySet<number> = new Set([5, 6]);
const DAMAGED: ReadonlySet<number> = new Set([11, 26]);

/** Whatever the largest change was, the journal is cut back to this. */
const JOURNAL_BYTES = 8 * 1024 * 1024;

const TABLES = `
  CREATE TABLE spreadsheet (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE sheet (
    spreadsheet_id TEXT NOT NULL, sheet_id INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (spreadsheet_id, sheet_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE chunk (
    spreadsheet_id TEXT NOT NULL, sheet_id INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (spreadsheet_id, sheet_id, number)
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${VERSION};
`;

/**
 * Opens the file of the folder, or makes it. The process that has it open keeps it for itself: its memory
 * would not see what another one writes.
 * Throws `DiskError`, `SheetsFileDamagedError`, `SheetsFileVersionError`, `SheetsFileBusyError`.
 */
export function openDatabase(dataDir: string): DatabaseSync {
  const path = join(dataDir, FILE_NAME);
  makeOwnFile(path);
  const database = guarded(path, () => new DatabaseSync(path));
  try {
    guarded(path, () => prepare(database, path));
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function prepare(database: DatabaseSync, path: string): void {
  const objects = numberOf(database, 'SELECT count(*) AS value FROM sqlite_schema');
  const version = numberOf(database, 'SELECT user_version AS value FROM pragma_user_version');
  const owner = numberOf(database, 'SELECT application_id AS value FROM pragma_application_id');
  // Everything is looked at before anything is written: a foreign file stays as it is.
  if (owner !== APPLICATION_ID && (owner !== 0 || objects > 0)) throw new SheetsFileDamagedError(path);
  if (owner === APPLICATION_ID && !READABLE.has(version)) throw new SheetsFileVersionError(path, version);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  // A large tab comes by several calls of some megabytes each: what they write is gathered before it is copied over.
  database.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
  database.exec('BEGIN IMMEDIATE');
  if (owner === 0) database.exec(TABLES);
  else if (version !== VERSION) database.exec(`PRAGMA user_version = ${VERSION}`);
  database.exec('COMMIT');
  shrink(database);
}

/** Not worth a copy of the file: a few megabytes that the next tabs fill again. */
const FREE_PAGES_KEPT = 2_000;

/** Tabs that went leave free pages behind, which SQLite fills again but never gives back by itself. */
function shrink(database: DatabaseSync): void {
  database.exec(`PRAGMA journal_size_limit = ${JOURNAL_BYTES}`);
  const pages = numberOf(database, 'SELECT page_count AS value FROM pragma_page_count');
  const free = numberOf(database, 'SELECT freelist_count AS value FROM pragma_freelist_count');
  if (free <= FREE_PAGES_KEPT || free <= pages / 2) return;
  try {
    database.exec('VACUUM');
  } catch (error) {
    // A full disk has no room for the copy: the file stays as large as it is, and all that it holds can be read.
    if (sqliteCode(error) === undefined) throw error;
  }
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(database.prepare(sql).get()?.['value'] ?? 0);
}

/** The primary result code of SQLite's own errors; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  // Not `instanceof Error`: jest gives Node's own modules another Error than the tests'.
  return typeof error === 'object' && error !== null && 'errcode' in error
    ? Number(error.errcode) & 0xff
    : undefined;
}

/** SQLite's own errors become those that say what to do. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return onDisk(path, work);
  } catch (cause) {
    const code = sqliteCode(cause) ?? 0;
    if (BUSY.has(code)) throw new SheetsFileBusyError(path, { cause });
    if (DAMAGED.has(code)) throw new SheetsFileDamagedError(path, { cause });
    throw cause;
  }
}
