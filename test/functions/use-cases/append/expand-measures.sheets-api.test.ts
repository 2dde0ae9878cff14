import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expandMeasures } from '../../../../functions/use-cases/append/expand-measures.ts';
import { SpreadsheetUnreachableError } from '../../../../functions/use-cases/ports/spreadsheet-errors.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { deleteRows } from '../../../support/by-hand.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

/** Two schools; nine measures of the order are counted for each school, one of them by quarters here. */
describe('expanding the plan', () => {
  let office: Office;
  let book: Book;
  const expand = (isConfirmed = true, deps: Dependencies = office.deps) =>
    expandMeasures(deps, { workbookId: book.workbookId, by: COORDINATOR, isConfirmed });
  const sync = () =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  /** School, measure, occurrence of every row, and whether it has an id. */
  const rows = async () =>
    (await book.grid('executions'))
      .slice(1)
      .map((row) =>
        ['school', 'measure', 'occurrence', 'id'].map((key) => row[columnOf('executions', key)] ?? null),
      )
      .map(([school, measure, occurrence, id]) => [school, measure, occurrence, Boolean(id)]);

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1', status: 'ШНОР' });
    await book.type('schools', 3, { name: 'ОО № 2', status: 'ШНОР' });
    await book.type('schools', 4, { name: 'ОО № 3', status: 'вышла' });
    await book.type('executions', 2, { school: 'ОО № 2', measure: '2.1', mark: 'в работе' });
    await sync();
  });
  afterAll(() => office.close());

  test('says what is missing and writes nothing until a person says yes', async () => {
    const before = await rows();
    expect(await expand(false)).toEqual({
      status: 'planned',
      count: 17,
      message:
        'На листе «Исполнение» не хватает: 17 строк (мероприятия 1.1, 1.2, 2.1, 3.1, 3.2 и ещё 4; школ — 2). ' +
        'Они встанут в конец листа, остальные строки не изменятся. ' +
        'Мероприятия муниципалитета и «по запросу» сюда не входят.',
    });
    expect(await rows()).toEqual(before);
  });

  test('adds a row for each counted school and measure, keeps those that stand, and gives ids', async () => {
    expect(await expand()).toEqual({
      status: 'expanded',
      count: 17,
      message: 'Добавлено в конец листа «Исполнение»: 17 строк.',
    });
    const standing = await rows();
    expect(standing[0]).toEqual(['ОО № 2', '2.1', null, true]);
    const names = standing.map(([school, measure]) => `${school} ${measure}`);
    expect(new Set(names).size).toBe(18);
    expect(standing.every(([, , , hasId]) => hasId)).toBe(true);
    expect(names.some((name) => /ОО № 3|1\.3|2\.2/u.test(name))).toBe(false);
  });

  test('done twice adds nothing more', async () => {
    await expand();
    const before = await rows();
    expect(await expand()).toEqual({
      status: 'unchanged',
      count: 0,
      message: 'Все строки плана уже стоят на листе «Исполнение»: добавлять нечего.',
    });
    expect(await rows()).toEqual(before);
  });

  test('gives a repeated deadline a row for each time', async () => {
    await book.type('regulation', 2, { deadline: 'Ежеквартально' });
    await expand();
    const quarters = (await rows()).filter(([school, measure]) => school === 'ОО № 1' && measure === '1.1');
    expect(quarters.map(([, , occurrence]) => occurrence)).toEqual([
      'I квартал 2026',
      'II квартал 2026',
      'III квартал 2026',
      'IV квартал 2026',
    ]);
  });

  test('asked for by two at once adds the rows once', async () => {
    const ends = await Promise.allSettled([expand(), expand()]);
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    for (const reason of refused) expect(reason).toContain('Строки плана уже добавляет');
    expect(await rows()).toHaveLength(18);
  });

  test('after an answer was lost waits before it adds, and then doubles nothing', async () => {
    const lossy: Dependencies = {
      ...office.deps,
      spreadsheets: {
        ...office.spreadsheets,
        apply: async (workbookId, edits, options) => {
          const seen = await office.spreadsheets.apply(workbookId, edits, options);
          if (!edits.some(({ kind }) => kind === 'append_rows')) return seen;
          throw new SpreadsheetUnreachableError({ address: 'test', reason: 'lost', maybeApplied: true });
        },
      },
    };
    await expect(expand(true, lossy)).rejects.toThrow('lost');
    await expect(expand()).rejects.toThrow('повторите команду через 5 мин.');
    const later = { ...office.deps, clock: { now: () => '2026-11-23T06:06:00.000Z' } };
    expect(await expand(true, later)).toMatchObject({ status: 'unchanged', count: 0 });
    expect(await rows()).toHaveLength(18);
  });

  test('waits for a word about rows that vanished', async () => {
    await expand();
    await deleteRows(office.api, book.workbookId, {
      sheetId: book.sheetIds.executions,
      from: 2,
      to: 19,
    });
    await expect(expand()).rejects.toThrow('С листа «Исполнение» разом пропало много строк');
    await expect(expand(false)).rejects.toThrow('С листа «Исполнение» разом пропало много строк');
    expect(await rows()).toEqual([]);
  });

  test('says of rows that vanished before anyone has synchronised, and plans nothing', async () => {
    await expand();
    const { executions } = book.sheetIds;
    await deleteRows(office.api, book.workbookId, { sheetId: executions, from: 2, to: 19 });
    await expect(expand(false)).rejects.toMatchObject({ code: 'appends_held' });
    expect((await book.head()).held).toEqual({});
  });
});
