import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkStore } from '../../../../functions/use-cases/monitor/check-store.ts';
import { runMonitoring } from '../../../../functions/use-cases/monitor/run-monitoring.ts';
import { historyKey } from '../../../../functions/use-cases/stored/history/history.ts';
import { shardKey } from '../../../../functions/use-cases/stored/rows/shards.ts';
import type { Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import type { JsonObject } from '../../../../functions/use-cases/ports/store.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('the self-check', () => {
  let office: Office;
  let book: Book;
  const request = () => ({ workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  const sync = () => syncWorkbook(office.deps, request());
  const check = (isFull = false) => checkStore(office.deps, { ...request(), isFull });
  const about = async () => {
    const line = (await book.grid('about')).find(([name]) => name === 'Самопроверка истории');
    return line?.[1];
  };

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1', address: 'с. Первое' });
    await book.type('schools', 3, { name: 'ОО № 2', address: 'с. Второе' });
    await sync();
  });
  afterAll(() => office.close());

  async function alter(key: string, change: (data: string) => string): Promise<void> {
    const [document] = await office.deps.store.getMany([key]);
    const data = JSON.parse(change(JSON.stringify(document?.data))) as JsonObject;
    await office.deps.store.commit([{ kind: 'put', key, data }]);
  }

  test('goes back to the very beginning the first time, and then to where it was last', async () => {
    expect(await check()).toMatchObject({ agrees: true, from: 0, revision: 1 });
    await book.type('schools', 2, { address: 'с. Третье' });
    await sync();
    expect(await check()).toMatchObject({
      agrees: true,
      from: 1,
      revision: 2,
      message: 'История и хранилище сходятся (ревизии 1–2).',
    });
    expect(await check(true)).toMatchObject({ agrees: true, from: 0, revision: 2 });
  });

  test('is part of the nightly run and shows on «О системе»', async () => {
    expect(await about()).toBe('ещё не было');
    await runMonitoring(office.deps, request());
    expect(await about()).toBe('сошлось, 23.11.2026, ревизия 1');
  });

  /** How often the whole of «О системе» was written. */
  function countAbout() {
    let times = 0;
    const spreadsheets: Spreadsheets = {
      ...office.spreadsheets,
      apply: async (id, edits, options) => {
        times += edits.filter(
          (edit) => edit.kind === 'refill_sheet' && edit.sheetId === book.sheetIds.about,
        ).length;
        return office.spreadsheets.apply(id, edits, options);
      },
    };
    return { deps: { ...office.deps, spreadsheets }, times: () => times };
  }

  test('is said on «О системе» together with the new day, once', async () => {
    await book.type('schools', 2, { address: 'с. Третье' });
    const { deps, times } = countAbout();
    await runMonitoring(deps, request());
    expect([times(), await about()]).toEqual([1, 'сошлось, 23.11.2026, ревизия 2']);
    await runMonitoring(deps, { ...request(), today: '2026-11-24' });
    expect(times()).toBe(2);
  });

  test('that could not be carried out leaves «О системе» with the new day, and fails', async () => {
    const { deps, times } = countAbout();
    const scan = async () => {
      throw new Error('no history');
    };
    const broken = { ...deps, store: { ...deps.store, scan } };
    await expect(runMonitoring(broken, request())).rejects.toThrow('no history');
    expect([times(), await about()]).toEqual([1, 'ещё не было']);
    expect(await book.grid('about')).toContainEqual(['Ежедневная проверка была', '23.11.2026']);
  });

  test('costs nothing where nothing has changed since, and an ordinary synchronisation never pays for it', async () => {
    await runMonitoring(office.deps, request());
    office.counting.reset();
    await runMonitoring(office.deps, request());
    expect(office.counting.counts).toEqual({ reads: 1, scanned: 0, writes: 0, commits: 0 });
    await book.type('schools', 2, { address: 'с. Третье' });
    office.counting.reset();
    await sync();
    expect(office.counting.counts).toMatchObject({ scanned: 0, writes: 3, commits: 1 });
  });

  test('reads the shards and the history since the last one, and writes one document', async () => {
    await check();
    await book.type('schools', 2, { address: 'с. Третье' });
    await sync();
    office.counting.reset();
    await check();
    // The worksheets that hold rows, a shard each, and the head twice.
    expect(office.counting.counts).toEqual({ reads: 5, scanned: 1, writes: 1, commits: 1 });
  });

  test('tells of a stored cell that nobody has typed, until it is put right', async () => {
    await check();
    await book.type('schools', 2, { address: 'с. Третье' });
    await sync();
    const shard = shardKey(book.workbookId, 'schools', 0);
    await alter(shard, (data) => data.replace('с. Третье', 'с. Подмена'));
    const { id } = await book.see('schools', 2);
    const problem = `строка ${String(id)}: в хранилище стоит не то значение «address», которое записано в истории`;
    const { message } = await runMonitoring(office.deps, request());
    expect(message).toContain(`История и хранилище расходятся (ревизии 1–2): ${problem}.`);
    expect(await about()).toBe(
      `НЕ СОШЛОСЬ, 23.11.2026, ревизия 2: ${problem}. Таблица цела, работайте дальше. ` +
        'Покажите эту строку тому, кто сопровождает систему.',
    );
    expect(await check()).toMatchObject({ agrees: false, from: 1 });
    await alter(shard, (data) => data.replace('с. Подмена', 'с. Третье'));
    expect(await check()).toMatchObject({ agrees: true, from: 1 });
  });

  test('tells of a row that was altered although its history did not move', async () => {
    await check();
    await alter(shardKey(book.workbookId, 'schools', 0), (data) => data.replace('с. Второе', 'с. Подмена'));
    expect(await check()).toMatchObject({
      agrees: false,
      message: expect.stringContaining('возврат к ревизии 1 даёт не те строки, что были тогда'),
    });
  });

  test('tells of history that was lost or altered', async () => {
    await book.type('schools', 2, { address: 'с. Третье' });
    await sync();
    await alter(historyKey(book.workbookId, 1, 0), (data) => data.replace('с. Первое', 'с. Подмена'));
    expect(await check()).toMatchObject({
      agrees: false,
      message: expect.stringContaining('ревизия 2 начинается не с того значения «address», что было до неё'),
    });
    await office.deps.store.commit([{ kind: 'delete', key: historyKey(book.workbookId, 2, 0) }]);
    expect(await check()).toMatchObject({
      agrees: false,
      message: expect.stringContaining('в хранилище ревизия 2, а последняя в истории — 1'),
    });
  });

  test('keeps its result beside what others accept meanwhile', async () => {
    let isFirst = true;
    const busy = {
      ...office.deps,
      store: {
        ...office.deps.store,
        scan: async (...args: Parameters<typeof office.deps.store.scan>) => {
          if (isFirst) {
            isFirst = false;
            await book.type('schools', 3, { address: 'с. Четвёртое' });
            await sync();
          }
          return office.deps.store.scan(...args);
        },
      },
    };
    expect(await checkStore(busy, request())).toMatchObject({ agrees: true, revision: 1 });
    expect((await book.head()).revision).toBe(2);
    expect(await check()).toMatchObject({ agrees: true, from: 1, revision: 2 });
  });
});
