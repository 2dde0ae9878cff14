import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../../functions/domain/dates/dates.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { BUDGETS, type Budget } from '../../../support/budgets.ts';
import { fillWorkbook } from '../../../support/large-workbook.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

const ROWS = 1000;
const EDITS = 100;

/** Promise 9: cost follows change. Counted where it is paid: at the Sheets API and at the store. */
describe('what a pass over 1,000 rows costs', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY, withErrors: true });
  const sync = () => syncWorkbook(office.deps, request());

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await fillWorkbook(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, rows: ROWS });
  });
  afterAll(() => office.close());

  async function costOf(action: () => Promise<unknown>): Promise<Budget> {
    const before = office.api.requests();
    office.counting.reset();
    await action();
    const calls = Object.entries(office.api.requests()).map(
      ([method, n]) => [method, n - (before[method] ?? 0)] as const,
    );
    const { reads, scanned, writes, commits } = office.counting.counts;
    return {
      calls: Object.fromEntries(calls.filter(([, n]) => n > 0)),
      reads: reads + scanned,
      writes,
      commits,
    };
  }

  test('the first load: one Sheets read, one write, one commit of a document for each 50 rows', async () => {
    expect(await costOf(sync)).toEqual(BUDGETS.firstLoad);
  });

  test('nothing changed: one Sheets call, one store read, no write; our own echo is no change', async () => {
    expect(await costOf(sync)).toEqual(BUDGETS.unchanged);
  });

  test('one changed cell: one Sheets read, one Sheets write, three documents in one commit', async () => {
    await book.type('executions', 500, { mark: 'не требуется' });
    expect(await costOf(sync)).toEqual(BUDGETS.oneCell);
  });

  test('a note that changes no verdict: the same', async () => {
    await book.type('executions', 700, { note: 'Уточнено' });
    expect(await costOf(sync)).toEqual(BUDGETS.oneCell);
  });

  test('100 scattered edits: still one read and one write; each touched document once', async () => {
    await typeScattered();
    expect(await costOf(sync)).toEqual(BUDGETS.scattered);
    expect(await costOf(sync)).toEqual(BUDGETS.unchanged);
  });

  test('the first monitoring of a day writes the head and the sheets; the second costs what nothing costs', async () => {
    await runMonitoring(office.deps, request());
    const tomorrow = { ...request(), today: addDays(TODAY, 1) };
    expect(await costOf(() => runMonitoring(office.deps, tomorrow))).toEqual(BUDGETS.newDay);
    expect(await costOf(() => runMonitoring(office.deps, tomorrow))).toEqual(BUDGETS.unchanged);
  });

  test('the nightly self-check, where something has changed: the rows, the history since, the head', async () => {
    await book.type('executions', 700, { note: 'Ещё раз' });
    const before = await costOf(sync);
    const night = await costOf(() => runMonitoring(office.deps, request()));
    expect([before, night]).toEqual([BUDGETS.oneCell, BUDGETS.selfCheck]);
  });

  test('a report: one read of the sheets, one look at the tabs, one batch, the report and the head', async () => {
    await runMonitoring(office.deps, request());
    expect(await costOf(() => publishReport(office.deps, request()))).toEqual(BUDGETS.report);
  });

  test('a report on the same data: writes nothing anywhere', async () => {
    expect(await costOf(() => publishReport(office.deps, request()))).toEqual(BUDGETS.sameReport);
  });

  test('a report right after an edit reads the sheets once too', async () => {
    await book.type('executions', 500, { mark: 'выполнено' });
    expect(await costOf(() => publishReport(office.deps, request()))).toEqual(BUDGETS.reportAfterEdit);
  });

  async function typeScattered(): Promise<void> {
    const edits = Array.from({ length: EDITS }, (_, index) => ({
      kind: 'write_values' as const,
      block: {
        sheetId: book.sheetIds.executions,
        row: 1 + index * (ROWS / EDITS),
        column: columnOf('executions', 'note'),
        values: [[`Правка ${index}`]],
      },
    }));
    await office.spreadsheets.apply(book.workbookId, edits);
  }
});
