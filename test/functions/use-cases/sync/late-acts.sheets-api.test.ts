import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { headKey } from '../../../../functions/use-cases/stored/head/head.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { seedDemo } from '../../../../local/demo/seed-demo.ts';
import { COORDINATOR, openOffice, type Book, type Office } from '../../../support/office.ts';

/** Below the demo's own acts. */
const ROW = 10;
const ORDER = { kind: 'приказ', number: '9', date: '02.11.2026', dueDate: '16.11.2026', measures: '5.1' };

describe('the day of an act’s entry', () => {
  let office: Office;
  let book: Book;
  const syncOn = (today: CalendarDate) =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today });
  const check = async (row: number) => String((await book.see('acts', row))['check']);

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await seedDemo(office.spreadsheets, book.workbookId, { sheetIds: book.sheetIds, today: '2026-11-20' });
    await syncOn('2026-11-20');
  });
  afterAll(() => office.close());

  test('is that of the first pass that could read the row', async () => {
    await book.type('acts', ROW, { ...ORDER, date: '' });
    await syncOn('2026-11-20');
    await book.type('acts', ROW, ORDER);
    await syncOn('2026-11-23');
    const told =
      'Акт внесён 23.11.2026, когда срок по нему (16.11.2026) уже вышел. Просрочены мероприятия: 5.1.';
    expect(await check(ROW)).toContain(told);
    await book.type('acts', ROW, { subject: 'Об оценке' });
    await syncOn('2026-11-25');
    expect(await check(ROW)).toContain(told);
    await book.type('acts', ROW, { dueDate: '23.11.2026' });
    await syncOn('2026-11-25');
    expect(await check(ROW)).not.toContain('внесён');
  });

  test('is not known of what stood there before the log was kept', async () => {
    const { actEntries: _, ...before } = await book.head();
    const data = before as never;
    await office.deps.store.commit([{ kind: 'put', key: headKey(book.workbookId), data }]);
    await book.type('acts', ROW, ORDER);
    await syncOn('2026-11-25');
    expect([await check(ROW), Object.values((await book.head()).actEntries ?? {})]).toEqual([
      'Замечаний нет',
      expect.not.arrayContaining(['2026-11-25']),
    ]);
  });
});
