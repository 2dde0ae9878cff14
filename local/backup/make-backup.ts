import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Store } from '../../functions/use-cases/ports/store.ts';
import { readDocuments } from '../../functions/use-cases/backup/read-documents.ts';
import { WORKBOOKS } from '../../functions/use-cases/stored/collections.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { bookPart } from '../sheets-api/book-parts.ts';
import { writeBackup, type BackupItem, type BackupSummary } from './backup-file.ts';

export interface Installation {
  readonly store: Store;
  /** The instant, ISO 8601 in UTC. */
  readonly now: string;
  /** What stands in a data folder besides the store; undefined in the cloud, where Google keeps the spreadsheets. */
  readonly local?: {
    readonly workbookId: string | undefined;
    readonly sheetsUrl: string;
    readonly sheetsKey: string;
    readonly accountsFile: string;
  };
}

/** The whole installation as one file. Nothing is stopped for it. Throws what `writeBackup`, `readDocuments` throw. */
export function makeBackup(installation: Installation, file: string): Promise<BackupSummary> {
  const { now, local } = installation;
  const about = { madeAt: now, ...(local?.workbookId !== undefined && { workbookId: local.workbookId }) };
  return writeBackup(file, about, readItems(installation));
}

/** The spreadsheets last: what was typed since their rows were read is taken for new by the first synchronisation. */
async function* readItems({ store, local }: Installation): AsyncGenerator<BackupItem> {
  const workbooks: string[] = [];
  for await (const document of readDocuments(store)) {
    const [collection, id = '', ...below] = document.key.split('/');
    if (collection === WORKBOOKS && below.length === 0) workbooks.push(id);
    yield { document: { key: document.key, data: { ...document.data } } } as BackupItem;
  }
  if (!local) return;
  yield* readAccounts(local.accountsFile);
  for (const id of workbooks) yield* readBook(local, id);
}

/** Without sessions: whoever is in signs in again. */
async function* readAccounts(file: string): AsyncGenerator<BackupItem> {
  const accounts = openAccounts({ file });
  try {
    for (const account of await accounts.list()) yield { account };
  } finally {
    await accounts.close();
  }
}

const MISSING = 404;

async function* readBook(
  { sheetsUrl, sheetsKey }: NonNullable<Installation['local']>,
  id: string,
): AsyncGenerator<BackupItem> {
  const headers = { authorization: `Bearer ${sheetsKey}` };
  const response = await fetch(`${sheetsUrl}/local/spreadsheets/${encodeURIComponent(id)}`, { headers });
  // A workbook whose spreadsheet is Google's, or is gone.
  if (response.status === MISSING) return;
  if (!response.ok || !response.body)
    throw new Error(`the stand-in gives no spreadsheet: ${response.status}`);
  for await (const line of createInterface({ input: Readable.fromWeb(response.body), crlfDelay: Infinity }))
    yield { part: bookPart.parse(JSON.parse(line)) };
}
