import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOwnForms } from '../../../../../functions/adapters/files/own-form/own-forms.ts';
import { formatReportFile } from '../../../../../functions/adapters/files/report-file.ts';
import type { CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import { changeReportState } from '../../../../../functions/use-cases/report/state/change-report-state.ts';
import { listReports } from '../../../../../functions/use-cases/report/kept/list-reports.ts';
import type { ReportRequest } from '../../../../../functions/use-cases/report/report-recipe.ts';
import { publishReport } from '../../../../../functions/use-cases/report/publish-report.ts';
import { readReportFile } from '../../../../../functions/use-cases/report/kept/read-report-file.ts';
import { seedDemo } from '../../../../../local/demo/seed-demo.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../../support/office.ts';

describe('the reports of a workbook', () => {
  let office: Office;
  let book: Book;
  const asked = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY, withErrors: true });
  const ownForms = createOwnForms();
  const publish = (wish: Partial<ReportRequest>) => publishReport(office.deps, { ...asked(), ...wish });
  const list = (before?: number) => listReports(office.deps, { ...asked(), ...(before && { before }) });
  const fileOf = (kind: 'docx' | 'xlsx', limit?: number) =>
    readReportFile({ ...office.deps, formatReportFile, ownForms }, { ...asked(), number: 2, kind }, limit);

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today: TODAY });
  });
  afterAll(() => office.close());

  test('before the first: what one may ask for, by what stands in the sheet now', async () => {
    const { spans, schools, ...rest } = await list();
    expect(rest).toEqual({ today: TODAY, reports: [], before: null, ownForms: [] });
    expect(spans[0]).toEqual({ title: '2026 год', choice: { kind: 'period' } });
    expect(schools).toContain('ОО № 2 (демо)');
  });

  test('each tells its form, span, day, state and tab, the latest first', async () => {
    await publish({ span: { kind: 'month', year: 2026, month: 9 }, form: 'overdue' });
    await publish({ form: 'school_card', school: 'ОО № 2 (демо)', asOf: '2026-11-20' });
    const paper = { state: 'signed', paperNumber: '7', paperDate: TODAY } as const;
    await changeReportState(office.deps, { ...asked(), number: 1, wish: paper });
    const [card, overdue] = (await list()).reports;
    expect(card).toMatchObject({
      title: 'Карточка школы № 2',
      about: '«ОО № 2 (демо)», за 2026 год, на 20.11.2026',
      state: 'formed',
      stateText: 'сформировано 23.11.2026',
      sheetId: expect.any(Number),
    });
    expect(overdue).toMatchObject({
      number: 1,
      about: 'за сентябрь 2026 года, на 23.11.2026',
      state: 'signed',
      stateText: 'подписано: № 7 от 23.11.2026',
    });
  });

  test('a tab that is gone is not offered', async () => {
    const sheetId = (await list()).reports[1]?.sheetId ?? 0;
    await office.spreadsheets.apply(book.workbookId, [{ kind: 'delete_sheet', sheetId }]);
    expect((await list()).reports.map((each) => each.sheetId !== null)).toEqual([true, false]);
  });

  test('a file is the same as the command line writes; a recalled one is told of', async () => {
    const { bytes, ...file } = await fileOf('docx');
    expect(Buffer.from(bytes).equals(Buffer.from((await fileOf('docx')).bytes))).toBe(true);
    expect(file).toEqual({ name: 'Карточка школы № 2.docx', message: 'Отчёт № 2: сформировано 23.11.2026.' });
    const recall = { state: 'recalled', reason: 'Опечатка' } as const;
    await changeReportState(office.deps, { ...asked(), number: 2, wish: recall });
    expect((await fileOf('xlsx')).message).toBe(
      'Отчёт № 2: отозвано 23.11.2026: Опечатка. В самом файле этого не сказано: не отправляйте его.',
    );
  });

  test('a file that is too large is refused with the way round', async () => {
    await expect(fileOf('docx', 1000)).rejects.toMatchObject({
      code: 'report_file_too_large',
      message: expect.stringContaining('«Файл» → «Скачать»'),
    });
  });

  test('ten at a time, and the rest by request', async () => {
    for (let day = 1; day <= 9; day++)
      await publish({ form: 'brief', asOf: `2026-11-0${day}` as CalendarDate });
    const first = await list();
    expect([first.reports.map(({ number }) => number), first.before]).toEqual([
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
      2,
    ]);
    const second = await list(2);
    expect([second.reports.map(({ number }) => number), second.before]).toEqual([[1], null]);
  });

  test('are nobody else’s business', async () => {
    const stranger = { ...asked(), by: 'stranger@example.ru' };
    await expect(listReports(office.deps, stranger)).rejects.toMatchObject({ code: 'access_denied' });
    await expect(
      readReportFile(
        { ...office.deps, formatReportFile, ownForms },
        { ...stranger, number: 1, kind: 'docx' },
      ),
    ).rejects.toMatchObject({ code: 'access_denied' });
  });
});
