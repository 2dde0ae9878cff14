import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dateToSerial } from '../../../../functions/domain/dates/dates.ts';
import { importItems } from '../../../../functions/use-cases/import/import-plan.ts';
import { headKey, headToJson } from '../../../../functions/use-cases/stored/head/head.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

const SCHOOL = 'ОО № 1 (демо)';
const ITEM = { number: '1', section: '', title: 'Клуб', deadlinePhrase: 'май', responsible: '' };

describe('«Планы школ»', () => {
  let office: Office;
  let book: Book;
  const sync = () =>
    syncWorkbook(office.deps, { workbookId: book.workbookId, by: COORDINATOR, today: TODAY });
  const importFor = (school: string) =>
    importItems(office.deps, {
      workbookId: book.workbookId,
      by: COORDINATOR,
      items: [ITEM],
      school,
      isConfirmed: true,
    });

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    await book.type('schools', 2, { name: SCHOOL, status: 'ШНОР' });
  });
  afterAll(() => office.close());

  test('shows beside a row how its term is read, how it stands and what is wrong; «Контроль» names the school', async () => {
    await book.type('schoolPlans', 2, {
      school: SCHOOL,
      title: 'Курсы для учителей',
      deadline: 'до 15 октября',
      responsible: 'Иванова И.И.',
    });
    await book.type('schoolPlans', 3, { school: SCHOOL, title: 'Клуб', deadline: 'до 32 мая' });
    await sync();
    expect(await book.see('schoolPlans', 2)).toMatchObject({
      id: expect.stringMatching(/^m1-/u),
      state: expect.stringMatching(/^просрочено на 39 дней/u),
      controlDate: dateToSerial('2026-10-15'),
      explanation: expect.stringContaining('15.10.2026'),
      check: expect.stringMatching(
        /^Просрочено: .*\nПредупреждение: «Ответственный»: похоже на персональные/u,
      ),
    });
    expect(await book.see('schoolPlans', 3)).toMatchObject({
      state: 'срок не определён',
      check: expect.stringMatching(/^Ошибка: .*впишите в «Срок» сам день: ДД\.ММ\.ГГГГ\./u),
    });
    const told = (await book.grid('control')).filter((cells) => cells.includes('Планы школ, 2'));
    expect(told.map((cells) => cells.slice(0, 2))).toEqual([
      [SCHOOL, 'Курсы для учителей'],
      [SCHOOL, 'Курсы для учителей'],
    ]);
    office.counting.reset();
    expect((await sync()).status).toBe('unchanged');
    expect(office.counting.counts).toEqual({ reads: 1, scanned: 0, writes: 0, commits: 0 });
  });

  test('takes a school’s plan in once; of a school that is not on the list none', async () => {
    expect((await importFor(' оо № 1 (ДЕМО)')).plan.additions).toHaveLength(1);
    expect((await importFor(SCHOOL)).plan.additions).toHaveLength(0);
    expect(await book.see('schoolPlans', 2)).toMatchObject({ school: SCHOOL, title: 'Клуб', note: 'п. 1' });
    await expect(importFor('ОО № 99')).rejects.toMatchObject({ code: 'import_school' });
  });

  test('is asked for where the workbook was laid out before it', async () => {
    const head = await book.head();
    const sheetIds = { ...head.sheetIds, schoolPlans: -1 };
    const data = headToJson({ ...head, sheetIds });
    await office.deps.store.commit([{ kind: 'put', key: headKey(book.workbookId), data }]);
    await expect(importFor(SCHOOL)).rejects.toMatchObject({ code: 'school_plans_missing' });
  });
});
