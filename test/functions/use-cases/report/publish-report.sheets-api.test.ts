import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { formatReportFile } from '../../../../functions/adapters/files/report-file.ts';
import { canonicalJson } from '../../../../functions/use-cases/stored/encoding/canonical-json.ts';
import type { Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import type { ReportRequest } from '../../../../functions/use-cases/report/report-recipe.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { readReport } from '../../../../functions/use-cases/stored/reports/reports.ts';
import { layoutServerSheet } from '../../../../functions/workbook/server-sheets/server-layout.ts';
import { openDemoBooks } from '../../../support/demo-books.ts';
import { longTest } from '../../../support/long.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('reports of a workbook', () => {
  let office: Office;
  let book: Book;
  let provisionDemo: () => Promise<Book>;
  const publish = (asked: Partial<ReportRequest> = {}, deps = office.deps) =>
    publishReport(deps, {
      workbookId: book.workbookId,
      by: COORDINATOR,
      today: TODAY,
      withErrors: true,
      ...asked,
    });
  const tabs = async () => {
    const { tabs: standing } = await office.spreadsheets.readOutline(book.workbookId);
    return standing.map(({ title }) => title).filter((title) => /№|Черновик|записывается/u.test(title));
  };

  const batch = async (requests: readonly unknown[]) => {
    const url = `${office.api.url}/v4/spreadsheets/${book.workbookId}:batchUpdate`;
    const headers = { authorization: 'Bearer test', 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ requests }) });
    expect(answer.status).toBe(200);
  };

  beforeAll(async () => {
    office = await openOffice();
    provisionDemo = await openDemoBooks(office);
  });
  beforeEach(async () => {
    book = await provisionDemo();
  });
  afterAll(() => office.close());

  test('a number is not spent on data with errors before a person wants it', async () => {
    const asks = publish({ withErrors: false });
    await expect(asks).rejects.toMatchObject({ code: 'report_errors' });
    await expect(asks).rejects.toThrow('уже записано в другой строке. (');
    expect((await publish({ withErrors: false, isDraft: true })).status).toBe('draft');
    expect((await publish({ withErrors: false, form: 'data_quality' })).number).toBe(1);
    const { number, document } = await publish({ annexes: ['notes'] });
    expect([number, document.annexes, document.errors]).toEqual([2, ['notes'], 4]);
  });

  async function bytesOf(number: number) {
    const { document, proof } = await readReport(office.deps.store, book.workbookId, number);
    const files = [
      Buffer.from(canonicalJson(document)),
      await formatReportFile('xlsx', document, proof),
      await formatReportFile('docx', document, proof),
    ];
    return files.map((file) => createHash('sha256').update(file).digest('hex'));
  }

  test('a copy of a sheet is told of, and a tab in its place is refused', async () => {
    const rename = (sheetId: number, title: string) => ({
      updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
    });
    const { executions } = book.sheetIds;
    await batch([
      { duplicateSheet: { sourceSheetId: executions, newSheetId: 77, newSheetName: 'Копия Исполнение' } },
    ]);
    expect((await publish()).message.split('\n').at(-1)).toContain(
      'вкладка «Копия Исполнение» — что набрано в ней',
    );
    await batch([rename(executions, 'Исполнение 2025'), rename(77, 'Исполнение')]);
    await expect(publish()).rejects.toMatchObject({ code: 'report_gap' });
    await expect(publish({ isDraft: true })).resolves.toMatchObject({ status: 'draft' });
  });

  test('what is struck through is told with its rows, and counts', async () => {
    const struck = { strikethrough: true };
    const at = (sheet: 'executions' | 'journal', row: number, key: string) => {
      const [rowIndex, columnIndex] = [row - 1, columnOf(sheet, key)];
      return { start: { sheetId: book.sheetIds[sheet], rowIndex, columnIndex } };
    };
    const whole = { userEnteredFormat: { textFormat: struck } };
    const part = { textFormatRuns: [{ startIndex: 0 }, { startIndex: 3, format: struck }] };
    const fields = (cell: object) => (cell === whole ? 'userEnteredFormat.textFormat' : 'textFormatRuns');
    const strike = (place: ReturnType<typeof at>, cell: object) => ({
      updateCells: { ...place, rows: [{ values: [cell] }], fields: fields(cell) },
    });
    await book.type('executions', 8, { mark: null });
    await batch([
      strike(at('executions', 2, 'measure'), whole),
      strike(at('executions', 3, 'measure'), whole),
      strike(at('executions', 3, 'mark'), whole),
      strike(at('executions', 6, 'mark'), part),
      strike(at('executions', 8, 'mark'), whole),
      strike(at('executions', 10, 'note'), whole),
      strike(at('journal', 4, 'kind'), whole),
    ]);
    const { message } = await publish({ isDraft: true });
    expect(message.split('\n').filter((line) => line.includes('зачёркнутое'))).toEqual([
      'Внимание: на листе «Исполнение» есть зачёркнутое (строки 2–3, 6) — в отчёт оно входит как обычное. ' +
        'Что считать не надо, удалите или исправьте и сформируйте отчёт ещё раз.',
      'Внимание: на листе «Журнал» есть зачёркнутое (строка 4) — в отчёт оно входит как обычное. ' +
        'Что считать не надо, удалите или исправьте и сформируйте отчёт ещё раз.',
    ]);
  });

  test('all forms share one register of numbers, and each has a tab of its own', async () => {
    const forms = ['full', 'brief', 'overdue', 'data_bank', 'school_card'] as const;
    const numbers: number[] = [];
    for (const form of forms) {
      numbers.push(
        (await publish({ form, ...(form === 'school_card' && { school: 'ОО № 2 (демо)' }) })).number,
      );
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5]);
    expect((await tabs()).toSorted()).toEqual([
      'Банк данных № 4',
      'Карточка школы № 5',
      'Просроченное № 3',
      'Сводный отчёт № 1',
      'Справка № 2',
    ]);
  });

  test('what was asked before is named again, also where others were made since', async () => {
    await publish();
    await publish({ form: 'brief' });
    await publish({ asOf: '2026-09-30' });
    await publish({ span: { kind: 'quarter', year: 2026, quarter: 3 } });
    const again = [
      await publish({ asOf: '2026-09-30' }),
      await publish(),
      await publish({ span: { kind: 'quarter', year: 2026, quarter: 3 } }),
    ];
    expect(again.map(({ status, number }) => [status, number])).toEqual([
      ['unchanged', 3],
      ['unchanged', 1],
      ['unchanged', 4],
    ]);
  });

  longTest('the same bytes come out again after the sheet was changed', async () => {
    await publish();
    const before = await bytesOf(1);
    await book.type('executions', 20, { mark: 'не требуется' });
    await book.type('settings', 4, { value: 'Другое учреждение' });
    await publish();
    expect(await bytesOf(1)).toEqual(before);
    expect(await bytesOf(2)).not.toEqual(before);
  });

  test('a draft has no number, is stored nowhere, and takes the place of the one before it', async () => {
    const { store, counts } = { ...office.counting };
    await publish({ isDraft: true });
    const writes = counts.writes;
    await book.type('executions', 20, { mark: 'не требуется' });
    const draft = await publish({ isDraft: true, form: 'overdue' });
    expect([draft.status, draft.number, await tabs()]).toEqual(['draft', 0, ['Черновик отчёта']]);
    expect(await store.scan(`workbooks/${book.workbookId}/reports`, { limit: 10 })).toEqual([]);
    // The changed cell: the head, its row, its history.
    expect(counts.writes - writes).toBe(3);
    expect((await publish()).number).toBe(1);
  });

  longTest(
    'of each form the tabs stay that the settings say; the reports themselves always stay',
    async () => {
      await publish({ form: 'brief' });
      for (const note of ['первое', 'второе', 'третье', 'четвёртое']) {
        await book.type('executions', 20, { note });
        await publish();
      }
      expect((await tabs()).toSorted()).toEqual([
        'Сводный отчёт № 3',
        'Сводный отчёт № 4',
        'Сводный отчёт № 5',
        'Справка № 1',
      ]);
      expect((await readReport(office.deps.store, book.workbookId, 2)).document.number).toBe(2);
    },
  );

  test('a crash between the store and the tab: the next pass shows the very report', async () => {
    const dying: Spreadsheets = {
      ...office.spreadsheets,
      apply: async (id, edits, options) => {
        if (edits.some(({ kind }) => kind === 'add_sheet')) throw new Error('died');
        return office.spreadsheets.apply(id, edits, options);
      },
    };
    await expect(publish({}, { ...office.deps, spreadsheets: dying })).rejects.toThrow('died');
    expect(await tabs()).toEqual([]);
    const healed = await publish();
    expect([healed.status, healed.number, await tabs()]).toEqual(['unchanged', 1, ['Сводный отчёт № 1']]);
  });

  test('what a pass that died has left of a large tab is gone after the next; tabs of people stay', async () => {
    const layout = layoutServerSheet({
      title: 'Сводный отчёт № 1 (записывается)',
      columnWidths: [100],
      rows: [],
    });
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'add_sheet', sheetId: 148_148_001, index: 0, layout },
      { kind: 'add_sheet', sheetId: 5, index: 0, layout: { ...layout, title: 'Справка № 9 (записывается)' } },
      {
        kind: 'add_sheet',
        sheetId: 6,
        index: 0,
        layout: { ...layout, title: 'Черновик отчёта (записывается)' },
      },
    ]);
    await publish();
    expect((await tabs()).toSorted()).toEqual([
      'Сводный отчёт № 1',
      'Справка № 9 (записывается)',
      'Черновик отчёта (записывается)',
    ]);
  });

  test('two who publish at once have one report and one tab', async () => {
    const both = await Promise.all([publish(), publish()]);
    expect(both.map(({ number }) => number)).toEqual([1, 1]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['published', 'unchanged']);
    expect(await tabs()).toEqual(['Сводный отчёт № 1']);
  });

  test('says the same of rows that it has just accepted as of rows that were accepted before', async () => {
    const draft = async () => (await publish({ isDraft: true })).document;
    const afresh = await draft();
    expect(await draft()).toEqual(afresh);
    await book.type('executions', 20, { mark: 'не требуется' });
    const { number, document } = await publish();
    expect(await publish()).toMatchObject({ status: 'unchanged', number, document });
    expect(await draft()).toEqual({ ...document, number: 0, parts: expect.anything() });
  });

  test.each([
    ['accepted', true],
    ['known before', false],
  ])('what others have stored since rows that were %s were read is in it', async (_, isNew) => {
    if (!isNew) await publish();
    let isFirst = true;
    const other = async () => {
      if (!isFirst) return;
      isFirst = false;
      await book.type('schools', 2, { name: 'ОО № 9 (демо)' });
      await syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
    };
    const spreadsheets: Spreadsheets = {
      ...office.spreadsheets,
      apply: async (...args) => {
        const seen = await office.spreadsheets.apply(...args);
        if (isNew) await other();
        return seen;
      },
      readOutline: async (id) => {
        await other();
        return office.spreadsheets.readOutline(id);
      },
    };
    const form = 'data_bank';
    const { document } = await publish({ form }, { ...office.deps, spreadsheets });
    expect(JSON.stringify(document)).toContain('ОО № 9 (демо)');
  });

  test('what has changed since the last report of the form is told', async () => {
    await publish();
    await book.type('executions', 20, { mark: 'не требуется' });
    const { document } = await publish();
    expect(JSON.stringify(document.parts)).toContain('№ 1');
  });

  test('a report on a past day takes nothing from the region, and one that is named again gives it back', async () => {
    const counted = async () => (await book.head()).aggregates?.number;
    const { mark = null } = await book.see('executions', 20);
    await publish();
    await publish({ asOf: '2026-09-30' });
    expect(await counted()).toBe(1);
    await book.type('executions', 20, { mark: 'не требуется' });
    expect([(await publish()).number, await counted()]).toEqual([3, 3]);
    await book.type('executions', 20, { mark });
    expect([(await publish()).number, await counted()]).toEqual([1, 1]);
  });

  longTest('a past day has one number, on whatever day it is asked for', async () => {
    const first = await publish({ asOf: '2026-09-30' });
    const later = await publish({ asOf: '2026-09-30', today: '2026-12-15' });
    expect([later.status, later.number]).toEqual(['unchanged', first.number]);
    await book.type('executions', 20, { note: 'другое' });
    expect(await publish({ asOf: '2026-09-30', today: '2026-12-15' })).toMatchObject({ number: 2 });
  });

  longTest('nothing is compared with a report on a later day', async () => {
    await publish();
    await book.type('executions', 20, { mark: 'не требуется' });
    const { document } = await publish({ asOf: '2026-09-30' });
    expect(document.parts.map(({ key }) => key)).not.toContain('changes');
    expect((await publish()).document.parts.map(({ key }) => key)).toContain('changes');
  });

  test('a tab of the staff that bears the title of a report stays as it is, and they are told', async () => {
    const { sheetId, sheetTitle } = await publish();
    const layout = layoutServerSheet({ title: sheetTitle, columnWidths: [100], rows: [] });
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'delete_sheet', sheetId },
      { kind: 'add_sheet', sheetId: 5, index: 0, layout },
    ]);
    await expect(publish()).rejects.toMatchObject({ code: 'report_tab_taken' });
    const [own] = await office.spreadsheets.readValues(book.workbookId, [5]);
    expect(own?.rows.flat().filter((cell) => cell !== null)).toEqual([]);
  });

  test('a school is of a card alone: named beside another form, it makes no other report', async () => {
    await publish({ form: 'brief' });
    expect(await publish({ form: 'brief', school: 'ОО № 2 (демо)' })).toMatchObject({
      status: 'unchanged',
      number: 1,
    });
  });

  test('a school that was typed a moment ago has its card at once', async () => {
    await publish();
    await book.type('schools', 2, { name: 'ОО № 9 (демо)' });
    expect(await publish({ form: 'school_card', school: ' ОО № 9 (демо) ' })).toMatchObject({ number: 2 });
  });

  test('a card asked for by the row of the school is the card of that school', async () => {
    const { number } = await publish({ form: 'school_card', school: 'ОО № 2 (демо)' });
    const school = String((await book.see('schools', 3))['id']);
    expect(await publish({ form: 'school_card', school })).toMatchObject({ status: 'unchanged', number });
  });

  test('without a school that counts no number is spent, but a draft may be looked at', async () => {
    const empty = await office.provision();
    const asked = { workbookId: empty.workbookId, by: COORDINATOR, today: TODAY };
    await expect(publishReport(office.deps, asked)).rejects.toMatchObject({ code: 'report_empty' });
    expect((await empty.head()).lastReport).toBe(null);
    expect((await publishReport(office.deps, { ...asked, isDraft: true })).status).toBe('draft');
  });

  test('bad wishes are refused in words, and nothing is stored', async () => {
    await expect(publish({ asOf: '2026-12-31' })).rejects.toMatchObject({ code: 'report_in_future' });
    await expect(publish({ form: 'school_card' })).rejects.toMatchObject({ code: 'report_school' });
    await expect(publish({ form: 'school_card', school: 'ОО № 77' })).rejects.toMatchObject({
      code: 'report_school',
    });
    const untouched = { ...office.counting.counts };
    const span = { kind: 'month', year: 2025, month: 3 } as const;
    await expect(publish({ span })).rejects.toMatchObject({ code: 'report_span' });
    // Refused before the pass over all rows: the head was read, and nothing was written.
    expect(office.counting.counts).toEqual({ ...untouched, reads: untouched.reads + 1 });
    await book.type('settings', 2, { value: '31.12.2026' });
    await book.type('settings', 3, { value: '01.01.2026' });
    await expect(publish()).rejects.toMatchObject({ code: 'report_period' });
    expect((await book.head()).lastReport).toBe(null);
    await expect(readReport(office.deps.store, book.workbookId, 1)).rejects.toMatchObject({
      code: 'report_missing',
    });
  });
});
