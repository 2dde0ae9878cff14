import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dateToSerial, type CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { headKey } from '../../../../functions/use-cases/stored/head/head.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { seedDemo } from '../../../../local/demo/seed-demo.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

/** Of 3.2 («Сентябрь») at school № 5, in progress. */
const ROW = 25;

describe('the controller’s columns of «Исполнение»', () => {
  let office: Office;
  let book: Book;
  const syncOn = (today: CalendarDate) =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today });

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today: '2026-09-20' });
    await syncOn('2026-09-20');
  });
  afterAll(() => office.close());

  test('a postponement moves the control date, and the state tells from which', async () => {
    await book.type('executions', ROW, {
      postponedTo: dateToSerial('2026-10-15'),
      postponementGround: 'письмо школы',
    });
    await syncOn('2026-09-20');
    expect(await book.see('executions', ROW)).toMatchObject({
      controlDate: dateToSerial('2026-10-15'),
      state: 'в работе (срок перенесён с 30.09.2026)',
      check: 'Замечаний нет',
    });
  });

  test('the day of each postponement is kept, so that one made too late is told', async () => {
    await syncOn('2026-10-10');
    await book.type('executions', ROW, { postponedTo: dateToSerial('2026-10-30') });
    await syncOn('2026-10-16');
    expect(await book.see('executions', ROW)).toMatchObject({
      controlDate: dateToSerial('2026-10-30'),
      check: expect.stringContaining(
        'Перенос на 30.10.2026 внесён 16.10.2026, когда срок 15.10.2026 уже вышел.',
      ),
    });
  });

  test('what was returned is not done until it is taken off control', async () => {
    await book.type('executions', ROW, {
      mark: 'выполнено',
      doneOn: dateToSerial('2026-10-12'),
      link: 'https://example.org/plan',
      returned: 'нет подписи директора',
    });
    await syncOn('2026-10-16');
    expect(await book.see('executions', ROW)).toMatchObject({
      state: 'возвращено (срок перенесён с 30.09.2026)',
    });
    await book.type('executions', ROW, { takenOffOn: dateToSerial('2026-10-16') });
    await syncOn('2026-10-16');
    expect(await book.see('executions', ROW)).toMatchObject({ state: 'снято с контроля' });
  });

  test('the day of a postponement that stood there before the log was kept is not made up', async () => {
    const { postponements: _, ...before } = await book.head();
    const data = before as never;
    await office.deps.store.commit([{ kind: 'put', key: headKey(book.workbookId), data }]);
    await book.type('executions', ROW, { note: 'так и стояло' });
    await syncOn('2026-11-02');
    expect(await book.see('executions', ROW)).toMatchObject({
      check: expect.not.stringContaining('внесён'),
    });
    const log = Object.values((await book.head()).postponements ?? {});
    expect(log).toContainEqual([{ on: null, to: '2026-10-30' }]);
  });
});
