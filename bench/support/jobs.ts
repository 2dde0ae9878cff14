import { createHash } from 'node:crypto';
import { GoogleSpreadsheet } from 'google-spreadsheet';
import type { Store } from '../../functions/use-cases/ports/store.ts';
import type { Dependencies } from '../../functions/use-cases/ports/dependencies.ts';
import { syncWorkbook } from '../../functions/use-cases/sync/reconcile.ts';
import { COORDINATOR, TODAY } from './connect.ts';
import type { Task } from './tasks.ts';

type Job = (deps: Dependencies, task: Task) => Promise<unknown>;

export const JOBS: Readonly<Record<Task['job'], Job>> = {
  shnor: (deps, { workbookId }) => syncWorkbook(deps, { workbookId, by: COORDINATOR, today: TODAY }),
  rowByRow: saveRowByRow,
  fetchAndHash,
};

/** The obvious alternative: all rows of the sheet by the package `google-spreadsheet`, one store write a row. */
async function saveRowByRow({ store }: { readonly store: Store }, task: Task): Promise<void> {
  const document = new GoogleSpreadsheet(task.workbookId, { token: 'bench' });
  // The package knows Google's address only; its client may be replaced.
  const sheetsApi = document.sheetsApi.extend({
    prefix: `${task.url}/v4/spreadsheets/${task.workbookId}`,
    // Google overlooks the slash that it puts at the end, the stand-in does not.
    hooks: { beforeRequest: [({ request }) => new Request(request.url.replace(/\/$/, ''), request)] },
  });
  Object.assign(document, { sheetsApi });
  await document.loadInfo();
  const sheet = document.sheetsById[task.executionsId];
  if (!sheet) throw new Error('no such sheet');
  for (const row of await sheet.getRows()) {
    const key = `workbooks/${task.workbookId}/plain/${row.rowNumber}`;
    await store.commit([{ kind: 'put', key, data: { ...row.toObject() } }]);
  }
}

/** The same answer that a pass of ours reads, hashed as it comes: less than that no pass can do. */
async function fetchAndHash(_deps: unknown, task: Task): Promise<string> {
  const fields = 'valueRanges(valueRange(range,values),dataFilters)';
  const path = `/v4/spreadsheets/${task.workbookId}/values:batchGetByDataFilter?fields=${fields}`;
  const answer = await fetch(task.url + path, {
    method: 'POST',
    headers: {
      authorization: 'Bearer bench',
      'content-type': 'application/json',
      'user-agent': 'bench (gzip)',
    },
    body: JSON.stringify({
      dataFilters: task.sheetIds.map((sheetId) => ({ gridRange: { sheetId } })),
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return createHash('sha256')
    .update(new Uint8Array(await answer.arrayBuffer()))
    .digest('hex');
}
