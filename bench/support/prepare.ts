import { provisionWorkbook } from '../../functions/use-cases/provision/provision-workbook.ts';
import { readHead, type Head } from '../../functions/use-cases/stored/head/head.ts';
import { fillWorkbook } from '../../test/support/large-workbook.ts';
import { connectTo, COORDINATOR, TODAY } from './connect.ts';

export interface Prepared {
  readonly workbookId: string;
  readonly sheetIds: Head['sheetIds'];
}

/** A new workbook with `rows` rows typed into «Исполнение», known to the store in the file, not yet synchronised. */
export async function prepareWorkbook(url: string, storeFile: string, rows: number): Promise<Prepared> {
  const { deps } = connectTo(url, storeFile);
  try {
    const { workbookId } = await provisionWorkbook(deps, {
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: { [COORDINATOR]: 'municipal_coordinator' },
    });
    const stored = await readHead(deps.store, workbookId);
    if (!stored) throw new Error('the workbook was not provisioned');
    const { sheetIds } = stored.head;
    await fillWorkbook(deps.spreadsheets, workbookId, { sheetIds, rows });
    return { workbookId, sheetIds };
  } finally {
    await deps.store.close();
  }
}
