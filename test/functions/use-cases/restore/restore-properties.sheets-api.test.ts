import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rowKey, type RowStates } from '../../../../functions/domain/history/past-change.ts';
import { checkStore } from '../../../../functions/use-cases/monitor/check-store.ts';
import { readStates, readStatesAt } from '../../../../functions/use-cases/history/read-states.ts';
import { restoreRows } from '../../../../functions/use-cases/restore/restore-rows.ts';
import { syncWorkbook } from '../../../../functions/use-cases/sync/reconcile.ts';
import { STAFF_WORKSHEETS } from '../../../../functions/domain/records/worksheet-key.ts';
import { deleteRows } from '../../../support/by-hand.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';
import '../../../support/property-seed.ts';
import { runs } from '../../../support/long.ts';

/** Everything goes through the stand-in over HTTP, so a run takes a second. */
const { numRuns: RUNS } = runs(5);

const anyStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      row: fc.integer({ min: 2, max: 9 }),
      // Every topic is another one: rows with the same content may take each other's place.
      topic: fc.uuid(),
      note: fc.option(fc.string({ maxLength: 5 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      row: fc.integer({ min: 2, max: 9 }),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
);
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

describe('whatever people did to a worksheet', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  async function take(book: Book, step: Step): Promise<void> {
    if (step.kind === 'type') {
      await book.type('journal', step.row, { topic: step.topic, note: step.note });
    } else {
      const rows = { sheetId: book.sheetIds.journal, from: step.row, to: step.row + step.count - 1 };
      await deleteRows(office.api, book.workbookId, rows);
    }
    const request = { workbookId: book.workbookId, by: COORDINATOR, today: TODAY };
    const { braked } = await syncWorkbook(office.deps, request);
    if (braked.length > 0) await syncWorkbook(office.deps, { ...request, consent: {} });
  }

  async function whereOf({ workbookId, head }: Book) {
    return { workbookId, head: await head(), worksheets: STAFF_WORKSHEETS };
  }

  test('each revision is remembered, deleted rows come back as they were, and twice is once', async () => {
    const steps = fc.array(anyStep, { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), async (edits, choice) => {
        const book = await office.provision();
        const { store } = office.deps;
        const remembered = new Map<number, RowStates>();
        for (const step of edits) {
          await take(book, step);
          const where = await whereOf(book);
          remembered.set(where.head.revision, await readStates(store, where));
        }
        for (const [revision, states] of remembered) {
          expect(await readStatesAt(store, await whereOf(book), revision)).toEqual(states);
        }

        const revision = [...remembered.keys()][choice % remembered.size] ?? 1;
        const request = {
          workbookId: book.workbookId,
          by: COORDINATOR,
          target: 'Журнал',
          point: { revision },
          isConfirmed: true,
        };
        const first = await restoreRows(office.deps, request);
        const after = await readStates(store, await whereOf(book));
        for (const { worksheet, rowId, cells } of first.additions) {
          const key = rowKey(worksheet, rowId);
          expect(remembered.get(revision)?.get(key)?.cells).toEqual(cells);
          expect(after.get(key)).toEqual({ cells, revision: (await book.head()).revision });
        }
        for (const [key, state] of remembered.get(revision) ?? []) {
          if (!state.isDeleted) expect(after.get(key)?.isDeleted).toBeUndefined();
        }

        const before = [await book.grid('journal'), await book.head()];
        expect((await restoreRows(office.deps, request)).status).toBe('unchanged');
        expect([await book.grid('journal'), await book.head()]).toEqual(before);
        expect(await checkStore(office.deps, { ...request, isFull: true })).toMatchObject({ agrees: true });
      }),
      { numRuns: RUNS },
    );
  }, 60_000);
});
