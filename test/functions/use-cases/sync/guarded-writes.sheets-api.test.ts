import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Spreadsheets } from '../../../../functions/use-cases/ports/spreadsheets.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import { SheetMovedError } from '../../../../functions/use-cases/ports/spreadsheet-errors.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

/** What people do with the sheet in the moment between our read and our write. */
describe('a write that people came before', () => {
  let office: Office;
  let book: Book;
  let meddle: (() => Promise<void>) | undefined;
  let deps: Dependencies;

  beforeAll(async () => {
    office = await openOffice();
    const apply: Spreadsheets['apply'] = async (id, edits, options) => {
      await meddle?.();
      return office.spreadsheets.apply(id, edits, options);
    };
    deps = { ...office.deps, spreadsheets: { ...office.spreadsheets, apply } };
  });
  beforeEach(async () => {
    meddle = undefined;
    book = await office.provision();
    await act({ appendDimension: { sheetId: book.sheetIds.schools, dimension: 'COLUMNS', length: 2 } });
    for (const number of [1, 2, 3]) await typeSchool(number + 1, `ОО № ${number} (демо)`);
    await typeCell(0, OWN_COLUMN, 'Заметки');
    await typeCell(1, OWN_COLUMN, 'заметка 1');
    await sync();
  });
  afterAll(() => office.close());

  const sync = () => syncWorkbook(deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  const typeSchool = (row: number, name: string) => book.type('schools', row, { name, status: 'ШНОР' });
  const OWN_COLUMN = WORKSHEETS.schools.columns.length;
  const LAST_COLUMN = OWN_COLUMN - 1;
  const typeCell = (row: number, column: number, value: string | null) =>
    office.spreadsheets
      .apply(book.workbookId, [
        {
          kind: 'write_values',
          block: { sheetId: book.sheetIds.schools, row, column, values: [[value]] },
        },
      ])
      .then(() => undefined);
  /** What a person does by hand, as the sheet's own page sends it. */
  const act = async (...requests: object[]) => {
    const url = `${office.api.url}/v4/spreadsheets/${book.workbookId}:batchUpdate`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ requests }) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const once = (action: () => Promise<unknown>) => {
    meddle = async () => {
      meddle = undefined;
      await action();
    };
  };
  const range = (dimension: 'ROWS' | 'COLUMNS', startIndex: number) => ({
    sheetId: book.sheetIds.schools,
    dimension,
    startIndex,
    endIndex: startIndex + 1,
  });
  /** The cells under each header, from left to right; a column that nobody named is ''. */
  const columns = async () => {
    const rows = await book.grid('schools');
    const headerRow = rows.findIndex((row) => row.includes('Школа'));
    const width = Math.max(...rows.map((row) => row.length));
    return Array.from({ length: width }, (_, index) => ({
      header: rows[headerRow]?.[index] ?? '',
      cells: rows.slice(headerRow + 1).map((row) => row[index] ?? null),
    }));
  };
  const under = async (header: string) => (await columns()).find((column) => column.header === header)?.cells;
  const staffCells = async () => {
    const own = new Set(
      WORKSHEETS.schools.columns.filter(({ owner }) => owner === 'server').map(({ title }) => title),
    );
    return (await columns()).filter(({ header }) => !own.has(String(header)));
  };
  const countCalls = async (action: () => Promise<unknown>) => {
    const before = office.api.requests();
    await action();
    const after = office.api.requests();
    return [READ, 'batchUpdate'].map((method) => (after[method] ?? 0) - (before[method] ?? 0));
  };
  const READ = 'values.batchGetByDataFilter';

  test.each([
    ['inserted a column', () => act({ insertDimension: { range: range('COLUMNS', 3) } })],
    ['inserted a column beside the first', () => act({ insertDimension: { range: range('COLUMNS', 0) } })],
    ['inserted a row above the header', () => act({ insertDimension: { range: range('ROWS', 0) } })],
    [
      'moved the last column to the left',
      () => act({ moveDimension: { source: range('COLUMNS', OWN_COLUMN - 1), destinationIndex: 2 } }),
    ],
  ])('and %s: nothing of theirs is overwritten, and the write finds its place', async (_what, action) => {
    await typeSchool(5, 'ОО № 4 (демо)');
    let typed: unknown;
    once(async () => {
      await action();
      typed = await staffCells();
    });
    const { counts } = await sync();
    expect(await staffCells()).toEqual(typed);
    expect(counts).toEqual({ create: 1, update: 0, delete: 0, restore: 0 });
    expect((await under('ID'))?.filter(Boolean)).toHaveLength(4);
    expect((await under('Проверка'))?.filter(Boolean)).toHaveLength(4);
    expect((await sync()).status).toBe('unchanged');
  });

  test('and deleted our last column: their own column that took its place stays as it is', async () => {
    await typeSchool(5, 'ОО № 4 (демо)');
    once(() => act({ deleteDimension: { range: range('COLUMNS', LAST_COLUMN) } }));
    await sync();
    expect(await under('Заметки')).toEqual(['заметка 1', null, null, null]);
    expect((await under('Проверка'))?.filter(Boolean)).toHaveLength(3);
  });

  test('and typed beside the table and deleted our last column: what they typed stays alone', async () => {
    await typeSchool(5, 'ОО № 4 (демо)');
    await typeCell(4, OWN_COLUMN + 1, 'вне таблицы');
    await typeCell(0, OWN_COLUMN, null);
    await typeCell(1, OWN_COLUMN, null);
    once(() => act({ deleteDimension: { range: range('COLUMNS', LAST_COLUMN) } }));
    await sync();
    const [taken, typed] = (await columns()).slice(LAST_COLUMN);
    expect([taken?.cells.filter(Boolean), typed?.cells.filter(Boolean)]).toEqual([[], ['вне таблицы']]);
  });

  test.each([
    ['the grid ends there', 0],
    ['empty columns follow', 2],
  ])(
    'and deleted our last column with nothing to its right, %s: no other gets its cells',
    async (_, more) => {
      const [sheetId, id] = [book.sheetIds.journal, columnOf('journal', 'id')];
      expect(id).toBe(WORKSHEETS.journal.columns.length - 1);
      if (more > 0) await act({ appendDimension: { sheetId, dimension: 'COLUMNS', length: more } });
      await book.type('journal', 2, { topic: 'Сроки', school: 'ОО № 1 (демо)' });
      await sync();
      await book.type('journal', 3, { topic: 'Планы', school: 'ОО № 2 (демо)' });
      const last = { sheetId, dimension: 'COLUMNS', startIndex: id, endIndex: id + 1 };
      once(() => act({ deleteDimension: { range: last } }));
      await sync();
      const rows = await book.grid('journal');
      expect(rows.slice(1, 3).map((cells) => cells[columnOf('journal', 'topic')])).toEqual([
        'Сроки',
        'Планы',
      ]);
      expect(rows.flatMap((row) => row.slice(id)).filter((cell) => cell !== null && cell !== '')).toEqual([]);
    },
  );

  test('and cleared the end of the written row: that is accepted by the same call', async () => {
    await typeSchool(5, 'ОО № 4 (демо)');
    await typeCell(4, OWN_COLUMN, 'заметка 4');
    once(() => typeCell(4, OWN_COLUMN, null));
    const { counts } = await sync();
    expect(counts).toEqual({ create: 1, update: 1, delete: 0, restore: 0 });
    expect((await sync()).status).toBe('unchanged');
  });

  test('and sorted the rows: the ids are beside their rows again before the call ends', async () => {
    const before = new Map((await rowsByName()).map(({ name, id }) => [name, id]));
    await typeCell(1, OWN_COLUMN, null);
    await typeSchool(5, 'ОО № 4 (демо)');
    await book.type('schools', 3, { vacancies: 'много' });
    once(() =>
      act({
        sortRange: {
          range: {
            sheetId: book.sheetIds.schools,
            startRowIndex: 1,
            endRowIndex: 5,
            endColumnIndex: LAST_COLUMN,
          },
          sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
        },
      }),
    );
    await sync();
    const after = await rowsByName();
    for (const { name, id } of after.filter((row) => before.has(row.name))) expect(id).toBe(before.get(name));
    expect(new Set(after.map(({ id }) => id)).size).toBe(4);
    const faulty = after.filter(({ check }) => check.includes('много'));
    expect(faulty.map(({ name }) => name)).toEqual(['ОО № 2 (демо)']);
    expect((await sync()).status).toBe('unchanged');
  });

  async function rowsByName() {
    const [names, ids, checks] = await Promise.all([under('Школа'), under('ID'), under('Проверка')]);
    return (names ?? []).flatMap((name, row) =>
      name ? [{ name, id: ids?.[row], check: String(checks?.[row]) }] : [],
    );
  }

  test('and typed beside the written row: what they typed is accepted by the same call', async () => {
    await typeSchool(5, 'ОО № 4 (демо)');
    once(() => book.type('schools', 5, { vacancies: 2 }));
    const { counts } = await sync();
    expect(counts).toEqual({ create: 1, update: 1, delete: 0, restore: 0 });
    expect((await sync()).status).toBe('unchanged');
  });

  test('and nobody came: one read and one write', async () => {
    await typeSchool(5, 'ОО № 4 (демо)');
    expect(await countCalls(sync)).toEqual([1, 1]);
  });

  test('again and again: it is said after five tries, and nothing of theirs was touched', async () => {
    await typeSchool(5, 'ОО № 4 (демо)');
    meddle = () => act({ insertDimension: { range: range('COLUMNS', 0) } });
    await expect(sync()).rejects.toMatchObject({
      code: 'sheet_moved',
      message: expect.stringContaining('двигали столбцы или строки'),
    });
    meddle = undefined;
    const typed = await staffCells();
    await sync();
    expect(await staffCells()).toEqual(typed);
    expect((await under('ID'))?.filter(Boolean)).toHaveLength(4);
  });

  test('and a service that accepts neither assertion nor mark is not locked out for ever', async () => {
    await typeSchool(5, 'ОО № 4 (демо)');
    let refused = 0;
    const stubborn: Spreadsheets['apply'] = async (id, edits, options) => {
      if (edits.some(({ kind }) => kind.endsWith('_positions'))) {
        refused += 1;
        throw new SheetMovedError(id);
      }
      return office.spreadsheets.apply(id, edits, options);
    };
    const spreadsheets = { ...deps.spreadsheets, apply: stubborn };
    await syncWorkbook(
      { ...deps, spreadsheets },
      { workbookId: book.workbookId, by: COORDINATOR, today: TODAY },
    );
    expect(refused).toBe(3);
    expect((await under('Проверка'))?.filter(Boolean)).toHaveLength(4);
  });

  test('long before and retyped our headers by hand: the marks follow after two refusals', async () => {
    const [check, free] = [columnOf('schools', 'check'), OWN_COLUMN + 1];
    await typeCell(0, check, 'Было проверкой');
    await typeCell(0, free, 'Проверка');
    await typeSchool(5, 'ОО № 4 (демо)');
    const typed = await staffCells();
    // Three reads and writes, the last write behind a look at the marks.
    expect(await countCalls(sync)).toEqual([3, 3]);
    expect((await under('Проверка'))?.filter(Boolean)).toHaveLength(4);
    expect(await staffCells()).toEqual(typed);
    await typeSchool(6, 'ОО № 5 (демо)');
    expect(await countCalls(sync)).toEqual([1, 1]);
  });

  test.each([
    ['overwrote', 'check', 'Что это?'],
    ['emptied', 'check', null],
    ['emptied', 'id', null],
  ])(
    'long before and %s the header «%s»: it is written again where the column stands',
    async (_did, key, text) => {
      await typeCell(0, columnOf('schools', key), text);
      await act({ insertDimension: { range: range('COLUMNS', 1) } });
      await sync();
      const title = WORKSHEETS.schools.columns.find((column) => column.key === key)?.title ?? '';
      expect((await under(title))?.filter(Boolean)).toHaveLength(3);
      expect(await under('Заметки')).toEqual(['заметка 1', null, null]);
      expect((await sync()).status).toBe('unchanged');
    },
  );
});
