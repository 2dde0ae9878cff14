import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import type { ReportRequest } from '../../../../functions/use-cases/report/report-recipe.ts';
import { ARCHIVE_SHEET_ID } from '../../../../functions/use-cases/report/report-tabs.ts';
import { fencedHead } from '../../../../functions/use-cases/stored/plan-commit.ts';
import { readKnownHead } from '../../../../functions/use-cases/stored/head/head.ts';
import { openDemoBooks } from '../../../support/demo-books.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('the archive of reports', () => {
  let office: Office;
  let book: Book;
  let provisionDemo: () => Promise<Book>;
  const publish = (asked: Partial<ReportRequest> = {}) =>
    publishReport(office.deps, {
      workbookId: book.workbookId,
      by: COORDINATOR,
      today: TODAY,
      withErrors: true,
      ...asked,
    });
  const outline = () => office.spreadsheets.readOutline(book.workbookId);
  const seen = async () => {
    const { tabs } = await outline();
    return tabs.filter(({ isHidden }) => !isHidden).map(({ title }) => title);
  };
  const hidden = async () => {
    const { tabs } = await outline();
    return tabs.filter(({ isHidden }) => isHidden).map(({ title }) => title);
  };
  const archive = async () => {
    const [sheet] = await office.spreadsheets.readValues(book.workbookId, [ARCHIVE_SHEET_ID]);
    return sheet?.rows.slice(3).map((row) => row.join(' | '));
  };
  const change = (edits: Parameters<typeof office.spreadsheets.apply>[1]) =>
    office.spreadsheets.apply(book.workbookId, edits);

  beforeAll(async () => {
    office = await openOffice();
    provisionDemo = await openDemoBooks(office);
  });
  beforeEach(async () => {
    book = await provisionDemo();
  });
  afterAll(() => office.close());

  test('the newest report follows the tabs that people work in, then the archive; the earlier ones are folded away', async () => {
    const working = await seen();
    await publish();
    await publish({ form: 'overdue', span: { kind: 'quarter', year: 2026, quarter: 3 } });
    await publish({ form: 'school_card', school: 'ОО № 2 (демо)' });
    expect(await seen()).toEqual([...working, 'Карточка школы № 3', 'Архив отчётов']);
    expect(await hidden()).toEqual(['Просроченное № 2', 'Сводный отчёт № 1']);
    expect(await archive()).toEqual([
      '3 | 23.11.2026 | Карточка школы: «ОО № 2 (демо)» | за 2026 год, на 23.11.2026 | Карточка школы № 3',
      '2 | 23.11.2026 | Просроченное | за III квартал 2026 года, на 23.11.2026 | Просроченное № 2',
      '1 | 23.11.2026 | Сводный отчёт | за 2026 год, на 23.11.2026 | Сводный отчёт № 1',
    ]);
  });

  test('each line leads to its tab; a report without one is opened by its number', async () => {
    await publish();
    const { tabs: before } = await outline();
    const first = before.find(({ title }) => title === 'Сводный отчёт № 1');
    await change([{ kind: 'delete_sheet', sheetId: first?.sheetId ?? 0 }]);
    await publish({ asOf: '2026-09-30' });
    const layouts = await office.spreadsheets.readLayouts(book.workbookId);
    const { tabs } = await outline();
    const lines = layouts.find(({ title }) => title === 'Архив отчётов')?.rows.slice(3) ?? [];
    const second = tabs.find(({ title }) => title === 'Сводный отчёт № 2');
    expect(lines.map(({ cells }) => [cells[4]?.value, cells[4]?.link])).toEqual([
      ['Сводный отчёт № 2', `#gid=${second?.sheetId}`],
      ['листа нет', undefined],
    ]);
  });

  test('the same report asked for again is shown again, and nothing else moves', async () => {
    await publish();
    await publish({ form: 'brief' });
    const requests = office.api.requests()['batchUpdate'] ?? 0;
    await publish({ form: 'brief' });
    expect([office.api.requests()['batchUpdate'], await hidden()]).toEqual([requests, ['Сводный отчёт № 1']]);
    expect((await publish()).status).toBe('unchanged');
    expect(await hidden()).toEqual([]);
  });

  test('people’s copies and tabs stay as they are, a tab of theirs with that name too', async () => {
    await publish();
    const { tabs } = await outline();
    const report = tabs.find(({ title }) => title === 'Сводный отчёт № 1')?.sheetId;
    await change([
      { kind: 'rename_sheet', sheetId: ARCHIVE_SHEET_ID, title: 'Прошлые отчёты' },
      { kind: 'rename_sheet', sheetId: report ?? 0, title: 'Сводный отчёт для совещания' },
    ]);
    await publish({ form: 'brief' });
    expect(await hidden()).toEqual([]);
    expect((await seen()).slice(-3)).toEqual([
      'Сводный отчёт для совещания',
      'Справка № 2',
      'Прошлые отчёты',
    ]);
    await change([
      { kind: 'delete_sheet', sheetId: ARCHIVE_SHEET_ID },
      { kind: 'rename_sheet', sheetId: report ?? 0, title: 'Архив отчётов' },
    ]);
    await publish({ form: 'overdue' });
    expect((await seen()).slice(-3)).toEqual(['Архив отчётов', 'Просроченное № 3', 'Архив отчётов (2)']);
    expect(await archive()).toHaveLength(3);
  });

  test('a workbook from before the archive lists its earlier reports once', async () => {
    await publish();
    const { head, version } = await readKnownHead(office.deps.store, book.workbookId);
    const { reportList: _none, ...older } = head;
    await office.deps.store.commit([fencedHead(book.workbookId, older, version)]);
    await publish({ form: 'brief' });
    expect((await archive())?.map((line) => line.split(' | ')[2])).toEqual(['Справка', 'Сводный отчёт']);
  });

  test('a draft takes nobody’s place and is not listed', async () => {
    await publish();
    await publish({ form: 'brief', isDraft: true });
    expect([await hidden(), (await archive())?.length]).toEqual([[], 1]);
  });
});
