import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DeletionConsent } from '../../../../functions/use-cases/sync/deletion-consent.ts';
import { expandMeasures } from '../../../../functions/use-cases/append/expand-measures.ts';
import { importItems } from '../../../../functions/use-cases/import/import-plan.ts';
import { StoreConflictError } from '../../../../functions/use-cases/ports/errors.ts';
import type { Dependencies } from '../../../../functions/use-cases/ports/dependencies.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

const HEAD = 'head@example.ru';

/** Twenty rows, of which three may go unasked. */
describe('a yes to the brake', () => {
  let office: Office;
  let book: Book;
  let rows: readonly (readonly Cell[])[];
  const sync = (isYes = false, { deps = office.deps, by = COORDINATOR } = {}) =>
    answer(isYes ? {} : undefined, { deps, by });
  const answer = (consent: DeletionConsent | undefined, { deps = office.deps, by = COORDINATOR } = {}) =>
    syncWorkbook(deps, { workbookId: book.workbookId, by, today: TODAY, consent });
  /** The sheet with all its rows but these, as people count them. */
  const leaveOut = async (from: number, to: number) => {
    const values = rows.map((row, index) =>
      index + 2 >= from && index + 2 <= to ? row.map(() => null) : row,
    );
    await office.spreadsheets.apply(book.workbookId, [
      { kind: 'write_values', block: { sheetId: book.sheetIds.executions, row: 1, column: 0, values } },
    ]);
  };

  beforeAll(async () => {
    office = await openOffice();
  });
  beforeEach(async () => {
    book = await office.provision();
    const cells = Array.from({ length: 20 }, (_, n) => [`ОО № ${n + 1}`, '2.1']);
    await office.spreadsheets.apply(book.workbookId, [
      {
        kind: 'write_values',
        block: { sheetId: book.sheetIds.executions, row: 1, column: 0, values: cells },
      },
    ]);
    await sync();
    rows = (await book.grid('executions')).slice(1, 21).map((row) => [...row]);
  });
  afterAll(() => office.close());

  test('deletes the rows that were asked about', async () => {
    await leaveOut(2, 6);
    await sync();
    expect((await sync(true)).counts.delete).toBe(5);
    expect((await book.head()).held).toEqual({});
  });

  test('deletes no others, however many: it asks about them anew', async () => {
    await leaveOut(2, 6);
    await sync();
    await leaveOut(10, 14);
    const answered = await sync(true);
    expect([answered.counts.delete, answered.braked]).toEqual([0, [{ worksheet: 'Исполнение', rows: 5 }]]);
    expect((await sync(true)).counts.delete).toBe(5);
  });

  test('is for the question that was read, not for a later one that a colleague caused', async () => {
    await leaveOut(2, 6);
    const { question } = await sync();
    await leaveOut(2, 9);
    const later = await sync();
    const answered = await answer({ question });
    expect([later.question === question, answered.counts.delete, answered.braked]).toEqual([
      false,
      0,
      [{ worksheet: 'Исполнение', rows: 8 }],
    ]);
    expect((await answer({ question: answered.question })).counts.delete).toBe(8);
  });

  test('is not widened by a pass that was faster and held more', async () => {
    await leaveOut(2, 6);
    await sync();
    let isFirst = true;
    const slow: Dependencies = {
      ...office.deps,
      store: {
        ...office.deps.store,
        commit: async (writes) => {
          if (!isFirst) return await office.deps.store.commit(writes);
          isFirst = false;
          await leaveOut(2, 9);
          await sync();
          throw new StoreConflictError(book.workbookId);
        },
      },
    };
    const answered = await sync(true, { deps: slow });
    expect([answered.counts.delete, answered.braked]).toEqual([0, [{ worksheet: 'Исполнение', rows: 8 }]]);
  });

  test('is the coordinator’s to say, as are the import and the expansion; the head looks', async () => {
    const members = { [COORDINATOR]: 'municipal_coordinator', [HEAD]: 'head' };
    const data = { ...(await book.head()), members } as never;
    await office.deps.store.commit([{ kind: 'put', key: `workbooks/${book.workbookId}`, data }]);
    const { workbookId } = book;
    const refusal = { code: 'read_only_role' };
    const items = [{ number: '9', section: '', title: 'Семинар', deadlinePhrase: 'март', responsible: '' }];
    const ask = { workbookId, by: HEAD };
    await expect(importItems(office.deps, { ...ask, items, isConfirmed: true })).rejects.toMatchObject(
      refusal,
    );
    await expect(expandMeasures(office.deps, { ...ask, isConfirmed: true })).rejects.toMatchObject(refusal);
    const { plan } = await importItems(office.deps, { ...ask, items, isConfirmed: false });
    expect(plan.additions).toHaveLength(1);
    await leaveOut(2, 6);
    expect((await sync(false, { by: HEAD })).braked).toHaveLength(1);
    await expect(sync(true, { by: HEAD })).rejects.toThrow(
      'не даёт подтверждать удаление строк. Это могут: редактор, методист, инженер.',
    );
    expect((await sync(true)).counts.delete).toBe(5);
  });
});
