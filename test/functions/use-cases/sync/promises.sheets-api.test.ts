import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { statementsOf } from '../../../../functions/use-cases/report/report-outcome.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { readReport } from '../../../../functions/use-cases/stored/reports/reports.ts';
import { reportKey } from '../../../../functions/use-cases/stored/reports/record.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS_IN_ORDER } from '../../../../functions/workbook/worksheets/index.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { openDemoBooks } from '../../../support/demo-books.ts';
import {
  type Book,
  columnOf,
  COORDINATOR,
  type Office,
  openOffice,
  rowOf,
  TODAY,
} from '../../../support/office.ts';

describe('the promises of the design', () => {
  let office: Office;
  let book: Book;
  let provisionDemo: () => Promise<Book>;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY, withErrors: true });
  const sync = () => syncWorkbook(office.deps, request());
  const stored = async (worksheet: 'schools' | 'executions' | 'journal') => {
    const { nextNumbers } = await book.head();
    const nextNumber = nextNumbers[worksheet];
    return readRows(office.deps.store, book.workbookId, { worksheet, nextNumber });
  };

  beforeAll(async () => {
    office = await openOffice();
    provisionDemo = await openDemoBooks(office);
  });
  beforeEach(async () => {
    book = await provisionDemo();
  });
  afterAll(() => office.close());

  async function staffCells() {
    const sheets = await Promise.all(
      WORKSHEETS_IN_ORDER.map(async ({ key, columns }) => {
        const grid = await book.grid(key);
        return grid.map((row) => columns.map(({ owner }, index) => (owner === 'staff' ? row[index] : null)));
      }),
    );
    return JSON.stringify(sheets);
  }

  test('1: no pass writes, moves or clears a cell that staff own', async () => {
    const before = await staffCells();
    await sync();
    await runMonitoring(office.deps, request());
    await publishReport(office.deps, request());
    expect(await staffCells()).toBe(before);
  });

  test('2: after a quiet moment the store equals the sheet, and a deleted row is a tombstone', async () => {
    await sync();
    const { id } = await book.see('schools', 3);
    await office.spreadsheets.apply(book.workbookId, [
      {
        kind: 'write_values',
        block: { sheetId: book.sheetIds.schools, row: 2, column: 0, values: [rowOf('schools', {})] },
      },
    ]);
    const outcome = await sync();
    const row = (await stored('schools')).get(String(id));
    expect(outcome.counts).toEqual({ create: 0, update: 0, delete: 1, restore: 0 });
    expect([row?.isDeleted, row?.cells['name']]).toEqual([true, 'ОО № 2 (демо)']);
  });

  test('3: many rows gone at once are kept, and a person is asked', async () => {
    await sync();
    const before = await stored('executions');
    const empty = Array.from({ length: 20 }, () => WORKSHEETS.executions.columns.map(() => null));
    await office.spreadsheets.apply(book.workbookId, [
      {
        kind: 'write_values',
        block: { sheetId: book.sheetIds.executions, row: 1, column: 0, values: empty },
      },
    ]);
    const held = await sync();
    expect(held.braked).toEqual([{ worksheet: 'Исполнение', rows: 20 }]);
    expect(await stored('executions')).toEqual(before);
    expect(JSON.stringify(await book.grid('control'))).toContain('С листа разом пропало 20 строк');

    const confirmed = await syncWorkbook(office.deps, { ...request(), consent: {} });
    expect(confirmed.counts.delete).toBe(20);
  });

  test('4: rows keep their ids through a sort that left the column of ids behind', async () => {
    await sync();
    const grid = await book.grid('schools');
    const last = columnOf('schools', 'id');
    const names = grid.slice(1, 6).map((row) => row[0]);
    const ids = grid.slice(1, 6).map((row) => row[last]);
    const reversed = grid.slice(1, 6).map((row) => row.slice(0, last));
    await office.spreadsheets.apply(book.workbookId, [
      {
        kind: 'write_values',
        block: { sheetId: book.sheetIds.schools, row: 1, column: 0, values: reversed.toReversed() },
      },
    ]);
    const outcome = await sync();
    const after = await book.grid('schools');
    expect(after.slice(1, 6).map((row) => [row[last], row[0]])).toEqual(
      ids.map((id, index) => [id, names[index]]).toReversed(),
    );
    expect(outcome.counts).toEqual({ create: 0, update: 0, delete: 0, restore: 0 });
  });

  test('5: twice is once: synchronisation, monitoring and report change nothing the second time', async () => {
    await sync();
    await runMonitoring(office.deps, request());
    const first = await publishReport(office.deps, request());
    const revision = (await book.head()).revision;
    const again = [
      (await sync()).status,
      (await runMonitoring(office.deps, request())).status,
      (await publishReport(office.deps, request())).status,
    ];
    expect(again).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect((await book.head()).revision).toBe(revision);
    expect((await publishReport(office.deps, request())).number).toBe(first.number);
  });

  test('6: a half-typed row is stored as it stands and reported beside the row', async () => {
    await book.type('executions', 60, { school: 'ОО № 3 (демо)' });
    await sync();
    const row = await book.see('executions', 60);
    const kept = (await stored('executions')).get(String(row['id']));
    expect(kept?.cells).toEqual({ school: 'ОО № 3 (демо)' });
    expect(row['check']).toBe(
      'Ошибка: Строка заполнена не до конца: пусто «№ мероприятия». Допишите строку или очистите её целиком.',
    );
  });

  test('7: what waits for an act is not overdue, and the act gives it a date', async () => {
    const late = { ...request(), today: '2026-12-31' as const };
    await syncWorkbook(office.deps, late);
    const rowOf51 = 11;
    expect(await book.see('regulation', rowOf51)).toMatchObject({
      number: '5.1',
      controlDate: null,
      state: 'ожидает акта',
    });
    await book.type('acts', 3, { kind: 'приказ', number: '9', date: '01.12.2026', measures: '5.1' });
    await syncWorkbook(office.deps, late);
    expect(await book.see('regulation', rowOf51)).toMatchObject({ state: 'просрочено' });
  });

  test('8: a report carries number, day, revision and hash, and the stored value is what was hashed', async () => {
    const { number, asOf, document, proof } = await publishReport(office.deps, request());
    const stored = await readReport(office.deps.store, book.workbookId, number);
    expect([number, asOf, document.revision]).toEqual([1, TODAY, (await book.head()).revision]);
    expect([stored.document, stored.proof]).toEqual([document, proof]);
  });

  test('8: a report that somebody altered in the store is not shown', async () => {
    const { number } = await publishReport(office.deps, request());
    const key = reportKey(book.workbookId, number);
    const [stored] = await office.deps.store.getMany([key]);
    const put = async (change: object) => {
      await office.deps.store.commit([{ kind: 'put', key, data: { ...stored?.data, ...change } }]);
      return readReport(office.deps.store, book.workbookId, number);
    };
    await expect(put({ documentHash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'report_altered' });
    await expect(put({ text: 'H4sIAAAA' })).rejects.toMatchObject({ code: 'report_altered' });
    await expect(put({ schema: 'full-1' })).rejects.toMatchObject({ code: 'report_outdated' });
  });

  test('8: under the brake no report gets a number; a draft says first that its figures are not sure', async () => {
    await sync();
    const empty = Array.from({ length: 6 }, () => rowOf('executions', {}));
    await office.spreadsheets.apply(book.workbookId, [
      {
        kind: 'write_values',
        block: { sheetId: book.sheetIds.executions, row: 1, column: 0, values: empty },
      },
    ]);
    await expect(publishReport(office.deps, request())).rejects.toMatchObject({
      code: 'report_held',
      message: expect.stringMatching(/«Исполнение» пропало 6 строк.*«Синхронизировать».*Ctrl\+Z/su),
    });
    expect(JSON.stringify(await book.grid('control'))).toContain('С листа разом пропало 6 строк');
    expect((await book.head()).lastReport).toBe(null);
    const draft = await publishReport(office.deps, { ...request(), isDraft: true });
    expect(statementsOf(draft.document)[0]).toBe(
      'Внимание: числа этого черновика могут быть неверны. ' +
        'С листа «Исполнение» пропало 6 строк: удаление ждёт подтверждения.',
    );
    await syncWorkbook(office.deps, { ...request(), consent: {} });
    const report = await publishReport(office.deps, request());
    expect([report.number, JSON.stringify(report.document)]).toEqual([
      1,
      expect.not.stringContaining('Внимание'),
    ]);
  });

  test('8: a store that was lost never gives a number twice', async () => {
    await publishReport(office.deps, request());
    const other = await openOffice();
    const deps = { ...office.deps, store: other.deps.store };
    await provisionWorkbook(deps, {
      workbookId: book.workbookId,
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: { [COORDINATOR]: 'municipal_coordinator' },
    });
    const ids = (await book.grid('executions')).map((row) => row.at(columnOf('executions', 'id')));
    expect((await publishReport(deps, request())).number).toBe(2);
    expect((await book.grid('executions')).map((row) => row.at(columnOf('executions', 'id')))).toEqual(ids);
    await other.close();
  });

  test('10: nobody unknown gets in', async () => {
    const stranger = { ...request(), by: 'stranger@example.ru' };
    await expect(syncWorkbook(office.deps, stranger)).rejects.toMatchObject({ code: 'access_denied' });
    await expect(publishReport(office.deps, stranger)).rejects.toMatchObject({ code: 'access_denied' });
  });
});
