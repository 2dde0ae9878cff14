import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { FILE_NAME, guarded, openDatabase, sqliteCode } from './database.ts';
import { SheetsFileDamagedError } from './errors.ts';
import { blankSheet } from './model/sheets/sheets.ts';
import type { Row, Sheet, Spreadsheet } from './model/types.ts';
import { changedChunks, CHUNK_ROWS, formatChunk, parseChunk } from './row-chunks.ts';

/** So many spreadsheets are held in memory; the one that was not used for longest is read again when needed. */
const MAX_LOADED = 16;

/** Where the spreadsheets are kept. All methods throw the errors of `errors.ts`. */
export interface Storage {
  /** Undefined where there is no such spreadsheet. */
  read(id: string): Spreadsheet | undefined;
  /** Writes what differs from the state that `read` gave, all of it or nothing. */
  save(after: Spreadsheet): void;
  close(): void;
}

export function openStorage(dataDir: string): Storage {
  const path = join(dataDir, FILE_NAME);
  const database = openDatabase(dataDir);
  const loaded = new Map<string, Spreadsheet>();
  const keep = (book: Spreadsheet): Spreadsheet => {
    loaded.delete(book.id);
    loaded.set(book.id, book);
    for (const id of loaded.keys()) if (loaded.size > MAX_LOADED) loaded.delete(id);
    return book;
  };
  const read = (id: string): Spreadsheet | undefined => {
    const known = loaded.get(id) ?? guarded(path, () => readSpreadsheet(database, id, path));
    return known && keep(known);
  };
  return {
    read,
    save: (after) => {
      guarded(path, () => saveChanges(database, loaded.get(after.id), after));
      keep(after);
    },
    close: () => {
      database.close();
    },
  };
}

/** The sheet without its rows, as its row of the table holds it. */
type SheetBody = Omit<Sheet, 'rows'> & { readonly rowsLength: number };
/** The spreadsheet without its sheets, but with their order. */
type SpreadsheetBody = Omit<Spreadsheet, 'sheets'> & { readonly sheetIds: readonly number[] };

function readSpreadsheet(database: DatabaseSync, id: string, path: string): Spreadsheet | undefined {
  const found = database.prepare('SELECT body FROM spreadsheet WHERE id = ?').get(id);
  if (!found) return undefined;
  try {
    const { sheetIds, ...book } = JSON.parse(String(found['body'])) as SpreadsheetBody;
    return { ...book, sheets: sheetIds.map((sheetId) => readSheet(database, id, sheetId)) };
  } catch (cause) {
    // SQLite's own errors are translated by the caller.
    if (sqliteCode(cause) !== undefined) throw cause;
    throw new SheetsFileDamagedError(path, { cause });
  }
}

function readSheet(database: DatabaseSync, id: string, sheetId: number): Sheet {
  const find = database.prepare('SELECT body FROM sheet WHERE spreadsheet_id = ? AND sheet_id = ?');
  const found = find.get(id, sheetId);
  if (!found) throw new Error(`sheet ${sheetId} of ${id} is missing`);
  const { rowsLength, ...sheet } = JSON.parse(String(found['body'])) as SheetBody;
  const chunks = database.prepare(
    'SELECT body FROM chunk WHERE spreadsheet_id = ? AND sheet_id = ? ORDER BY number',
  );
  const rows: (Row | undefined)[] = [];
  for (const chunk of chunks.iterate(id, sheetId))
    for (const row of parseChunk(String(chunk['body']))) rows.push(row);
  if (rows.length !== rowsLength)
    throw new Error(`sheet ${sheetId} of ${id} has ${rows.length} rows of ${rowsLength}`);
  return { ...blankSheet(sheet.properties), ...sheet, rows };
}

function saveChanges(database: DatabaseSync, before: Spreadsheet | undefined, after: Spreadsheet): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    saveBook(database, after);
    for (const sheet of after.sheets) {
      const known = before?.sheets.find(({ properties }) => properties.sheetId === sheet.properties.sheetId);
      if (known !== sheet) saveSheet(database, after.id, { before: known, after: sheet });
    }
    for (const sheet of before?.sheets ?? []) if (!has(after, sheet)) deleteSheet(database, after.id, sheet);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function has(book: Spreadsheet, sheet: Sheet): boolean {
  return book.sheets.some(({ properties }) => properties.sheetId === sheet.properties.sheetId);
}

function saveBook(database: DatabaseSync, { sheets, ...book }: Spreadsheet): void {
  const sheetIds = sheets.map((sheet) => sheet.properties.sheetId);
  const body: SpreadsheetBody = { ...book, sheetIds };
  database.prepare('INSERT OR REPLACE INTO spreadsheet VALUES (?, ?)').run(book.id, JSON.stringify(body));
}

function saveSheet(
  database: DatabaseSync,
  id: string,
  { before, after }: { before: Sheet | undefined; after: Sheet },
): void {
  const { rows, ...sheet } = after;
  const { sheetId } = sheet.properties;
  const body: SheetBody = { ...sheet, rowsLength: rows.length };
  database.prepare('INSERT OR REPLACE INTO sheet VALUES (?, ?, ?)').run(id, sheetId, JSON.stringify(body));
  const put = database.prepare('INSERT OR REPLACE INTO chunk VALUES (?, ?, ?, ?)');
  for (const number of changedChunks(before?.rows ?? [], rows)) {
    const chunk = rows.slice(number * CHUNK_ROWS, (number + 1) * CHUNK_ROWS);
    put.run(id, sheetId, number, formatChunk(chunk));
  }
  database
    .prepare('DELETE FROM chunk WHERE spreadsheet_id = ? AND sheet_id = ? AND number >= ?')
    .run(id, sheetId, Math.ceil(rows.length / CHUNK_ROWS));
}

function deleteSheet(database: DatabaseSync, id: string, sheet: Sheet): void {
  const { sheetId } = sheet.properties;
  for (const table of ['sheet', 'chunk'])
    database.prepare(`DELETE FROM ${table} WHERE spreadsheet_id = ? AND sheet_id = ?`).run(id, sheetId);
}
