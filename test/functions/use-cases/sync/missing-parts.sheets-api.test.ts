import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { STAFF_WORKSHEETS } from '../../../../functions/domain/records/worksheet-key.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { settle, syncWorkbook, type Settled } from '../../../../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { layoutWorksheet } from '../../../../functions/workbook/table/look/worksheet-layout.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import {
  columnOf,
  COORDINATOR,
  openOffice,
  TODAY,
  type Book,
  type Office,
  rowOf,
} from '../../../support/office.ts';

const SCHOOLS = ['ОО № 1 (демо)', 'ОО № 2 (демо)', 'ОО № 3 (демо)', 'ОО № 4 (демо)', 'ОО № 5 (демо)'];

describe('a workbook that lost a part', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  const sync = (isYes = false) => syncWorkbook(office.deps, { ...request(), ...(isYes && { consent: {} }) });
  /** The schools that a pass counts. */
  const counted = ({ reading }: Settled) =>
    reading?.kind === 'assessed' ? reading.assessment.records.schools.map(({ name }) => name) : [];
  const mend = () =>
    provisionWorkbook(office.deps, {
      workbookId: book.workbookId,
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: {},
    });
  const schools = async () => {
    const nextNumber = (await book.head()).nextNumbers.schools;
    return readRows(office.deps.store, book.workbookId, { worksheet: 'schools', nextNumber });
  };
  const vacancies = async () =>
    [...(await schools()).values()].map(({ cells }) => cells['vacancies'] ?? null);
  const control = async () => JSON.stringify(await book.grid('control'));
  const header = (key: string, title: string | null) => book.type('schools', 1, { [key]: title });
  const loseTab = (key: 'schools' | 'control' | 'about') =>
    office.spreadsheets.apply(book.workbookId, [{ kind: 'delete_sheet', sheetId: book.sheetIds[key] }]);

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    const values = SCHOOLS.map((name) => rowOf('schools', { name, status: 'ШНОР' }));
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'write_values', block: { sheetId: book.sheetIds.schools, row: 1, column: 0, values } },
    ]);
    for (const row of [2, 3, 4, 5, 6]) await book.type('schools', row, { vacancies: row });
    await sync();
  });
  afterAll(() => office.close());

  test('without a needed column that worksheet waits, named in «Контроль», and the others go on', async () => {
    const before = await schools();
    await header('name', 'Учреждение');
    await book.type('acts', 2, { kind: 'приказ', number: '9', date: '01.11.2026', measures: '5.1' });
    const settled = await settle(office.deps, request());
    expect(settled.outcome.counts).toEqual({ create: 1, update: 0, delete: 0, restore: 0 });
    expect(await control()).toContain('На листе нет столбца «Школа»: без этого строки не прочесть.');
    expect(counted(settled)).toEqual(SCHOOLS);
    expect(await schools()).toEqual(before);
    await expect(publishReport(office.deps, request())).rejects.toMatchObject({ code: 'column_missing' });

    await header('name', 'Школа');
    await sync();
    expect(await control()).not.toContain('без этого строки не прочесть');
    expect(await schools()).toEqual(before);
  });

  test('without another column it goes on, and the values of that column are kept', async () => {
    await header('vacancies', null);
    await sync();
    expect(await vacancies()).toEqual([2, 3, 4, 5, 6]);
    expect(await control()).toContain(
      `Нет столбца «Вакансий»: он стоял в ${columnLetters(columnOf('schools', 'vacancies'))}1, ячейка заголовка пуста.`,
    );
    await header('vacancies', 'Вакансий');
    await sync();
    expect((await sync()).status).toBe('unchanged');
  });

  test('a column emptied at once is kept until a person says so', async () => {
    const empty = SCHOOLS.map(() => [null]);
    const column = columnOf('schools', 'vacancies');
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'write_values', block: { sheetId: book.sheetIds.schools, row: 1, column, values: empty } },
    ]);
    const held = await sync();
    expect(held.braked).toEqual([{ worksheet: 'Школы', rows: 0, columns: ['Вакансий'] }]);
    expect(held.message).toContain(
      'На листе «Школы» опустел столбец «Вакансий»: очистка ждёт подтверждения.',
    );
    expect(await control()).toContain('Столбец «Вакансий» разом опустел: было заполнено 5 ячеек.');
    expect(await vacancies()).toEqual([2, 3, 4, 5, 6]);
    expect((await sync()).status).toBe('unchanged');

    const { counts, braked } = await sync(true);
    expect([counts.update, braked, await vacancies()]).toEqual([5, [], [null, null, null, null, null]]);
    expect(await control()).not.toContain('разом опустел');
  });

  test('a yes that nobody asked for deletes nothing', async () => {
    await loseTab('schools');
    expect((await sync(true)).braked).toEqual([{ worksheet: 'Школы', rows: 5 }]);
    expect((await sync(true)).counts.delete).toBe(5);
  });

  test('without a worksheet its rows stay, the others go on, and «Контроль» says how to get it back', async () => {
    const before = await schools();
    await loseTab('schools');
    await book.type('acts', 2, { kind: 'приказ', number: '9', date: '01.11.2026', measures: '5.1' });
    const settled = await settle(office.deps, request());
    const { counts, braked } = settled.outcome;
    expect([counts.create, counts.delete, braked]).toEqual([1, 0, [{ worksheet: 'Школы', rows: 5 }]]);
    expect(counted(settled)).toEqual(SCHOOLS);
    expect(await control()).toContain('В книге нет листа «Школы». Записи с него (5 строк) сохранены');
    expect(await schools()).toEqual(before);
    expect((await sync()).status).toBe('unchanged');
    await expect(publishReport(office.deps, request())).rejects.toMatchObject({ code: 'worksheet_missing' });

    expect((await mend()).created).toEqual(['Школы']);
    expect((await sync()).braked).toEqual([{ worksheet: 'Школы', rows: 5 }]);
    expect(await schools()).toEqual(before);
  });

  test('a copy that took the place of its worksheet brings its rows back under their ids', async () => {
    const before = await schools();
    const rows = (await book.grid('schools')).map((row) => [...row]);
    await loseTab('schools');
    await sync();
    const layout = layoutWorksheet(WORKSHEETS.schools, []);
    const cells = rows.map((row) => ({ cells: row.map((value) => ({ value })) }));
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'add_sheet', sheetId: 77, index: 0, layout: { ...layout, rows: cells } },
    ]);
    expect((await mend()).created).toEqual([]);
    const { counts, braked } = await sync();
    expect([counts, braked]).toEqual([{ create: 0, update: 0, delete: 0, restore: 0 }, []]);
    expect(await schools()).toEqual(before);
  });

  test('«Контроль» and «О системе» are made again by themselves, beside a tab of that name too', async () => {
    await loseTab('control');
    await loseTab('about');
    const theirs = { kind: 'rename_sheet', sheetId: book.sheetIds.calendar, title: 'Контроль' } as const;
    await office.spreadsheets.apply(book.workbookId, [theirs]);
    await sync();
    const { tabs } = await office.spreadsheets.readOutline(book.workbookId);
    const titles = tabs.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Контроль', 'Контроль (2)', 'О системе']));
    expect(JSON.stringify(await book.grid('about'))).toContain('Последняя синхронизация');
    expect(await control()).toContain('Контроль на 23.11.2026');
    await sync();
    expect((await sync()).status).toBe('unchanged');
  });

  test('a workbook without any of its worksheets is refused by name', async () => {
    await office.spreadsheets.apply(
      book.workbookId,
      STAFF_WORKSHEETS.map((key) => ({ kind: 'delete_sheet', sheetId: book.sheetIds[key] })),
    );
    await expect(sync()).rejects.toMatchObject({ code: 'worksheet_missing' });
  });
});
