import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '../../../../functions/domain/dates/dates.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

const READ = 'values.batchGetByDataFilter';
const LOOK = 'getByDataFilter';

/** What a person sees is what is meant; it is asked for only where a value cannot tell it, and only once. */
describe('numbers that a sheet shows as something else', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY, withErrors: true });
  const sync = () => syncWorkbook(office.deps, request());

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await book.type('schools', 2, {
      name: 'ОО № 1 (демо)',
      status: 'ШНОР',
      teachersTotal: 60,
      trainedShare: 48,
    });
    await book.type('executions', 2, {
      school: 'ОО № 1 (демо)',
      measure: '1.2',
      mark: 'выполнено',
      doneOn: '15.04.2026',
      evidenceKind: 'приказ',
      evidenceNumber: '45',
      evidenceDate: '15.04.2026',
    });
    await sync();
  });
  afterAll(() => office.close());

  async function callsOf(action: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
    const before = office.api.requests();
    await action();
    const counts = Object.entries(office.api.requests());
    return Object.fromEntries(
      counts.map(([method, n]) => [method, n - (before[method] ?? 0)] as const).filter(([, n]) => n > 0),
    );
  }

  /** As another book, or a column whose format was changed, leaves a cell. */
  async function place(cell: {
    readonly sheet: 'executions' | 'schools';
    readonly key: string;
    readonly row: number;
    readonly value: number;
    readonly format: { readonly type: string; readonly pattern?: string };
  }): Promise<void> {
    const start = {
      sheetId: book.sheetIds[cell.sheet],
      rowIndex: cell.row - 1,
      columnIndex: columnOf(cell.sheet, cell.key),
    };
    const values = [
      { userEnteredValue: { numberValue: cell.value }, userEnteredFormat: { numberFormat: cell.format } },
    ];
    const fields = 'userEnteredValue,userEnteredFormat.numberFormat';
    const answer = await fetch(`${office.api.url}/v4/spreadsheets/${book.workbookId}:batchUpdate`, {
      method: 'POST',
      headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [{ updateCells: { start, rows: [{ values }], fields } }] }),
    });
    expect(answer.status).toBe(200);
  }

  const numbered = (value: number, format: { readonly type: string; readonly pattern?: string }) =>
    place({ sheet: 'executions', key: 'evidenceNumber', row: 2, value, format });

  test('such a number costs one look when it comes, and none afterwards', async () => {
    await numbered(45, { type: 'NUMBER', pattern: '0000' });
    expect(await callsOf(sync)).toEqual({ [READ]: 1, [LOOK]: 1, batchUpdate: 1 });
    expect(await callsOf(sync)).toEqual({ [READ]: 1 });
    await book.type('executions', 2, { note: 'Уточнено' });
    expect(await callsOf(sync)).toEqual({ [READ]: 1, batchUpdate: 1 });
  });

  test('zeros in front are seen in the report, and nothing is wrong with them', async () => {
    const report = await publishReport(office.deps, request());
    expect(/приказ №[^"]*/u.exec(JSON.stringify(report))?.[0]).toBe('приказ № 0045 от 15.04.2026');
    expect((await book.see('executions', 2)).check).not.toMatch(/Номер документа/u);
  });

  test('a new night looks again, for a format changes without a change of values', async () => {
    const tomorrow = { ...request(), today: addDays(TODAY, 1) };
    const calls = await callsOf(() => runMonitoring(office.deps, tomorrow));
    expect(calls[LOOK]).toBe(1);
  });

  test.each([
    ['a date', 46_338, { type: 'DATE', pattern: 'dd/mm' }, /превратила набранное в дату 12\/11/u],
    [
      'a time',
      0.645_833_333_333_333_3,
      { type: 'TIME', pattern: 'hh:mm' },
      /превратила набранное во время 15:30/u,
    ],
    [
      'an exponent',
      1_200_000,
      { type: 'SCIENTIFIC', pattern: '0.00E+00' },
      /превратила набранное в число 1,20E\+06/u,
    ],
  ])(
    '%s in place of a number of a document is a finding, and proves nothing',
    async (_, value, format, told) => {
      await numbered(value, format);
      await sync();
      const { check, state } = await book.see('executions', 2);
      expect(check).toMatch(told);
      expect(state).toBe('выполнено, не подтверждено');
    },
  );

  test('48% counts as 48, and 0,48 is asked about', async () => {
    const share = (value: number, format: { readonly type: string; readonly pattern?: string }) =>
      place({ sheet: 'schools', key: 'trainedShare', row: 2, value, format });
    await share(0.48, { type: 'PERCENT', pattern: '0%' });
    await sync();
    const bank = await publishReport(office.deps, { ...request(), form: 'data_bank' });
    const before = await book.see('schools', 2);
    await share(0.48, { type: 'NUMBER', pattern: '0.00' });
    await runMonitoring(office.deps, { ...request(), today: addDays(TODAY, 2) });
    const after = await book.see('schools', 2);
    expect(/,48,/u.test(JSON.stringify(bank))).toBe(true);
    const question = /0,48 — это доля от единицы или меньше одного процента\?/u;
    expect([before, after].map(({ check }) => question.test(String(check)))).toEqual([false, true]);
  });
});
