import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { provisionWorkbook } from '../../../functions/use-cases/provision-workbook.ts';
import { readRows } from '../../../functions/use-cases/stored-documents.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync-workbook.ts';
import { columnOf, COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../support/office.ts';

describe('a workbook that lost a part', () => {
  let office: Office;
  let book: Book;
  const sync = () =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  const mend = () =>
    provisionWorkbook(office.deps, {
      workbookId: book.workbookId,
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: {},
    });
  const schools = async () => {
    const nextNumber = (await book.head()).nextNumbers.schools;
    return readRows(office.deps.store, book.workbookId, { worksheet: 'schools', nextNumber });
  };

  beforeAll(async () => {
    office = await openOffice();
    book = await office.provision();
    await book.type('schools', 2, { name: 'ОО № 1 (демо)', status: 'ШНОР', vacancies: 3 });
    await sync();
  });
  afterAll(() => office.close());

  const header = (key: string, title: string | null) =>
    office.spreadsheets.apply(book.workbookId, [
      {
        kind: 'write_values',
        block: {
          sheetId: book.sheetIds.schools,
          row: 0,
          column: columnOf('schools', key),
          values: [[title]],
        },
      },
    ]);

  test('without a needed column it is refused by name, and nothing is taken for deleted', async () => {
    const before = await schools();
    await header('name', 'Учреждение');
    await expect(sync()).rejects.toMatchObject({
      code: 'column_missing',
      message: expect.stringContaining('На листе «Школы» нет столбца «Школа»'),
    });
    expect(await schools()).toEqual(before);
    await header('name', 'Школа');
    expect((await sync()).status).toBe('unchanged');
  });

  test('without an optional column it goes on, and the values of that column are kept', async () => {
    await header('vacancies', null);
    await sync();
    const [row] = [...(await schools()).values()];
    expect(row?.cells['vacancies']).toBe(3);
    expect(JSON.stringify(await book.grid('control'))).toContain('На листе нет столбца «Вакансий»');
    await header('vacancies', 'Вакансий');
    await sync();
  });

  test('without a worksheet it is refused by name; provisioning makes the sheet again', async () => {
    const before = await schools();
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'delete_sheet', sheetId: book.sheetIds.schools },
      { kind: 'delete_sheet', sheetId: book.sheetIds.control },
    ]);
    await expect(sync()).rejects.toMatchObject({
      code: 'worksheet_missing',
      message: expect.stringContaining('В книге нет листов «Школы», «Контроль»'),
    });
    expect(await schools()).toEqual(before);
    expect((await mend()).created).toEqual(['Контроль', 'Школы']);
    const { counts, braked } = await sync();
    expect([counts.delete, braked]).toEqual([0, [{ worksheet: 'Школы', rows: 1 }]]);
  });
});
