import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { restoreRows, type RestoreRequest } from '../../../../functions/use-cases/restore/restore-rows.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import { SpreadsheetUnreachableError } from '../../../../functions/use-cases/ports/spreadsheet-errors.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { deleteRows, insertColumn } from '../../../support/by-hand.ts';
import { openDemoBooks } from '../../../support/demo-books.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

const HEAD = 'head@example.ru';

describe('restoring rows', () => {
  let office: Office;
  let book: Book;
  let provisionDemo: () => Promise<Book>;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR });
  const sync = (isYes = false) =>
    syncWorkbook(office.deps, { ...request(), today: TODAY, ...(isYes && { consent: {} }) });
  /** A person's word counts for what the brake has shown them. */
  const confirmDeletions = async () => {
    await sync();
    await sync(true);
  };
  const restore = (more: Partial<RestoreRequest> = {}, deps: Dependencies = office.deps) =>
    restoreRows(deps, { ...request(), isConfirmed: true, ...more });
  const stored = async () => {
    const { nextNumbers } = await book.head();
    const nextNumber = nextNumbers.executions;
    return readRows(office.deps.store, book.workbookId, { worksheet: 'executions', nextNumber });
  };
  const erase = (from: number, to: number) =>
    deleteRows(office.api, book.workbookId, { sheetId: book.sheetIds.executions, from, to });

  beforeAll(async () => {
    office = await openOffice();
    provisionDemo = await openDemoBooks(office);
  });
  beforeEach(async () => {
    book = await provisionDemo();
    await typeOwnColumns();
    await sync();
  });
  afterAll(() => office.close());

  const { columns } = WORKSHEETS.executions;

  /** A column of the staff's own, and one without a header. */
  async function typeOwnColumns(): Promise<void> {
    const values = [
      ['Своё', null],
      ['да', null],
      ['нет', 'пометка сбоку'],
    ];
    const block = { sheetId: book.sheetIds.executions, row: 0, column: columns.length, values };
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'append_columns', sheetId: block.sheetId, count: 2 },
      { kind: 'write_values', block },
    ]);
  }

  /** The id and the staff cells of every row of «Исполнение», whatever the order. */
  async function content(): Promise<readonly string[]> {
    const own = new Set(
      columns.flatMap(({ owner, type }, index) => (owner === 'server' && type.kind !== 'id' ? [index] : [])),
    );
    const width = columns.length + 2;
    const rows = (await book.grid('executions')).map((row) =>
      Array.from({ length: width }, (_, index) => (own.has(index) ? null : (row[index] ?? null))),
    );
    const filled = rows.filter((row) => row.some((cell) => cell !== null));
    return filled.map((row) => JSON.stringify(row)).toSorted();
  }

  async function recovery(): Promise<readonly (readonly Cell[])[]> {
    const { tabs } = await office.spreadsheets.readOutline(book.workbookId);
    const tab = tabs.find(({ title }) => title === 'Восстановление');
    if (!tab) return [];
    const [sheet] = await office.spreadsheets.readValues(book.workbookId, [tab.sheetId]);
    return sheet?.rows ?? [];
  }

  test('shows what it would do and changes nothing until a person says yes', async () => {
    await erase(2, 21);
    await sync();
    const [before, { revision }] = [await book.grid('executions'), await book.head()];
    const plan = await restore({ target: 'Исполнение', isConfirmed: false });
    expect([plan.status, plan.additions.length, plan.tab]).toEqual(['planned', 20, null]);
    expect(plan.message).toMatch(/Вернётся в конец листа «Исполнение»: 20 строк — e1-.* и ещё 15\./u);
    expect([await book.grid('executions'), (await book.head()).revision]).toEqual([before, revision]);
    expect(await recovery()).toEqual([]);
  });

  test('brings back rows that the brake holds, under their ids and with their cells, and the brake lets go', async () => {
    const before = await content();
    await erase(2, 21);
    expect((await sync()).braked).toEqual([{ worksheet: 'Исполнение', rows: 20 }]);
    expect((await restore({ target: 'Исполнение' })).status).toBe('restored');
    expect(await content()).toEqual(before);
    expect((await book.head()).held).toEqual({});
    expect((await sync()).status).toBe('unchanged');
  });

  test('brings back rows that were deleted for good, and the restore is itself history', async () => {
    const [before, rows] = [await content(), await stored()];
    await erase(2, 21);
    await confirmDeletions();
    const outcome = await restore({ point: { revision: 1 } });
    expect([outcome.status, outcome.additions.length, outcome.newer]).toEqual(['restored', 20, []]);
    expect(await content()).toEqual(before);
    const after = await stored();
    expect((await book.head()).revision).toBe(3);
    for (const [id, { cells }] of rows) {
      expect(after.get(id)).toEqual({
        cells,
        revision: outcome.additions.some(({ rowId }) => rowId === id) ? 3 : 1,
      });
    }
  });

  test('changes nothing the second time', async () => {
    await erase(2, 21);
    await confirmDeletions();
    await book.type('executions', 5, { mark: 'не требуется' });
    await restore({ point: { revision: 1 } });
    const [before, tab, head] = [await book.grid('executions'), await recovery(), await book.head()];
    const writes = office.api.requests()['batchUpdate'];
    const again = await restore({ point: { revision: 1 } });
    expect([again.status, again.additions, again.differences.length]).toEqual(['unchanged', [], 1]);
    expect([await book.grid('executions'), await recovery(), await book.head()]).toEqual([before, tab, head]);
    expect(office.api.requests()['batchUpdate']).toBe(writes);
  });

  test('brings back one row as it last stood', async () => {
    const { id } = await book.see('executions', 7);
    const before = await content();
    await erase(7, 8);
    await sync();
    const outcome = await restore({ target: String(id) });
    expect(outcome.message).toContain(`Возвращено в конец листа «Исполнение»: 1 строка — ${String(id)}`);
    expect((await content()).length).toBe(before.length - 1);
    expect((await restore({ target: String(id) })).message).toContain('Строка стоит на листе');
  });

  test('writes over no cell that stands: what differs is listed with link, «было» and «сейчас»', async () => {
    const { id, school, measure, occurrence } = await book.see('executions', 10);
    await book.type('executions', 10, { mark: 'не требуется', note: 'по письму' });
    await sync();
    await book.type('executions', 60, { school: 'ОО № 3 (демо)', measure: '1.1', occurrence: 9 });
    await sync();
    const before = await content();
    const { status, differences, newer, tab } = await restore({
      target: 'Исполнение',
      point: { revision: 1 },
    });
    expect([status, differences.length, newer.length, tab?.title]).toEqual([
      'restored',
      2,
      1,
      'Восстановление',
    ]);
    expect(await content()).toEqual(before);
    const name = [school, measure, occurrence].filter((part) => part !== null).join(', ');
    const { id: newId } = await book.see('executions', 60);
    expect(await recovery()).toEqual([
      [
        expect.stringMatching(
          /^Восстановление: лист «Исполнение», как при ревизии 1 \(23\.11\.2026 11:00\)$/u,
        ),
      ],
      [expect.stringContaining('скопируйте из столбца «Было»')],
      ['Лист', 'Строка', 'ID', 'Запись', 'Столбец', 'Было', 'Сейчас'],
      ['Отличается: 2 ячейки.'],
      ['Исполнение', 10, id, name, 'Отметка', expect.any(String), 'не требуется'],
      ['Исполнение', 10, id, name, 'Примечание', expect.anything(), 'по письму'].map((cell, index) =>
        index === 5 ? null : cell,
      ),
      ['Появилось позже и осталось на месте: 1 строка.'],
      ['Исполнение', 60, newId, 'ОО № 3 (демо), 1.1, 9'],
    ]);
  });

  test('knows the point by the clock of the workbook', async () => {
    const { id } = await book.see('executions', 7);
    await erase(7, 7);
    await sync();
    // The office's clock stands still: every revision came at 11:00 in Yekaterinburg.
    const plan = await restore({ isConfirmed: false, point: { at: '2026-11-23 11:00' } });
    expect([plan.additions, plan.message]).toEqual([
      [],
      expect.stringContaining('на 23.11.2026 11:00 (ревизия 2)'),
    ]);
    await expect(restore({ point: { at: '23.11.2026 10:59' } })).rejects.toMatchObject({
      code: 'point_unknown',
    });
    await expect(restore({ point: { at: 'вчера' } })).rejects.toMatchObject({ code: 'point_unknown' });
    await expect(restore({ point: { revision: 3 } })).rejects.toMatchObject({ code: 'point_unknown' });
    await expect(restore({ target: String(id), point: { revision: 2 } })).rejects.toMatchObject({
      code: 'point_unknown',
    });
  });

  test('names the latest deletions where nobody said what to bring back', async () => {
    await erase(7, 8);
    await sync();
    const { status, message } = await restore({ isConfirmed: false });
    expect([status, message.split('\n').slice(1)]).toEqual([
      'planned',
      [
        'Пропавших строк нет. Чтобы вернуть удалённые, назовите ревизию до удаления:',
        '  23.11.2026 11:00 в ревизии 2 удалено: 2 строки — назовите ревизию 1',
      ],
    ]);
  });

  test('says what it does not understand', async () => {
    await expect(restore({ target: 'Неведомое' })).rejects.toMatchObject({ code: 'target_unknown' });
    await expect(restore({ target: 'Исполнение!999' })).rejects.toMatchObject({ code: 'row_not_accepted' });
  });

  test('lets the head look and the coordinator act', async () => {
    await office.deps.store.commit([
      {
        kind: 'put',
        key: `workbooks/${book.workbookId}`,
        data: {
          ...(await book.head()),
          members: { [COORDINATOR]: 'municipal_coordinator', [HEAD]: 'head' },
        } as never,
      },
    ]);
    await erase(2, 21);
    expect((await restore({ by: HEAD, isConfirmed: false })).additions.length).toBe(20);
    await expect(restore({ by: HEAD })).rejects.toMatchObject({ code: 'read_only_role' });
    await expect(restore({ by: 'stranger@example.ru', isConfirmed: false })).rejects.toMatchObject({
      code: 'access_denied',
    });
  });

  test('puts each cell under its own header although a column is inserted at the last moment', async () => {
    const before = await stored();
    await erase(2, 21);
    await confirmDeletions();
    let isFirst = true;
    const apply: typeof office.spreadsheets.apply = async (...args) => {
      if (isFirst) await insertColumn(office.api, book.workbookId, book.sheetIds.executions);
      isFirst = false;
      return await office.spreadsheets.apply(...args);
    };
    const deps = { ...office.deps, spreadsheets: { ...office.spreadsheets, apply } };
    await restore({ point: { revision: 1 } }, deps);
    const after = await stored();
    // A column without a header is named by its place, and its place is now another.
    const cellsOf = (rows: typeof before) =>
      [...rows].map(([id, { cells }]) => [
        id,
        Object.entries(cells).filter(([key]) => !key.startsWith('x@')),
      ]);
    expect(cellsOf(after)).toEqual(cellsOf(before));
  });

  describe('no row comes back twice', () => {
    let before: readonly string[];

    beforeEach(async () => {
      before = await content();
      await erase(2, 21);
      await confirmDeletions();
    });

    /** The real spreadsheets, whose answer to the write of the restore is lost. */
    const losing = (times: number): Dependencies => {
      let left = times;
      const apply: typeof office.spreadsheets.apply = async (...args) => {
        const answer = await office.spreadsheets.apply(...args);
        const isRestore = args[1].some(({ kind }) => kind === 'append_rows');
        if (!isRestore || left === 0) return answer;
        left -= 1;
        throw new SpreadsheetUnreachableError({
          address: 'test',
          reason: 'ответ потерян',
          maybeApplied: true,
        });
      };
      return { ...office.deps, spreadsheets: { ...office.spreadsheets, apply } };
    };

    test('where the answer to the write was lost', async () => {
      const outcome = await restore({ point: { revision: 1 } }, losing(1));
      expect([outcome.status, outcome.additions.length, await content()]).toEqual(['restored', 20, before]);
      expect((await sync()).status).toBe('unchanged');
    });

    test('where the function died between the append and the commit', async () => {
      const dying: Dependencies = {
        ...office.deps,
        store: {
          ...office.deps.store,
          commit: () => Promise.reject(new Error('died')),
        },
      };
      await expect(restore({ point: { revision: 1 } }, dying)).rejects.toThrow('died');
      const again = await restore({ point: { revision: 1 } });
      expect([again.additions, await content()]).toEqual([[], before]);
      expect(
        (await stored())
          .values()
          .filter(({ isDeleted }) => isDeleted)
          .toArray(),
      ).toEqual([]);
    });

    test('where two people restore at once', async () => {
      const both = await Promise.all([
        restore({ point: { revision: 1 } }),
        restore({ point: { revision: 1 } }),
      ]);
      expect(both.map(({ additions }) => additions.length)).toEqual([20, 20]);
      expect(await content()).toEqual(before);
    });

    test('where they have to come back in several calls', async () => {
      const long = 'я'.repeat(20_000);
      for (let row = 100; row < 120; row++)
        await book.type('executions', row, { school: `ОО ${row}`, note: long });
      await sync();
      const { revision } = await book.head();
      before = await content();
      await erase(100, 119);
      await confirmDeletions();
      await restore({ point: { revision } });
      expect(await content()).toEqual(before);
    });
  });
});
