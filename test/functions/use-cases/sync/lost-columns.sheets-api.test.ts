import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expandMeasures } from '../../../../functions/use-cases/append/expand-measures.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import type { StaffWorksheetKey } from '../../../../functions/domain/records/worksheet-key.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';
import { inFull } from '../../../support/long.ts';

const SCHOOL = 'ОО № 1 (демо)';

/** Promise 11: what feeds a figure is never lost in silence. */
describe('a workbook whose header or column was lost', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY, withErrors: true });
  const sync = (isYes = false) => syncWorkbook(office.deps, { ...request(), ...(isYes && { consent: {} }) });
  const report = () => publishReport(office.deps, request());
  const mend = () =>
    provisionWorkbook(office.deps, {
      workbookId: book.workbookId,
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: {},
    });
  const stored = async (worksheet: StaffWorksheetKey) => {
    const nextNumber = (await book.head()).nextNumbers[worksheet];
    return readRows(office.deps.store, book.workbookId, { worksheet, nextNumber });
  };
  const retitle = (sheet: StaffWorksheetKey, key: string, title: Cell) =>
    book.type(sheet, 1, { [key]: title });
  const titleOf = (sheet: StaffWorksheetKey, key: string) =>
    WORKSHEETS[sheet].columns[columnOf(sheet, key)]?.title ?? '';
  const rewrite = async (
    sheet: StaffWorksheetKey,
    change: (rows: Cell[][]) => readonly (readonly Cell[])[],
  ) => {
    const grid = await book.grid(sheet);
    const width = Math.max(...grid.map((row) => row.length));
    const pad = (row: readonly Cell[]) => Array.from({ length: width }, (_, index) => row[index] ?? null);
    const after = change(grid.map(pad)).map(pad);
    const values = [
      ...after,
      ...Array.from({ length: Math.max(0, grid.length - after.length) }, () => pad([])),
    ];
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'write_values', block: { sheetId: book.sheetIds[sheet], row: 0, column: 0, values } },
    ]);
  };
  const MARK = columnLetters(columnOf('executions', 'mark'));
  const done = { school: SCHOOL, measure: '2.1', mark: 'выполнено', doneOn: '10.08.2026' };
  const proof = { evidenceKind: 'приказ', evidenceNumber: '7', evidenceDate: '10.08.2026' };

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    await book.type('schools', 2, { name: SCHOOL, status: 'ШНОР', vacancies: 3 });
    await book.type('executions', 2, { ...done, ...proof });
    await book.type('executions', 3, { school: SCHOOL, measure: '2.2', mark: 'в работе' });
    for (const row of [2, 3, 4, 5, 6])
      await book.type('journal', row, {
        date: `0${row}.09.2026`,
        kind: 'КПК',
        measure: '2.1',
        topic: `Курс ${row}`,
      });
    await sync();
  });
  afterAll(() => office.close());

  const columns: readonly [StaffWorksheetKey, string][] = [
    ['executions', 'mark'],
    ['schools', 'vacancies'],
    ['settings', 'value'],
    ['executions', 'evidenceNumber'],
    ['executions', 'doneOn'],
    ['regulation', 'scope'],
    ['journal', 'teachers'],
    ['acts', 'dueDate'],
  ];
  test.each(inFull(columns, columns.slice(0, 3)))(
    'of %s without «%s» gets no number, and is told which and where',
    async (sheet, key) => {
      const title = titleOf(sheet, key);
      await retitle(sheet, key, 'Графа 7');
      await expect(report()).rejects.toMatchObject({
        code: 'report_gap',
        message: expect.stringMatching(
          new RegExp(`Лист «${WORKSHEETS[sheet].title}»: нет столбца «${title}»`, 'u'),
        ),
      });
      expect((await book.head()).lastReport).toBeNull();
      await retitle(sheet, key, title);
      expect(await report()).toMatchObject({ status: 'published', number: 1 });
    },
  );

  test('goes on with what is stored: nothing falls overdue, and a draft says what it lacks', async () => {
    const before = await book.see('executions', 2);
    expect(before['state']).toBe('выполнено');
    await retitle('executions', 'mark', 'Отм.');
    await sync();
    expect((await book.see('executions', 2))['state']).toBe(before['state']);
    await book.type('acts', 2, { kind: 'приказ', number: '9', date: '01.11.2026', measures: '5.1' });
    await sync();
    expect((await book.see('executions', 2))['state']).toBe(before['state']);
    const draft = await publishReport(office.deps, { ...request(), isDraft: true });
    expect(draft.status).toBe('draft');
    const tab = (await office.spreadsheets.readOutline(book.workbookId)).tabs.find(
      ({ sheetId }) => sheetId === draft.sheetId,
    );
    const [shown] = await office.spreadsheets.readValues(book.workbookId, [tab?.sheetId ?? 0]);
    expect(JSON.stringify(shown?.rows)).toContain(
      'числа этого черновика могут быть неверны. Лист «Исполнение»',
    );
  });

  test('costs one Sheets call and one store read while nothing more changes', async () => {
    await retitle('executions', 'mark', 'Отм.');
    await sync();
    office.counting.reset();
    expect((await sync()).status).toBe('unchanged');
    expect(office.counting.counts).toMatchObject({ reads: 1, writes: 0 });
  });

  test('whose column stands again but empty asks before it forgets even one cell', async () => {
    const at = columnOf('executions', 'mark');
    await rewrite('executions', (rows) => rows.map((row) => row.toSpliced(at, 1)));
    await sync();
    expect((await mend()).addedColumns).toEqual(['Исполнение: Отметка']);
    expect((await sync()).braked).toEqual([{ worksheet: 'Исполнение', rows: 0, columns: ['Отметка'] }]);
    expect((await sync()).braked.length).toBe(1);
    await expect(report()).rejects.toMatchObject({ code: 'report_held' });
    expect((await stored('executions')).values().next().value?.cells['mark']).toBe('выполнено');
  });

  test('whose header cell was emptied has it again from provisioning, and one that was renamed is not doubled', async () => {
    await retitle('executions', 'mark', null);
    await sync();
    expect((await mend()).restoredHeaders).toEqual(['Исполнение: Отметка']);
    await sync();
    expect(await report()).toMatchObject({ status: 'published' });

    await retitle('executions', 'mark', 'Отм.');
    await sync();
    const { addedColumns, unmended } = await mend();
    expect([addedColumns, unmended]).toEqual([
      [],
      [
        `Лист «Исполнение»: нет столбца «Отметка», а на его месте в ${MARK}1 стоит «Отм.». ` +
          'Если это он, верните заголовок «Отметка»; если нет, добавьте столбец с этим заголовком.',
      ],
    ]);
  });

  test('does not expand the plan by rows that only seem to be missing', async () => {
    await retitle('executions', 'school', 'Кто');
    await sync();
    await expect(expandMeasures(office.deps, { ...request(), isConfirmed: true })).rejects.toMatchObject({
      code: 'appends_incomplete',
    });
  });

  const moved: readonly [string, (rows: Cell[][]) => readonly (readonly Cell[])[]][] = [
    ['below three records', ([header = [], a = [], b = [], c = [], ...rest]) => [a, b, c, header, ...rest]],
    ['below all records', ([header = [], ...rest]) => [...rest, header]],
    [
      'more than ten rows down',
      ([header = [], ...rest]) => [...rest, ...Array.from({ length: 12 }, () => []), header],
    ],
  ];
  test.each(inFull(moved, moved.slice(0, 1)))(
    'with its header %s deletes nothing, names the rows and reports nothing',
    async (_, change) => {
      const before = await stored('journal');
      await rewrite('journal', change);
      const { counts, braked } = await sync();
      expect([counts.delete, counts.create, braked]).toEqual([0, 0, []]);
      expect(await stored('journal')).toEqual(before);
      expect(JSON.stringify(await book.grid('control'))).toContain('Выше заголовка');
      await expect(report()).rejects.toMatchObject({ code: 'report_gap' });

      await rewrite('journal', (rows) => {
        const at = rows.findIndex((row) => row.includes('ID'));
        return [rows[at] ?? [], ...rows.toSpliced(at, 1)];
      });
      expect((await sync()).counts).toMatchObject({ create: 0, delete: 0 });
      expect(await stored('journal')).toEqual(before);
      expect(await report()).toMatchObject({ status: 'published' });
    },
  );

  const gone: readonly [string, (rows: Cell[][]) => readonly (readonly Cell[])[]][] = [
    ['deleted', ([, ...rest]) => rest],
    ['emptied', ([, ...rest]) => [[], ...rest]],
    [
      'in another language',
      ([header = [], ...rest]) => [header.map((_, index) => `Column ${'ABCDEFGHIJKLMNOP'[index]}`), ...rest],
    ],
  ];
  test.each(inFull(gone, gone.slice(0, 1)))(
    'with its header %s waits unread, and provisioning brings it back above every record',
    async (_, change) => {
      const before = await stored('journal');
      const rows = (await book.grid('journal')).slice(1);
      await rewrite('journal', change);
      expect((await sync()).counts).toEqual({ create: 0, update: 0, delete: 0, restore: 0 });
      await expect(report()).rejects.toMatchObject({ code: 'column_missing' });
      expect((await mend()).restoredHeaders).toEqual(['Журнал']);
      expect((await sync()).counts).toEqual({ create: 0, update: 0, delete: 0, restore: 0 });
      expect(await stored('journal')).toEqual(before);
      const grid = await book.grid('journal');
      const at = grid.findIndex((row) => row.includes('ID'));
      expect(grid.slice(at + 1, at + 1 + rows.length)).toEqual(rows);
      expect(await report()).toMatchObject({ status: 'published' });
      expect(await mend()).toMatchObject({ restoredHeaders: [], addedColumns: [] });
    },
  );

  test('that nobody can understand is refused by provisioning, and nothing is written', async () => {
    const workbookId = await office.spreadsheets.create('Наша таблица', { timeZone: 'Asia/Yekaterinburg' });
    const { tabs } = await office.spreadsheets.readOutline(workbookId);
    const sheetId = tabs[0]?.sheetId ?? 0;
    const values = [
      ['01.09.2026', 'важно', 'ВПР'],
      ['02.09.2026', 'срочно', 'ОГЭ'],
    ];
    await office.spreadsheets.apply(workbookId, [
      { kind: 'rename_sheet', sheetId, title: 'Журнал' },
      { kind: 'write_values', block: { sheetId, row: 0, column: 0, values } },
    ]);
    await expect(
      provisionWorkbook(office.deps, {
        workbookId,
        title: '',
        timeZone: 'Asia/Yekaterinburg',
        today: TODAY,
        members: {},
      }),
    ).rejects.toMatchObject({ code: 'header_lost', message: expect.stringContaining('«Журнал»') });
    const [sheet] = await office.spreadsheets.readValues(workbookId, [sheetId]);
    expect([sheet?.rows, (await office.spreadsheets.readOutline(workbookId)).tabs.length]).toEqual([
      values,
      1,
    ]);
  });
});
