import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishReport } from '../../../functions/use-cases/publish-report.ts';
import { runMonitoring } from '../../../functions/use-cases/run-monitoring.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync-workbook.ts';
import { seedDemo } from '../../../local/demo/seed-demo.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../support/office.ts';

/** Promise 9: cost follows change. Counted where it is paid: at the Sheets API and at the store. */
describe('what a pass costs', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY });

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today: TODAY });
    await syncWorkbook(office.deps, request());
  });
  afterAll(() => office.close());

  async function costOf(action: () => Promise<unknown>) {
    const before = office.api.requests();
    office.counting.reset();
    await action();
    const after = office.api.requests();
    const calls = Object.fromEntries(
      Object.entries(after).flatMap(([method, n]) =>
        n > (before[method] ?? 0) ? [[method, n - (before[method] ?? 0)]] : [],
      ),
    );
    const { reads, writes, commits } = office.counting.counts;
    return { calls, reads, writes, commits };
  }

  test('nothing changed: one Sheets call, one store read, no write', async () => {
    expect(await costOf(() => syncWorkbook(office.deps, request()))).toEqual({
      calls: { 'values.batchGetByDataFilter': 1 },
      reads: 1,
      writes: 0,
      commits: 0,
    });
  });

  test('one changed cell: one Sheets read, one Sheets write, three documents in one commit', async () => {
    await book.type('executions', 10, { mark: 'не требуется' });
    const cost = await costOf(() => syncWorkbook(office.deps, request()));
    expect(cost).toEqual({
      calls: { 'values.batchGetByDataFilter': 1, batchUpdate: 1 },
      reads: 2,
      writes: 3,
      commits: 1,
    });
  });

  test('a second monitoring of the same day costs what an unchanged synchronisation costs', async () => {
    await runMonitoring(office.deps, request());
    expect(await costOf(() => runMonitoring(office.deps, request()))).toEqual({
      calls: { 'values.batchGetByDataFilter': 1 },
      reads: 1,
      writes: 0,
      commits: 0,
    });
  });

  test('a report on unchanged data: two reads of the sheets, one look at the tabs, one batch', async () => {
    expect(await costOf(() => publishReport(office.deps, request()))).toEqual({
      calls: { 'values.batchGetByDataFilter': 2, get: 1, batchUpdate: 1 },
      reads: 2,
      writes: 2,
      commits: 1,
    });
  });
});
