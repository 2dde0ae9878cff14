import { syncWorkbook } from '../../functions/use-cases/sync/reconcile.ts';
import { connectTo, COORDINATOR, TODAY } from './connect.ts';

/** The functions as a process that may be killed: `node sync-once.ts URL STORE_FILE WORKBOOK`, one pass. */
const [url = '', storeFile = '', workbookId = ''] = process.argv.slice(2);
const { deps } = connectTo(url, storeFile);
// From here on a moment is counted: loading the program is no part of the pass.
console.log('ready');
await syncWorkbook(deps, { workbookId, by: COORDINATOR, today: TODAY });
await deps.store.close();
