import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../functions/adapters/sqlite/store.ts';
import { writeDocuments } from '../../functions/use-cases/backup/write-documents.ts';
import type { BackupDocument } from '../../functions/use-cases/backup/read-documents.ts';
import type { Store, StoreWrite } from '../../functions/use-cases/ports/store.ts';
import { ACCOUNTS_FILE } from '../accounts/accounts.ts';
import { accountKey } from '../accounts/stored.ts';
import { openDataFolder } from '../data-folder.ts';
import { onDisk, unfinishedName } from '../disk.ts';
import { joinBooks } from '../sheets-api/book-parts.ts';
import { openStorage } from '../sheets-api/storage.ts';
import { readItems, verifyBackup, type BackupHeader, type BackupSummary } from './backup-file.ts';
import { PlaceTakenError } from './errors.ts';

/** Into a folder of its own, which appears whole. Throws `PlaceTakenError`, and what `verifyBackup` throws. */
export async function restoreFolder(file: string, folder: string): Promise<BackupSummary> {
  const about = await verifyBackup(file);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new PlaceTakenError(folder);
  const unfinished = unfinishedName(folder.replace(/\/+$/u, ''));
  try {
    await fill(unfinished, file, about);
    onDisk(folder, () => {
      rmSync(folder, { recursive: true, force: true });
      renameSync(unfinished, folder);
    });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  return about;
}

/** Into a store that has none of it. The spreadsheets of the file stay in it: Google keeps its own. */
export async function restoreStore(file: string, store: Store): Promise<BackupSummary> {
  const about = await verifyBackup(file);
  await writeDocuments(store, documentsOf(file));
  return about;
}

async function fill(path: string, file: string, { workbookId }: BackupHeader): Promise<void> {
  const folder = openDataFolder(path);
  const store = openSqliteStore(folder.file('store.sqlite'));
  try {
    await writeDocuments(store, documentsOf(file));
  } finally {
    await store.close();
  }
  await fillRest(path, file);
  if (workbookId !== undefined) folder.saveWorkbookId(workbookId);
}

async function fillRest(path: string, file: string): Promise<void> {
  const storage = openStorage(path);
  const books = joinBooks((book) => storage.save(book));
  const accounts: StoreWrite[] = [];
  try {
    for await (const item of readItems(file)) {
      if ('part' in item) books.add(item.part);
      if ('account' in item)
        accounts.push({ kind: 'put', key: accountKey(item.account.email), data: item.account });
    }
    books.end();
  } finally {
    storage.close();
  }
  if (accounts.length > 0) await saveAccounts(join(path, ACCOUNTS_FILE), accounts);
}

async function saveAccounts(file: string, accounts: readonly StoreWrite[]): Promise<void> {
  const store = openSqliteStore(file);
  try {
    await store.commit(accounts);
  } finally {
    await store.close();
  }
}

async function* documentsOf(file: string): AsyncGenerator<BackupDocument> {
  for await (const item of readItems(file)) if ('document' in item) yield item.document;
}
