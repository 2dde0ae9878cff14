import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parsePlanTables } from '../../../../functions/adapters/files/plan/parse-tables.ts';
import {
  ChoiceUnknownError,
  ComparisonOldError,
  NoBookError,
  RowsMovedError,
} from '../../../../functions/use-cases/import-book/book-errors.ts';
import {
  describeComparison,
  describeTaken,
} from '../../../../functions/use-cases/import-book/describe-book.ts';
import { importBook } from '../../../../functions/use-cases/import-book/import-book.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import type { ForeignTable } from '../../../../functions/workbook/layout/layout.ts';
import { exportXlsx } from '../../../../local/export-xlsx.ts';
import { deleteRows } from '../../../support/by-hand.ts';
import { openDemoBooks } from '../../../support/demo-books.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('a file of the workbook that comes back', () => {
  let office: Office;
  let book: Book;
  let fromFile: readonly ForeignTable[];
  let tables: readonly ForeignTable[];
  const asked = () => ({ workbookId: book.workbookId, by: COORDINATOR });
  const request = () => ({ ...asked(), name: 'Книга.xlsx', tables });
  const sync = () => syncWorkbook(office.deps, { ...asked(), today: TODAY });
  const compare = async () => (await importBook(office.deps, request())).plan;
  const take = async (numbers: string, deps: Dependencies = office.deps) => {
    const { mark } = await compare();
    return importBook(deps, { ...request(), choice: { numbers, mark } });
  };
  const seen = async (row: number, ...keys: readonly string[]) => {
    const cells = await book.see('executions', row);
    return keys.map((key) => cells[key]);
  };

  beforeAll(async () => {
    office = await openOffice();
    const nextBook = await openDemoBooks(office);
    book = await nextBook();
    await sync();
    const file = join(office.folder, 'Книга.xlsx');
    await exportXlsx(office.deps, book.workbookId, file);
    fromFile = await parsePlanTables('.xlsx', await readFile(file));
  });
  beforeEach(() => {
    tables = fromFile;
  });
  // To form a workbook and its file anew for each would cost ten times as much: each leaves it as the file has it.
  afterEach(async () => {
    tables = fromFile;
    await take('все');
  });
  afterAll(() => office.close());

  test('is the same while nobody has changed anything', async () => {
    const plan = await compare();
    expect(plan).toMatchObject({ changes: [], lacking: [] });
    expect(describeComparison(plan)).toEqual(['Файл и книга совпадают: переносить нечего.']);
  });

  test('shows each cell that differs, gives back those that are ticked, and each is in the history', async () => {
    const before = await seen(2, 'mark', 'doneOn', 'evidenceNumber');
    const { revision } = await book.head();
    await book.type('executions', 2, { mark: 'в работе', doneOn: null, evidenceNumber: '0099' });
    const plan = await compare();
    expect(describeComparison(plan)).toEqual([
      'Отличий: 3. Слева — как в книге, справа — как в файле.',
      '1. «Исполнение», строка 2 (ОО № 1 (демо), 1.1): «Отметка»: «в работе» → «выполнено»',
      '2. «Исполнение», строка 2 (ОО № 1 (демо), 1.1): «Дата исполнения»: пусто → «12.02.2026»',
      '3. «Исполнение», строка 2 (ОО № 1 (демо), 1.1): «Номер документа»: «0099» → «45»',
    ]);
    const { taken } = await take('1-2');
    expect(describeTaken(taken)).toMatch(/^Взято из файла: 2 ячейки, новых строк — 0\./u);
    expect(await seen(2, 'mark', 'doneOn', 'evidenceNumber')).toEqual([...before.slice(0, 2), '0099']);
    expect((await compare()).changes).toHaveLength(1);
    expect((await book.head()).revision).toBe(revision + 2);
  });

  test('has rows that are gone from the sheet, and keeps those that came since', async () => {
    const [before] = [await seen(51, 'school', 'measure', 'mark')];
    await deleteRows(office.api, book.workbookId, { sheetId: book.sheetIds.journal, from: 3, to: 3 });
    await sync();
    await book.type('executions', 60, { school: 'ОО № 1 (демо)', measure: '1.2', mark: 'в работе' });
    const lines = describeComparison(await compare());
    expect(lines).toEqual([
      'Отличий: 1. Слева — как в книге, справа — как в файле.',
      expect.stringMatching(/^1\. «Журнал»: новая строка \(в файле 3\)/u),
      'Есть в книге, нет в файле: лист «Исполнение», 1 строка — 60 «ОО № 1 (демо), 1.2». Они остаются.',
    ]);
    expect((await take('все')).taken).toHaveLength(1);
    expect(await compare()).toMatchObject({ changes: [] });
    expect(await seen(51, 'school', 'measure', 'mark')).toEqual(before);
  });

  test('is not taken by the numbers of an older comparison, nor by numbers that it has not', async () => {
    await book.type('executions', 2, { mark: 'в работе' });
    const { mark } = await compare();
    await expect(take('2')).rejects.toThrow(ChoiceUnknownError);
    await expect(take('один')).rejects.toThrow(ChoiceUnknownError);
    await book.type('executions', 3, { mark: 'не начато' });
    const choice = { numbers: 'все', mark };
    await expect(importBook(office.deps, { ...request(), choice })).rejects.toThrow(ComparisonOldError);
    expect(await seen(2, 'mark')).toEqual(['в работе']);
  });

  test('whose tabs are none of the workbook is refused', async () => {
    tables = [{ kind: 'sheet', name: 'План', rows: [['№', 'Мероприятие']] }];
    await expect(compare()).rejects.toThrow(NoBookError);
  });

  test('lands beside no other row: what was sorted meanwhile stands as it was, and it is told', async () => {
    await book.type('executions', 2, { evidenceNumber: '0099' });
    await sync();
    const sheetId = book.sheetIds.executions;
    const before = [await seen(2, 'school', 'evidenceNumber'), await seen(3, 'school', 'evidenceNumber')];
    let isSwapped = false;
    const apply: Dependencies['spreadsheets']['apply'] = async (id, edits, options) => {
      const isOurs = edits.some((edit) => edit.kind === 'write_values' && edit.block.values[0]?.[0] === '45');
      if (isOurs && !isSwapped) {
        isSwapped = true;
        const rows = (await book.grid('executions')).slice(1, 3).map((row) => [...row]);
        const values = rows.toReversed();
        await office.spreadsheets.apply(id, [
          { kind: 'write_values', block: { sheetId, row: 1, column: 0, values } },
        ]);
      }
      return office.spreadsheets.apply(id, edits, options);
    };
    const deps = { ...office.deps, spreadsheets: { ...office.spreadsheets, apply } };
    await expect(take('все', deps)).rejects.toThrow(RowsMovedError);
    expect(isSwapped).toBe(true);
    expect([await seen(3, 'school', 'evidenceNumber'), await seen(2, 'school', 'evidenceNumber')]).toEqual(
      before,
    );
  });
});
