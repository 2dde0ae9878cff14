import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { makeOwnFile, onDisk } from '../disk.ts';
import type { AxisKeys } from './wire/axis-keys.ts';
import type { ValueRange } from './edits/planning.ts';
import type { EditOutcome } from './wire/edits.ts';

/** An edit that was sent to the spreadsheet and whose end is not known yet. */
export interface Intent {
  readonly client: string;
  readonly number: number;
  /** Keys that hold once it is done. */
  readonly keys: readonly (readonly [sheetId: number, keys: AxisKeys])[];
  /** Texts that are still to be written when the rest is. */
  readonly typed: readonly ValueRange[];
  readonly message?: string | undefined;
}

/** What the page must know after a crash: keys of rows and columns, and which edits were done. */
export interface PageStorage {
  keys(spreadsheetId: string, sheetId: number): AxisKeys | undefined;
  saveKeys(spreadsheetId: string, sheetId: number, keys: AxisKeys): void;
  /** How an edit ended, where it came before; also for one older than all that are remembered. */
  outcome(client: string, number: number): EditOutcome | undefined;
  intent(): Intent | undefined;
  saveIntent(intent: Intent | undefined): void;
  /** The edit is done or refused: its outcome, and no intent any more, at once. */
  commit(client: string, outcome: EditOutcome): void;
  newKey(): string;
  close(): void;
}

/** More edits than any client could have on its way. */
const KEPT_OUTCOMES = 5_000;

const TABLES = `
  CREATE TABLE IF NOT EXISTS axis (
    spreadsheet_id TEXT NOT NULL, sheet_id INTEGER NOT NULL, keys TEXT NOT NULL,
    PRIMARY KEY (spreadsheet_id, sheet_id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS edit (
    id INTEGER PRIMARY KEY, client TEXT NOT NULL, number INTEGER NOT NULL, outcome TEXT NOT NULL,
    UNIQUE (client, number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS intent (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS counter (id INTEGER PRIMARY KEY CHECK (id = 1), value INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO counter VALUES (1, 0);
`;

const axisKeys = z.object({ rows: z.array(z.string()), columns: z.array(z.string()) });
const outcomeSchema = z.union([
  z.object({ number: z.number(), status: z.literal('done'), message: z.string().exactOptional() }),
  z.object({ number: z.number(), status: z.literal('refused'), message: z.string() }),
]);
const intentSchema = z.object({
  client: z.string(),
  number: z.number(),
  keys: z.array(z.tuple([z.number(), axisKeys])),
  typed: z.array(z.object({ range: z.string(), values: z.array(z.array(z.string())) })),
  message: z.string().optional(),
});

export function openPageStorage(path: string): PageStorage {
  makeOwnFile(path);
  const database = onDisk(path, () => {
    const opened = new DatabaseSync(path);
    opened.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${TABLES}`);
    return opened;
  });
  const one = (sql: string, ...given: (string | number)[]) => database.prepare(sql).get(...given);
  const run = (sql: string, ...given: (string | number)[]) => database.prepare(sql).run(...given);
  return {
    ...openKeys(database),
    outcome(client, number) {
      const found = one('SELECT outcome FROM edit WHERE client = ? AND number = ?', client, number);
      if (found) return outcomeSchema.parse(JSON.parse(String(found['outcome'])));
      const later = one('SELECT 1 AS one FROM edit WHERE client = ? AND number > ?', client, number);
      return later && { number, status: 'done' };
    },
    intent() {
      const found = one('SELECT body FROM intent');
      return found && intentSchema.parse(JSON.parse(String(found['body'])));
    },
    saveIntent(intent) {
      if (intent) run('INSERT OR REPLACE INTO intent VALUES (1, ?)', JSON.stringify(intent));
      else run('DELETE FROM intent');
    },
    commit(client, outcome) {
      inTransaction(database, () => {
        const insert = 'INSERT OR REPLACE INTO edit (client, number, outcome) VALUES (?, ?, ?)';
        const { lastInsertRowid } = run(insert, client, outcome.number, JSON.stringify(outcome));
        run('DELETE FROM edit WHERE id <= ?', Number(lastInsertRowid) - KEPT_OUTCOMES);
        run('DELETE FROM intent');
      });
    },
    newKey() {
      const next = one('UPDATE counter SET value = value + 1 RETURNING value');
      return `k${Number(next?.['value']).toString(36)}`;
    },
    close: () => database.close(),
  };
}

/** Each state of the workbook asks for the keys of all sheets: they are read from the file once. */
function openKeys(database: DatabaseSync): Pick<PageStorage, 'keys' | 'saveKeys'> {
  const known = new Map<string, AxisKeys>();
  const find = database.prepare('SELECT keys FROM axis WHERE spreadsheet_id = ? AND sheet_id = ?');
  const put = database.prepare('INSERT OR REPLACE INTO axis VALUES (?, ?, ?)');
  const nameOf = (spreadsheetId: string, sheetId: number) => `${sheetId} ${spreadsheetId}`;
  const read = (spreadsheetId: string, sheetId: number): AxisKeys | undefined => {
    const found = find.get(spreadsheetId, sheetId);
    return found && axisKeys.parse(JSON.parse(String(found['keys'])));
  };
  return {
    keys(spreadsheetId: string, sheetId: number): AxisKeys | undefined {
      const keys = known.get(nameOf(spreadsheetId, sheetId)) ?? read(spreadsheetId, sheetId);
      if (keys) known.set(nameOf(spreadsheetId, sheetId), keys);
      return keys;
    },
    saveKeys(spreadsheetId: string, sheetId: number, keys: AxisKeys): void {
      const standing = known.get(nameOf(spreadsheetId, sheetId));
      if (standing?.rows === keys.rows && standing.columns === keys.columns) return;
      put.run(spreadsheetId, sheetId, JSON.stringify(keys));
      known.set(nameOf(spreadsheetId, sheetId), keys);
    },
  };
}

function inTransaction(database: DatabaseSync, run: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    run();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
