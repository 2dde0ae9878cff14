import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { connectSpreadsheets } from '../../functions/adapters/google-sheets/connect.ts';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import type { Dependencies } from '../../functions/use-cases/ports/dependencies.ts';
import type { JsonObject, Store } from '../../functions/use-cases/ports/store.ts';
import { startSheetsApi } from '../../local/sheets-api/server.ts';
import { makeTempFolder } from './temp-folder.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/upgrades');
const FILES = ['store.sqlite', 'sheets.sqlite'];
/** The day after the one on which all fixtures were made. */
const NOW = '2026-11-24T06:00:00.000Z';

export interface OldData {
  readonly deps: Dependencies;
  readonly workbookId: string;
  close(): Promise<void>;
}

/**
 * A copy of what the program of that commit left, opened by today's. `storeOf`: another store, which is given the
 * documents as they are; absent: the old file itself.
 */
export async function openOldData(commit: string, storeOf?: () => Store): Promise<OldData> {
  const folder = makeTempFolder();
  for (const name of FILES) {
    const packed = readFileSync(join(FIXTURES, commit, `${name}.gz`));
    writeFileSync(join(folder.path, name), gunzipSync(packed));
  }
  const file = join(folder.path, 'store.sqlite');
  const documents = readDocuments(file);
  const store = storeOf?.() ?? openSqliteStore(file);
  if (storeOf) await copyInto(store, documents);
  const api = await startSheetsApi({ dataDir: folder.path, port: 0 });
  const budget = { readsPerMinute: 100_000, writesPerMinute: 100_000 };
  const spreadsheets = connectSpreadsheets({ rootUrl: api.url, auth: async () => 'test', budget });
  return {
    deps: { store, spreadsheets, clock: { now: () => NOW }, pause: async () => {} },
    workbookId: documents.find(({ key }) => key.split('/').length === 2)?.key.split('/')[1] ?? '',
    close: async () => {
      await store.close();
      await api.close();
      folder.remove();
    },
  };
}

interface OldDocument {
  readonly key: string;
  readonly data: JsonObject;
}

function readDocuments(file: string): readonly OldDocument[] {
  const database = new DatabaseSync(file);
  const rows = database.prepare('SELECT collection, id, body FROM documents').all();
  database.close();
  return rows.map(({ collection, id, body }) => ({
    key: `${String(collection)}/${String(id)}`,
    data: JSON.parse(String(body)) as JsonObject,
  }));
}

async function copyInto(store: Store, documents: readonly OldDocument[]): Promise<void> {
  await store.commit(documents.map((document) => ({ kind: 'put', ...document })));
}
