import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkStore } from '../../../../functions/use-cases/monitor/check-store.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { readHistory } from '../../../../functions/use-cases/history/read-history.ts';
import { restoreRows } from '../../../../functions/use-cases/restore/restore-rows.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { deleteRows } from '../../../support/by-hand.ts';
import { longTest } from '../../../support/long.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

/** As much as a cell of Google Sheets holds. */
const FULL = 50_000;

describe('rows with very much text', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR });
  const sync = (more = {}) => syncWorkbook(office.deps, { ...request(), today: TODAY, ...more });
  const stored = async () => {
    const { nextNumbers } = await book.head();
    const nextNumber = nextNumbers.executions;
    const rows = await readRows(office.deps.store, book.workbookId, { worksheet: 'executions', nextNumber });
    return [...rows].toSorted(([a], [b]) => numberOf(a) - numberOf(b)).map(([, row]) => row);
  };
  const numberOf = (rowId: string) => Number(/\d+/u.exec(rowId)?.[0]);
  const idOf = async (row: number) => String((await book.see('executions', row))['id']);

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1' });
  });
  afterAll(() => office.close());

  /** Rows from the second on, as many as there are notes. */
  async function typeNotes(notes: readonly string[]): Promise<void> {
    const sheetId = book.sheetIds.executions;
    const write = (key: string, values: readonly string[]) => ({
      kind: 'write_values' as const,
      block: { sheetId, row: 1, column: columnOf('executions', key), values: values.map((value) => [value]) },
    });
    await office.spreadsheets.apply(book.workbookId, [
      write(
        'school',
        notes.map(() => 'ОО № 1'),
      ),
      write('note', notes),
    ]);
  }

  /** Columns of the staff's own, full of Cyrillic from the first to the last. */
  async function typeOwnColumns(row: number, count: number): Promise<void> {
    const sheetId = book.sheetIds.executions;
    const column = WORKSHEETS.executions.columns.length;
    const numbers = Array.from({ length: count }, (_, index) => index);
    const put = (at: number, value: string, index: number) => ({
      kind: 'write_values' as const,
      block: { sheetId, row: at, column: column + index, values: [[value]] },
    });
    const headers = numbers.map((index) => put(0, `Своё ${index}`, index));
    const { tabs } = await office.spreadsheets.readOutline(book.workbookId);
    const width = tabs.find((tab) => tab.sheetId === sheetId)?.columnCount ?? 0;
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'append_columns', sheetId, count: Math.max(1, column + count - width) },
      ...headers,
    ]);
    for (const index of numbers) {
      await office.spreadsheets.apply(book.workbookId, [put(row - 1, 'ы'.repeat(FULL), index)]);
    }
  }

  test('20 rows of 30,000 Cyrillic characters are stored, cost one read each, and the self-check agrees', async () => {
    const notes = Array.from({ length: 20 }, (_, index) => `${index} ${'ж'.repeat(30_000)}`);
    await typeNotes(notes);
    expect((await sync()).counts.create).toBeGreaterThanOrEqual(20);
    expect((await stored()).map(({ cells }) => cells['note'])).toEqual(notes);
    expect((await sync()).status).toBe('unchanged');
    office.counting.reset();
    await book.type('executions', 3, { mark: 'в работе' });
    expect((await sync()).counts.update).toBe(1);
    // The head, the shard and 20 rows outside of it; written: the head, the shard, the history and the one row.
    expect(office.counting.counts).toEqual({ reads: 22, scanned: 0, writes: 4, commits: 1 });
    expect((await stored()).map(({ cells }) => cells['note'])).toEqual(notes);
    expect(await checkStore(office.deps, { ...request(), isFull: true })).toMatchObject({ agrees: true });
  });

  test('a full cell that is edited shows old and new in the history, and comes back as it was', async () => {
    const [before, after] = ['щ'.repeat(FULL), 'ю'.repeat(FULL)];
    await typeNotes([before, 'рядом']);
    await sync();
    await book.type('executions', 2, { note: after });
    await sync();
    const row = await idOf(2);
    const { entries } = await readHistory(office.deps, { ...request(), row });
    expect(entries[0]?.cells).toEqual([{ column: 'Примечание', before, after }]);
    await deleteRows(office.api, book.workbookId, { sheetId: book.sheetIds.executions, from: 2, to: 2 });
    office.counting.reset();
    await sync();
    // A tombstone's cells stay where they lie.
    expect(office.counting.counts.writes).toBe(3);
    await restoreRows(office.deps, { ...request(), target: row, isConfirmed: true });
    expect(await book.see('executions', 3)).toMatchObject({ id: row, note: after });
    expect(await checkStore(office.deps, { ...request(), isFull: true })).toMatchObject({ agrees: true });
    const wanted = { ...request(), target: row, point: { revision: 1 }, isConfirmed: false };
    expect((await restoreRows(office.deps, wanted)).differences).toMatchObject([{ was: before, now: after }]);
  });

  longTest(
    'every column full, and some of the staff’s own: nothing is lost, whatever the columns mean',
    async () => {
      await typeNotes(['рядом']);
      const staff = WORKSHEETS.executions.columns.filter(({ owner }) => owner === 'staff');
      for (const { key } of staff) await book.type('executions', 3, { [key]: 'ф'.repeat(FULL) });
      await typeOwnColumns(3, 10);
      await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР' });
      await sync();
      const texts = (await stored())[1]?.cells ?? {};
      expect(Object.values(texts)).toEqual(
        Array.from({ length: staff.length + 10 }, () => expect.any(String)),
      );
      expect(new Set(Object.values(texts).map((text) => String(text).length))).toEqual(new Set([FULL]));
      const { entries } = await readHistory(office.deps, { ...request(), row: await idOf(3) });
      expect(entries[0]?.cells).toHaveLength(staff.length + 10);
      await publishReport(office.deps, { ...request(), today: TODAY, withErrors: true });
      expect((await sync()).status).toBe('unchanged');
      expect(await checkStore(office.deps, { ...request(), isFull: true })).toMatchObject({ agrees: true });
    },
  );

  test('a row that no commit can hold is named beside itself; all others go on, and shortened it is accepted', async () => {
    await typeNotes(['первая', 'вторая']);
    await sync();
    await typeOwnColumns(2, 31);
    await book.type('executions', 3, { note: 'исправлено' });
    expect((await sync()).counts).toEqual({ create: 0, update: 1, delete: 0, restore: 0 });
    expect((await stored()).map(({ cells }) => cells['note'])).toEqual(['первая', 'исправлено']);
    const told = /В строке слишком много текста: 3,1 МБ.*не больше 3 МБ.*Сократите тексты/su;
    expect((await book.see('executions', 2))['check']).toMatch(told);
    expect((await sync()).status).toBe('unchanged');
    // Another sheet changes: the row is still told of.
    await book.type('schools', 2, { address: 'с. Первое' });
    await sync();
    expect((await book.see('executions', 2))['check']).toMatch(told);

    await book.type('executions', 2, { note: 'короче' });
    const short = { sheetId: book.sheetIds.executions, row: 1, values: [[null, null]] };
    const column = WORKSHEETS.executions.columns.length;
    await office.spreadsheets.apply(book.workbookId, [{ kind: 'write_values', block: { ...short, column } }]);
    expect((await sync()).counts.update).toBe(1);
    expect((await stored()).map(({ cells }) => cells['note'])).toEqual(['короче', 'исправлено']);
    expect((await book.see('executions', 2))['check']).not.toMatch(/слишком много/u);
    expect(await checkStore(office.deps, { ...request(), isFull: true })).toMatchObject({ agrees: true });
  });

  test('a header as long as a cell names a column all the same', async () => {
    await typeNotes(['первая']);
    const column = WORKSHEETS.executions.columns.length;
    const block = { sheetId: book.sheetIds.executions, column, values: [['З'.repeat(FULL)]] };
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'append_columns', sheetId: block.sheetId, count: 1 },
      { kind: 'write_values', block: { ...block, row: 0 } },
      { kind: 'write_values', block: { ...block, row: 1, values: [['своё']] } },
    ]);
    await sync();
    expect(Object.values((await stored())[0]?.cells ?? {})).toContain('своё');
  });
});
