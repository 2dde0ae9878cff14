import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dateToSerial } from '../../../../functions/domain/dates/dates.ts';
import { importItems } from '../../../../functions/use-cases/import/import-plan.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { seedDemo } from '../../../../local/demo/seed-demo.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

/** Row of 3.2 («Сентябрь») in «Регламент», and of its execution at school № 5, in progress. */
const MEASURE_ROW = 8;
const EXECUTION_ROW = 25;

describe('«Регламент» shows how each deadline was read, and what hangs on it follows', () => {
  let office: Office;
  let book: Book;
  const today = '2026-09-20' as const;
  const sync = () => syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today });

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today });
    await sync();
  });
  afterAll(() => office.close());

  const control = async () => JSON.stringify(await book.grid('control'));

  test('a changed phrase moves its window, the control date, the states and «Контроль»', async () => {
    expect(await book.see('regulation', MEASURE_ROW)).toMatchObject({
      deadline: 'Сентябрь',
      windowStart: dateToSerial('2026-09-01'),
      controlDate: dateToSerial('2026-09-30'),
    });
    expect(await book.see('executions', EXECUTION_ROW)).toMatchObject({ measure: '3.2', state: 'в работе' });

    await book.type('regulation', MEASURE_ROW, { deadline: 'до 15.09' });
    await sync();
    expect(await book.see('regulation', MEASURE_ROW)).toMatchObject({
      windowEnd: dateToSerial('2026-09-15'),
      controlDate: dateToSerial('2026-09-15'),
      explanation: expect.stringContaining('15.09.2026 (вт)'),
    });
    expect(await book.see('executions', EXECUTION_ROW)).toMatchObject({
      controlDate: dateToSerial('2026-09-15'),
      state: 'просрочено на 5 дней (3 рабочих)',
      check: expect.stringContaining('Срок был 15.09.2026, просрочено на 5 дней'),
    });
    expect(await control()).toContain('Просрочено: Срок был 15.09.2026');
  });

  test('a control date set by hand needs its reason and author, then wins visibly', async () => {
    await book.type('regulation', MEASURE_ROW, { manualDate: dateToSerial('2026-10-20') });
    await sync();
    expect(await book.see('regulation', MEASURE_ROW)).toMatchObject({
      controlDate: dateToSerial('2026-09-15'),
      check: expect.stringContaining('Заполните «Причина», «Кем назначена»'),
    });
    await book.type('regulation', MEASURE_ROW, { manualReason: 'перенос', manualAuthor: 'начальник' });
    await sync();
    expect(await book.see('regulation', MEASURE_ROW)).toMatchObject({
      controlDate: dateToSerial('2026-10-20'),
      explanation:
        'Контрольная дата 20.10.2026 (вт) назначена вручную: перенос (начальник). ' +
        'По тексту срока вышло бы 15.09.2026 (вт).',
    });
    expect(await book.see('executions', EXECUTION_ROW)).toMatchObject({ state: 'в работе' });
  });

  test('what cannot be read is asked about, not guessed', async () => {
    await book.type('regulation', 10, { deadline: 'когда получится' });
    await sync();
    expect(await book.see('regulation', 10)).toMatchObject({
      controlDate: null,
      state: expect.stringContaining('срок не определён'),
      check: expect.stringContaining('Ошибка: Срок «когда получится» не понят'),
    });
  });

  test('an empty deadline is asked for once', async () => {
    await book.type('regulation', 10, { deadline: null });
    await sync();
    expect((await book.see('regulation', 10))['check']).toBe(
      'Ошибка: Строка заполнена не до конца: пусто «Срок». Допишите строку или очистите её целиком.',
    );
  });

  test('an imported plan is appended below, each row with its id and reading after the next synchronisation', async () => {
    const items = [
      {
        number: '3.2',
        section: 'Дорожная карта',
        title: 'Семинар',
        deadlinePhrase: 'октябрь',
        responsible: 'методкабинет',
      },
    ];
    const request = { workbookId: book.workbookId, by: COORDINATOR, items };
    const { plan: shown } = await importItems(office.deps, { ...request, isConfirmed: false });
    expect(shown.additions.map(({ number }) => number)).toEqual(['3.2-2']);
    expect((await book.see('regulation', 13))['title']).toBeNull();

    await importItems(office.deps, { ...request, isConfirmed: true });
    await sync();
    expect(await book.see('regulation', 13)).toMatchObject({
      id: expect.stringMatching(/^r12-/u),
      section: 'Дорожная карта',
      number: '3.2-2',
      deadline: 'октябрь',
      scope: 'муниципалитет',
      controlDate: dateToSerial('2026-10-31'),
    });
    const { plan: again } = await importItems(office.deps, { ...request, isConfirmed: true });
    expect([again.additions, again.known.length]).toEqual([[], 1]);
  });

  test('a plan that two import at once is appended once', async () => {
    const items = [
      { number: '9.1', section: 'План', title: 'Круглый стол', deadlinePhrase: 'март', responsible: '' },
    ];
    const request = { workbookId: book.workbookId, by: COORDINATOR, items, isConfirmed: true };
    const ends = await Promise.allSettled([
      importItems(office.deps, request),
      importItems(office.deps, request),
    ]);
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    for (const reason of refused) expect(reason).toContain('Строки плана уже добавляет');
    const titles = (await book.grid('regulation')).flat().filter((cell) => cell === 'Круглый стол');
    expect(titles).toEqual(['Круглый стол']);
  });
});
