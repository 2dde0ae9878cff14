import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SETTING_SPECS } from '../../../../functions/workbook/worksheets/settings.ts';
import { describeHistory } from '../../../../functions/use-cases/history/history-entries.ts';
import { readHistory, type HistoryRequest } from '../../../../functions/use-cases/history/read-history.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { deleteRows } from '../../../support/by-hand.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

const OTHER = 'operator@example.ru';

describe('the history of a row', () => {
  let office: Office;
  let book: Book;
  let rowId: string;
  const sync = (more = {}) =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY, ...more });
  const history = (more: Partial<HistoryRequest> = {}) =>
    readHistory(office.deps, { workbookId: book.workbookId, by: COORDINATOR, ...more });

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1' });
    await book.type('executions', 2, { school: 'ОО № 1', measure: '1.1', mark: 'в работе' });
    await sync();
    rowId = String((await book.see('executions', 2))['id']);
    await book.type('executions', 2, { mark: 'выполнено', evidenceDate: 46_280 });
    await sync();
    await deleteRows(office.api, book.workbookId, { sheetId: book.sheetIds.executions, from: 2, to: 2 });
    await sync();
    await sync({ consent: {} });
    await book.type('executions', 2, { id: rowId, school: 'ОО № 1', measure: '1.1', mark: 'не требуется' });
    await sync();
  });
  afterAll(() => office.close());

  test('tells its life from the newest on: when, who, what, old and new as people see them', async () => {
    const { title, entries, cursor } = await history({ row: rowId });
    const common = { at: '2026-11-23T06:00:00.000Z', moment: '23.11.2026 11:00', by: COORDINATOR };
    expect([title, cursor]).toEqual([`«Исполнение», строка ${rowId}: ОО № 1, 1.1.`, null]);
    expect(entries).toEqual([
      {
        ...common,
        revision: 4,
        what: 'восстановлена',
        cells: [
          { column: 'Отметка', before: 'выполнено', after: 'не требуется' },
          { column: 'Дата документа', before: '15.09.2026', after: '' },
        ],
      },
      { ...common, revision: 3, what: 'удалена', cells: [] },
      {
        ...common,
        revision: 2,
        what: 'изменена',
        cells: [
          { column: 'Отметка', before: 'в работе', after: 'выполнено' },
          { column: 'Дата документа', before: '', after: '15.09.2026' },
        ],
      },
      {
        ...common,
        revision: 1,
        what: 'добавлена',
        cells: [
          { column: 'Школа', before: '', after: 'ОО № 1' },
          { column: '№ мероприятия', before: '', after: '1.1' },
          { column: 'Отметка', before: '', after: 'в работе' },
        ],
      },
    ]);
  });

  test('can be asked for by where the row stands, and with letters of a Russian keyboard', async () => {
    const byId = await history({ row: rowId });
    expect(await history({ row: 'Исполнение!2' })).toEqual(byId);
    expect(await history({ row: " 'исполнение'!a2 " })).toEqual(byId);
    expect(await history({ row: 'Исполнение:2' })).toEqual(byId);
    expect(await history({ row: rowId.replaceAll('e', 'е').replaceAll('a', 'А') })).toEqual(byId);
  });

  test('comes in pages', async () => {
    const first = await history({ row: rowId, limit: 3 });
    const { entries } = await history({ row: rowId, cursor: first.cursor ?? 0 });
    expect([first.entries.map(({ revision }) => revision), first.cursor]).toEqual([[4, 3, 2], 1]);
    expect(entries.map(({ revision }) => revision)).toEqual([1]);
  });

  test('costs one read an entry besides the head and the row', async () => {
    office.counting.reset();
    await history({ row: rowId });
    expect(office.counting.counts).toEqual({ reads: 6, scanned: 0, writes: 0, commits: 0 });
  });

  test('reads well', async () => {
    expect(describeHistory(await history({ row: rowId, limit: 1 }))).toBe(
      [
        `«Исполнение», строка ${rowId}: ОО № 1, 1.1.`,
        `23.11.2026 11:00, ревизия 4, ${COORDINATOR}: восстановлена`,
        '  «Отметка»: «выполнено» → «не требуется»',
        '  «Дата документа»: «15.09.2026» → пусто',
        'Более раннее — начиная с ревизии 3.',
      ].join('\n'),
    );
  });

  test('without a row is that of the workbook: what each revision did to which worksheet', async () => {
    const { title, entries, cursor } = await history({ limit: 3 });
    expect([title, cursor]).toEqual(['Книга «ШНОР», ревизия 4.', 1]);
    expect(entries.map(({ revision, what }) => [revision, what])).toEqual([
      [4, '«Исполнение»: восстановленных — 1'],
      [3, '«Исполнение»: удалённых — 1'],
      [2, '«Исполнение»: изменённых — 1'],
    ]);
    const older = await history({ cursor: cursor ?? 0 });
    expect(older.entries.map(({ what }) => what)).toEqual([
      `«Школы»: новых — 1; «Регламент»: новых — 11; «Исполнение»: новых — 1; «Настройки»: новых — ${SETTING_SPECS.length}`,
    ]);
  });

  test('is found where a large revision has many parts', async () => {
    const long = 'я'.repeat(20_000);
    for (let row = 10; row < 30; row++) await book.type('journal', row, { topic: `${row} ${long}` });
    await sync();
    const { id } = await book.see('journal', 29);
    const { entries } = await history({ row: String(id) });
    expect(entries.map(({ what, cells }) => [what, cells[0]?.after.slice(0, 2)])).toEqual([
      ['добавлена', '29'],
    ]);
  });

  test('is refused in words where nothing of the kind is known, and to strangers', async () => {
    await expect(history({ row: 'e1-000' })).rejects.toMatchObject({ code: 'row_unknown' });
    await expect(history({ row: 'Неведомое!2' })).rejects.toMatchObject({ code: 'row_unknown' });
    await expect(history({ row: 'Исполнение!999' })).rejects.toMatchObject({ code: 'row_not_accepted' });
    await expect(history({ row: rowId, cursor: 1 })).resolves.toMatchObject({ cursor: null });
    await expect(history({ by: OTHER })).rejects.toMatchObject({ code: 'access_denied' });
  });
});
