import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { listDeletedRows } from '../../../../functions/use-cases/restore/list-deleted-rows.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office, rowOf } from '../../../support/office.ts';

const COLLEAGUE = 'colleague@example.ru';
const START = '2026-11-23T06:00:00.000Z';

const after = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString();

/** Promise 3 asks about losses; what a person takes back minutes after bringing it in is none. */
describe('rows that go again at once', () => {
  let office: Office;
  let book: Book;
  const sync = (minutes = 0, by = COORDINATOR, isYes = false) =>
    syncWorkbook(
      { ...office.deps, clock: { now: () => after(minutes) } },
      { workbookId: book.workbookId, by, today: TODAY, ...(isYes && { consent: {} }) },
    );
  /** Rows of «Журнал» from the first, as people count them. */
  const put = (from: number, count: number, topic: string | null) => {
    const values = Array.from({ length: count }, (_, index): Cell[] =>
      topic === null
        ? rowOf('journal', {})
        : rowOf('journal', {
            date: '01.09.2026',
            kind: 'КПК',
            measure: '2.1',
            topic: `${topic} ${index + 1}`,
          }),
    );
    return office.spreadsheets.apply(book.workbookId, [
      { kind: 'write_values', block: { sheetId: book.sheetIds.journal, row: from - 1, column: 0, values } },
    ]);
  };
  const stored = async () => {
    const { nextNumbers } = await book.head();
    return readRows(office.deps.store, book.workbookId, {
      worksheet: 'journal',
      nextNumber: nextNumbers.journal,
    });
  };

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    const data = {
      ...(await book.head()),
      members: { [COORDINATOR]: 'municipal_coordinator', [COLLEAGUE]: 'municipal_coordinator' },
    } as never;
    await office.deps.store.commit([{ kind: 'put', key: `workbooks/${book.workbookId}`, data }]);
    await put(2, 5, 'Давняя');
    await sync();
  });
  afterAll(() => office.close());

  test('after a paste that was undone are deleted unasked, and can be restored', async () => {
    await put(7, 6, 'Вставка');
    await sync(10);
    await put(7, 6, null);
    const { counts, braked } = await sync(20);
    expect([counts.delete, braked]).toEqual([6, []]);
    const gone = [...(await stored()).values()].filter(({ isDeleted }) => isDeleted);
    expect(gone.map(({ cells }) => cells['topic'])).toContain('Вставка 6');
    const listed = await listDeletedRows(office.deps, {
      workbookId: book.workbookId,
      by: COORDINATOR,
      worksheet: 'Журнал',
    });
    expect(JSON.stringify(listed)).toContain('Вставка 1');
  });

  test('of drafts typed one by one and cleared are deleted unasked', async () => {
    for (const row of [7, 8, 9, 10]) {
      await put(row, 1, `Черновик ${row}`);
      await sync(row);
    }
    await put(7, 4, null);
    expect((await sync(15)).counts.delete).toBe(4);
  });

  test.each([
    ['a quarter of an hour later', 40, COORDINATOR],
    ['to somebody else’s hand', 12, COLLEAGUE],
  ])('%s they are asked about', async (_, minutes, by) => {
    await put(7, 6, 'Вставка');
    await sync(10);
    await put(7, 6, null);
    const { counts, braked } = await sync(minutes, by);
    expect([counts.delete, braked.map(({ rows }) => rows)]).toEqual([0, [6]]);
  });

  test('do not take older rows with them: those wait, named, while the new ones go', async () => {
    await put(7, 6, 'Вставка');
    await sync(10);
    await put(2, 11, null);
    const { counts, braked, held } = await sync(12);
    expect([counts.delete, braked]).toEqual([6, [{ worksheet: 'Журнал', rows: 5 }]]);
    const names = [1, 2, 3, 4, 5].map((n) => `01.09.2026, КПК, Давняя ${n}`).join('; ');
    expect(held).toBe(`С листа «Журнал» разом пропало 5 строк: ${names}.`);
    expect(JSON.stringify(await book.grid('control'))).toContain(
      'С листа разом пропало 5 строк: 01.09.2026, КПК, Давняя 1',
    );
    expect((await sync(13, COORDINATOR, true)).counts.delete).toBe(5);
  });

  test('are not those that a workbook brought along: nobody has just typed them', async () => {
    await put(2, 5, null);
    expect((await sync(1)).braked.map(({ rows }) => rows)).toEqual([5]);
  });
});
