import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { changeReportState } from '../../../../../functions/use-cases/report/state/change-report-state.ts';
import type { StateWish } from '../../../../../functions/use-cases/report/state/state-wish.ts';
import { publishReport } from '../../../../../functions/use-cases/report/publish-report.ts';
import { readReport } from '../../../../../functions/use-cases/stored/reports/reports.ts';
import { layoutServerSheet } from '../../../../../functions/workbook/server-sheets/server-layout.ts';
import { openDemoBooks } from '../../../../support/demo-books.ts';
import { COORDINATOR, NOW, openOffice, TODAY, type Book, type Office } from '../../../../support/office.ts';

const SIGNED = { state: 'signed', paperNumber: ' 01-15/7 ', paperDate: TODAY } as const;
const RECALLED = { state: 'recalled', reason: 'Ошибка в банке данных' } as const;

describe('the state of a report', () => {
  let office: Office;
  let book: Book;
  let provisionDemo: () => Promise<Book>;
  const publish = () =>
    publishReport(office.deps, {
      workbookId: book.workbookId,
      by: COORDINATOR,
      today: TODAY,
      withErrors: true,
    });
  const head = async () => {
    const { aggregates, latestReports, lastReport } = await book.head();
    return [aggregates?.number, latestReports?.full, lastReport?.number];
  };
  const say = (wish?: StateWish, number = 1) =>
    changeReportState(office.deps, {
      workbookId: book.workbookId,
      by: COORDINATOR,
      number,
      ...(wish && { wish }),
    });
  const shown = async (sheetId: number) => {
    const [sheet] = await office.spreadsheets.readValues(book.workbookId, [sheetId]);
    return JSON.stringify(sheet?.rows);
  };

  beforeAll(async () => {
    office = await openOffice();
    provisionDemo = await openDemoBooks(office);
  });
  beforeEach(async () => {
    book = await provisionDemo();
  });
  afterAll(() => office.close());

  test('formed, then signed: kept with who said so and when, and shown on the tab at once', async () => {
    const { sheetId } = await publish();
    expect(await shown(sheetId)).toContain('сформировано 23.11.2026');
    expect(await say()).toMatchObject({ status: 'unchanged', state: 'formed', changes: [] });
    expect(await say(SIGNED)).toEqual({
      status: 'changed',
      number: 1,
      state: 'signed',
      changes: [
        {
          state: 'signed',
          paperNumber: '01-15/7',
          paperDate: TODAY,
          on: TODAY,
          at: NOW,
          by: COORDINATOR,
          role: 'municipal_coordinator',
        },
      ],
      message: 'Отчёт № 1: подписано: № 01-15/7 от 23.11.2026.',
    });
    const tab = await shown(sheetId);
    expect(tab).toContain('подписано: № 01-15/7 от 23.11.2026');
    expect(tab).not.toContain('сформировано 23.11.2026');
  });

  test('is said on the day that the installation has fixed', async () => {
    await publish();
    const clock = { ...office.deps.clock, fixedToday: '2026-12-01' } as const;
    const { changes } = await changeReportState(
      { ...office.deps, clock },
      {
        workbookId: book.workbookId,
        by: COORDINATOR,
        number: 1,
        wish: { ...SIGNED, paperDate: '2026-12-01' },
      },
    );
    expect(changes.map(({ on, at }) => [on, at])).toEqual([['2026-12-01', NOW]]);
  });

  test('the report itself never changes, and the same word twice is once', async () => {
    await publish();
    const before = await readReport(office.deps.store, book.workbookId, 1);
    await say(SIGNED);
    expect(await say(SIGNED)).toMatchObject({ status: 'unchanged', state: 'signed' });
    expect(await readReport(office.deps.store, book.workbookId, 1)).toEqual(before);
    expect((await publish()).status).toBe('unchanged');
  });

  test('the day that the request names is the day that the tab and the messages tell', async () => {
    const { sheetId } = await publish();
    const on = { workbookId: book.workbookId, by: COORDINATOR, number: 1, today: '2026-11-25' } as const;
    expect((await changeReportState(office.deps, { ...on, wish: RECALLED })).message).toContain(
      'отозвано 25.11.2026: Ошибка в банке данных.',
    );
    expect(await shown(sheetId)).toContain('отозвано 25.11.2026');
    await expect(say(SIGNED)).rejects.toThrow('отозван 25.11.2026');
  });

  test('a mistyped paper is put right, and both words stay in the history', async () => {
    await publish();
    await say(SIGNED);
    const { changes } = await say({ ...SIGNED, paperNumber: '01-15/8' });
    expect(changes.map((change) => 'paperNumber' in change && change.paperNumber)).toEqual([
      '01-15/7',
      '01-15/8',
    ]);
  });

  test('recalled is for good, and the same data then have a new number', async () => {
    await publish();
    expect(await say(RECALLED)).toMatchObject({ status: 'changed', state: 'recalled' });
    await expect(say(SIGNED)).rejects.toMatchObject({ code: 'report_recalled' });
    expect(await publish()).toMatchObject({ status: 'published', number: 2 });
    expect((await readReport(office.deps.store, book.workbookId, 1)).document.number).toBe(1);
  });

  test('after a recall the latest report that was not recalled is in force again', async () => {
    const values: unknown[] = [];
    for (const note of ['первое', 'второе', 'третье']) {
      await book.type('executions', 20, { note, mark: note === 'первое' ? null : 'не требуется' });
      await publish();
      values.push((await book.head()).aggregates);
    }
    expect((await say(RECALLED, 2)).message).toContain('№ 3;');
    expect(await head()).toEqual([3, 3, 3]);
    expect((await say(RECALLED, 3)).message).toContain(
      'Теперь последний действующий отчёт этой формы — № 1;',
    );
    expect(await head()).toEqual([1, 1, 3]);
    expect((await book.head()).aggregates).toEqual(values[0]);
    expect((await say(RECALLED, 1)).message).toContain('больше нет: сформируйте новый');
    expect(await head()).toEqual([undefined, undefined, 3]);
    expect((await publish()).number).toBe(4);
  });

  test('a tab of the staff with the title of the report is not written into', async () => {
    const { sheetId, sheetTitle } = await publish();
    const layout = layoutServerSheet({ title: sheetTitle, columnWidths: [100], rows: [] });
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'delete_sheet', sheetId },
      { kind: 'add_sheet', sheetId: 5, index: 0, layout },
    ]);
    const before = await shown(5);
    expect((await say(SIGNED)).state).toBe('signed');
    expect(await shown(5)).toBe(before);
  });

  test('a tab that has to be made again tells the state too', async () => {
    const { sheetId } = await publish();
    await say(SIGNED);
    await office.spreadsheets.apply(book.workbookId, [{ kind: 'delete_sheet', sheetId }]);
    await say({ ...SIGNED, paperNumber: '01-15/9' });
    const again = await publish();
    expect(again.status).toBe('unchanged');
    expect(await shown(again.sheetId)).toContain('подписано: № 01-15/9');
  });

  test('what cannot be true is refused in words', async () => {
    await publish();
    const refused = { code: 'report_state_refused' };
    await expect(say({ ...SIGNED, paperNumber: ' ' })).rejects.toMatchObject(refused);
    await expect(say({ ...SIGNED, paperDate: '2026-11-24' })).rejects.toMatchObject(refused);
    await expect(say({ ...SIGNED, paperDate: '2026-11-22' })).rejects.toMatchObject(refused);
    await expect(say({ ...RECALLED, reason: '' })).rejects.toMatchObject(refused);
    await expect(say(SIGNED, 7)).rejects.toMatchObject({ code: 'report_missing' });
    const stranger = { workbookId: book.workbookId, by: 'stranger@example.ru', number: 1 };
    await expect(changeReportState(office.deps, stranger)).rejects.toMatchObject({ code: 'access_denied' });
  });

  test('two who say different things at once: both are kept, one after the other', async () => {
    await publish();
    await Promise.all([say(SIGNED), say({ ...SIGNED, paperNumber: '01-15/8' })]);
    expect((await say()).changes).toHaveLength(2);
  });
});
