import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectSpreadsheets } from '../../../../functions/adapters/google-sheets/connect.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';
import { fillWorkbook } from '../../../support/large-workbook.ts';
import { startRecordingProxy } from '../../adapters/google-sheets/recording-proxy.ts';
import { inFull } from '../../../support/long.ts';

const ROWS = inFull(20_000, 5_000);
const ADVISED_BYTES = 2 * 1024 * 1024;

describe(`a first load of ${ROWS} rows`, () => {
  let office: Office;
  let book: Book;
  let proxy: Awaited<ReturnType<typeof startRecordingProxy>>;

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await fillWorkbook(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, rows: ROWS });
    proxy = await startRecordingProxy(office.api.url);
  }, 60_000);
  afterAll(async () => {
    await proxy.close();
    await office.close();
  });

  test('goes out in requests below 2 MB, is read once more, and every row stands in sheet and store', async () => {
    const spreadsheets = connectSpreadsheets({ rootUrl: proxy.url, auth: async () => 'test' });
    const request = { workbookId: book.workbookId, by: COORDINATOR, today: TODAY };
    const outcome = await syncWorkbook({ ...office.deps, spreadsheets }, request);
    const sizes = proxy.calls.filter(({ url }) => url.includes(':batchUpdate')).map(({ size }) => size);
    const reads = proxy.calls.filter(({ url }) => url.includes('batchGetByDataFilter'));
    expect(outcome.counts.create).toBeGreaterThanOrEqual(ROWS);
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(ADVISED_BYTES);
    expect(reads).toHaveLength(2);

    const grid = (await book.grid('executions')).slice(1);
    const ids = new Set(grid.map((row) => row[columnOf('executions', 'id')]));
    expect([grid.length, ids.size]).toEqual([ROWS, ROWS]);
    expect(grid.filter((row) => !row[columnOf('executions', 'check')])).toEqual([]);
    const { nextNumbers } = await book.head();
    const stored = await readRows(office.deps.store, book.workbookId, {
      worksheet: 'executions',
      nextNumber: nextNumbers.executions,
    });
    expect(new Set(stored.keys())).toEqual(ids);
  }, 120_000);
});
