import { ACCOUNTS_FILE } from '../accounts/accounts.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Installation } from './make-backup.ts';

/** What a data folder holds besides the store, and where its spreadsheets are served. */
export function localPart(
  folder: DataFolder,
  { sheetsUrl, sheetsKey }: { readonly sheetsUrl: string; readonly sheetsKey: string },
): NonNullable<Installation['local']> {
  const accountsFile = folder.file(ACCOUNTS_FILE);
  return { workbookId: folder.workbookId, sheetsUrl, sheetsKey, accountsFile };
}
