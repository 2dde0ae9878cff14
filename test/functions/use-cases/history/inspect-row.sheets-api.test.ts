import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inspectRow } from '../../../../functions/use-cases/history/inspect-row.ts';
import { listDeletedRows } from '../../../../functions/use-cases/restore/list-deleted-rows.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { deleteRows } from '../../../support/by-hand.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('looking at a row', () => {
  let office: Office;
  let book: Book;
  const inspect = (row: string) =>
    inspectRow(office.deps, { workbookId: book.workbookId, by: COORDINATOR, row });
  const sync = () =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  const listDeleted = (worksheet: string) =>
    listDeletedRows(office.deps, { workbookId: book.workbookId, by: COORDINATOR, worksheet });

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1', status: 'ШНОР' });
    await book.type('executions', 2, { school: 'ОО № 1', measure: '2.1', doneOn: '31.02.2026' });
    await book.type('executions', 3, { school: 'ОО № 1', measure: '3.1', mark: 'в работе' });
    await sync();
  });
  afterAll(() => office.close());

  test('tells what is wrong, how the deadline was read and who changed the row last', async () => {
    const { title, findings, deadline, latest } = await inspect('Исполнение!2');
    expect(title).toBe('«Исполнение», строка 2: ОО № 1, 2.1');
    expect(findings.map(({ severity, column }) => [severity, column])).toEqual([
      ['error', 'Дата исполнения'],
      ['overdue', expect.any(String)],
    ]);
    expect(deadline).toMatchObject({ phrase: 'До сентября', state: 'просрочено на 84 дня (59 рабочих)' });
    expect(deadline?.dates).toEqual(['с 01.01.2026 по 31.08.2026, контрольная дата 31.08.2026']);
    expect(latest).toMatchObject({ revision: 1, by: COORDINATOR, what: 'добавлена' });
  });

  test('of «Регламент» tells how its deadline was read', async () => {
    const { title, deadline } = await inspect('Регламент!5');
    expect(title).toContain('«Регламент», строка 5: ');
    expect(deadline).toMatchObject({ phrase: 'До сентября', state: null });
    expect(deadline?.explanation).toContain('До сентября');
  });

  test('of a school’s plan tells how its deadline was read and how it stands', async () => {
    await book.type('schoolPlans', 2, { school: 'ОО № 1', title: 'Клуб', deadline: 'До сентября' });
    const { title, deadline } = await inspect('Планы школ!2');
    expect(title).toBe('«Планы школ», строка 2: ОО № 1, Клуб, До сентября');
    expect(deadline).toMatchObject({ phrase: 'До сентября', state: 'просрочено на 84 дня (59 рабочих)' });
  });

  test('of a measure that comes back tells each of its terms, and of a row how it stands', async () => {
    await book.type('regulation', 10, { deadline: 'до 15 марта, до 15 ноября' });
    await book.type('executions', 6, {
      school: 'ОО № 1',
      measure: '4.2',
      occurrence: '15 ноября',
      mark: 'в работе',
    });
    await book.type('executions', 7, { school: 'ОО № 1', measure: '4.2', occurrence: '15 ноября' });
    await book.type('executions', 8, { school: 'ОО № 1', measure: '9.9' });
    await book.type('executions', 9, { school: 'ОО № 1', measure: '1.3' });
    const rows = await Promise.all(
      [6, 7, 8, 9].map(async (row) => {
        const { title, deadline, latest } = await inspect(`Исполнение!${row}`);
        const { explanation: _, ...told } = deadline ?? {};
        return { title, ...told, latest };
      }),
    );
    const dates = [
      '15.03.2026: с 01.01.2026 по 15.03.2026, контрольная дата 15.03.2026',
      '15.11.2026: с 16.03.2026 по 15.11.2026, контрольная дата 15.11.2026',
    ];
    const told42 = { phrase: 'до 15 марта, до 15 ноября', dates, latest: null };
    expect(rows).toEqual([
      {
        title: '«Исполнение», строка 6: ОО № 1, 4.2, 15 ноября',
        ...told42,
        state: 'просрочено на 8 дней (6 рабочих)',
      },
      { title: '«Исполнение», строка 7: ОО № 1, 4.2, 15 ноября', ...told42, state: null },
      { title: '«Исполнение», строка 8: ОО № 1, 9.9', latest: null },
      {
        title: '«Исполнение», строка 9: ОО № 1, 1.3',
        phrase: 'В течение года',
        dates: [],
        state: 'по запросу',
        latest: null,
      },
    ]);
  });

  test('of a school tells what is wrong with it, with its advice, and no deadline', async () => {
    expect(await inspect('Школы!2')).toMatchObject({
      title: '«Школы», строка 2: ОО № 1',
      findings: [
        {
          severity: 'warning',
          title: 'Предупреждение',
          column: 'Школа',
          message: 'Половина периода прошла, а собеседования со школой в записях нет.',
          advice: 'Проведите собеседование и запишите его в «Журнал» или отметьте на листе «Исполнение».',
        },
      ],
      deadline: null,
      latest: { revision: 1, what: 'добавлена' },
    });
    const { findings } = await inspect('Исполнение!2');
    expect(findings[0]).toEqual({
      severity: 'error',
      title: 'Ошибка',
      column: 'Дата исполнения',
      message: expect.stringContaining('31.02.2026'),
      advice: expect.any(String),
    });
  });

  test('sees what was typed a moment ago, though nobody has synchronised', async () => {
    await book.type('executions', 4, { school: 'ОО № 77', measure: '4.1' });
    const { findings, latest } = await inspect('Исполнение!4');
    expect(findings.map(({ column }) => column)).toContain('Школа');
    expect(latest).toBeNull();
  });

  test('of a sheet or row that is none of the staff’s is refused in words', async () => {
    await expect(inspect('Контроль!2')).rejects.toThrow('Строка «Контроль!2» не найдена');
    await expect(inspect('Исполнение!400')).rejects.toThrow('она пуста или ещё не принята');
  });

  test('rows that a worksheet has lost are listed, deleted or only vanished', async () => {
    await sync();
    expect(await listDeleted('Исполнение')).toMatchObject({
      rows: [],
      count: 0,
      message: 'С листа «Исполнение» ничего не пропало: возвращать нечего.',
    });
    const { sheetIds, workbookId } = book;
    await deleteRows(office.api, workbookId, { sheetId: sheetIds.executions, from: 3, to: 3 });
    const vanished = await listDeleted('Исполнение');
    expect(vanished).toMatchObject({
      rows: [{ name: 'ОО № 1, 3.1', isDeleted: false }],
      message: 'С листа «Исполнение» удалено или пропало: 1 строка.',
    });
    await sync();
    expect(await listDeleted('Исполнение')).toEqual({
      ...vanished,
      rows: [{ ...vanished.rows[0], isDeleted: true, moment: '23.11.2026 11:00' }],
    });
  });
});
