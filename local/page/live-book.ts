import type { Sheet, Spreadsheet } from '../sheets-api/model/types.ts';
import { fitKeys, type AxisKeys } from './wire/axis-keys.ts';
import { diffBooks } from './book/diff-books.ts';
import { describeBook } from './book/read-book.ts';
import type { PageStorage } from './storage.ts';
import type { BookPatch, PageBook } from './wire/book.ts';

/** The workbook as all browsers are shown it. */
export interface LiveBook {
  readonly spreadsheetId: string;
  /** Looks at the spreadsheet and tells the watchers what has changed. Throws `NoBookError`. */
  refresh(): { readonly stored: Spreadsheet; readonly shown: PageBook };
  /**
   * Until the returned function is called, `refresh` answers the state before: rows are on the move, and their
   * keys do not fit yet.
   */
  pause(): () => void;
  watch(watcher: (patch: BookPatch) => void): () => void;
}

export class NoBookError extends Error {
  override readonly name = 'NoBookError';
}

export interface LiveBookOptions {
  readonly spreadsheetId: string;
  readonly read: (spreadsheetId: string) => Spreadsheet | undefined;
  readonly storage: PageStorage;
}

export function openLiveBook({ spreadsheetId, read, storage }: LiveBookOptions): LiveBook {
  const watchers = new Set<(patch: BookPatch) => void>();
  // Two starts of the program must not give two states one number.
  let sequence = Date.now();
  let pauses = 0;
  let now: { readonly stored: Spreadsheet; readonly shown: PageBook } | undefined;
  const keysOf = (sheet: Sheet) => keysFor(storage, spreadsheetId, sheet);
  return {
    spreadsheetId,
    refresh() {
      const stored = read(spreadsheetId);
      if (!stored) throw new NoBookError(`the spreadsheet ${spreadsheetId} is not there`);
      if (now && (pauses > 0 || now.stored === stored)) return now;
      const next = describeBook(stored, sequence + 1, keysOf);
      const patch = now && diffBooks(now.shown, next);
      // What browsers do not see, such as metadata, makes no new state.
      if (now && !patch) return (now = { ...now, stored });
      sequence += 1;
      now = { stored, shown: next };
      if (patch) for (const watcher of watchers) watcher(patch);
      return now;
    },
    pause() {
      pauses += 1;
      return () => void (pauses -= 1);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** The keys that are kept for the sheet, made as many as it has rows and columns. */
function keysFor(storage: PageStorage, spreadsheetId: string, sheet: Sheet): AxisKeys {
  const { sheetId, gridProperties: grid } = sheet.properties;
  const known = storage.keys(spreadsheetId, sheetId) ?? { rows: [], columns: [] };
  const newKey = () => storage.newKey();
  const keys = {
    rows: fitKeys(known.rows, grid.rowCount, newKey),
    columns: fitKeys(known.columns, grid.columnCount, newKey),
  };
  if (keys.rows !== known.rows || keys.columns !== known.columns)
    storage.saveKeys(spreadsheetId, sheetId, keys);
  return keys;
}
