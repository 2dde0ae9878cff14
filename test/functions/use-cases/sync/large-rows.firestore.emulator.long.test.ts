import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFirestoreStore } from '../../../../functions/adapters/firestore/store.ts';
import { checkStore } from '../../../../functions/use-cases/monitor/check-store.ts';
import { provisionWorkbook } from '../../../../functions/use-cases/provision/provision-workbook.ts';
import { readHistory } from '../../../../functions/use-cases/history/read-history.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { describeWithEmulator } from '../../../support/describe-with-emulator.ts';
import { columnOf, COORDINATOR, openBook, openOffice, TODAY, type Office } from '../../../support/office.ts';

describeWithEmulator('rows with very much text in Firestore', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  test('are stored, read back, told in the history, and agree with it', async () => {
    const store = openFirestoreStore({ projectId: 'shnor-large-rows' });
    const deps = { ...office.deps, store };
    const { workbookId } = await provisionWorkbook(deps, {
      title: 'ШНОР',
      timeZone: 'Asia/Yekaterinburg',
      today: TODAY,
      members: { [COORDINATOR]: 'municipal_coordinator' },
    });
    const book = await openBook(deps, workbookId);
    const request = { workbookId, by: COORDINATOR, today: TODAY };
    const notes = Array.from({ length: 20 }, (_, index) => `${index} ${'ж'.repeat(30_000)}`);
    const block = { sheetId: book.sheetIds.executions, row: 1, column: columnOf('executions', 'note') };
    const values = notes.map((note) => [note]);
    await deps.spreadsheets.apply(workbookId, [{ kind: 'write_values', block: { ...block, values } }]);
    await syncWorkbook(deps, request);
    await book.type('executions', 21, { note: 'ю'.repeat(50_000) });
    await syncWorkbook(deps, request);

    const where = {
      worksheet: 'executions',
      nextNumber: (await book.head()).nextNumbers.executions,
    } as const;
    const texts = [...(await readRows(store, workbookId, where)).values()].map(({ cells }) => cells['note']);
    expect(new Set(texts)).toEqual(new Set([...notes.slice(0, 19), 'ю'.repeat(50_000)]));
    const row = String((await book.see('executions', 21))['id']);
    const { entries } = await readHistory(deps, { ...request, row });
    expect(entries[0]?.cells).toMatchObject([{ before: notes[19], after: 'ю'.repeat(50_000) }]);
    expect(await checkStore(deps, { ...request, isFull: true })).toMatchObject({ agrees: true });
    await store.close();
  }, 30_000);
});
