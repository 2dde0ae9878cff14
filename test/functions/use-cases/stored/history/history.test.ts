import { describe, expect, test } from '@jest/globals';
import type { StoreWrite } from '../../../../../functions/use-cases/ports/store.ts';
import {
  historyKey,
  readChange,
  readHistoryParts,
  readRevisionAt,
  readRevisionInstant,
  type HistoryPart,
  type RevisionSpan,
} from '../../../../../functions/use-cases/stored/history/history.ts';
import { createMemoryStore } from '../../../../simulation/world/memory-store.ts';

const minute = (number: number) => new Date(Date.UTC(2026, 10, 23, 6, number)).toISOString();

const change = (rowId: string, note: string, more: { pieces?: number } = {}) => ({
  worksheet: 'schools',
  rowId,
  kind: 'update',
  cells: { [note]: [null, note] },
  previousRevision: null,
  ...more,
});

/** A revision a minute: document after document of each, every one with its changes. */
async function storeOf(revisions: readonly (readonly (readonly ReturnType<typeof change>[])[])[]) {
  const store = createMemoryStore();
  const writes = revisions.flatMap((parts, index) =>
    parts.map((changes, part): StoreWrite => {
      const revision = index + 1;
      const data = { revision, at: minute(revision), by: 'a@example.ru', changes };
      return { kind: 'put', key: historyKey('A', revision, part), data };
    }),
  );
  if (writes.length > 0) await store.commit(writes);
  return store;
}

/** So many revisions of one document, each with a change of the row of its number. */
const storeOfMany = (count: number) =>
  storeOf(Array.from({ length: count }, (_, index) => [[change(`s${index + 1}`, 'x')]]));

async function partsOf(parts: AsyncIterable<HistoryPart>): Promise<readonly HistoryPart[]> {
  const read: HistoryPart[] = [];
  for await (const part of parts) read.push(part);
  return read;
}

async function revisionsRead(count: number, span: RevisionSpan): Promise<readonly number[]> {
  const parts = await partsOf(readHistoryParts(await storeOfMany(count), 'A', span));
  return parts.map(({ revision }) => revision);
}

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('the history after a revision', () => {
  test.each<readonly [documents: number, span: RevisionSpan, revisions: readonly number[]]>([
    [0, { after: 0, latest: 0 }, []],
    [31, { after: 0, latest: 31 }, from(1, 31)],
    [32, { after: 0, latest: 32 }, from(1, 32)],
    [33, { after: 0, latest: 33 }, from(1, 33)],
    [100, { after: 0, latest: 100 }, from(1, 100)],
    [100, { after: 9, latest: 100 }, from(10, 100)],
    [100, { after: 100, latest: 100 }, []],
  ])('of %i documents, %j, is read whole and in order', async (documents, span, revisions) => {
    expect(await revisionsRead(documents, span)).toEqual(revisions);
  });

  test('takes what others accept meanwhile, and ends where that never ends', async () => {
    expect(await revisionsRead(40, { after: 30, latest: 35 })).toEqual(from(31, 40));
    expect((await revisionsRead(1_010, { after: 0, latest: 3 })).at(-1)).toBe(1_003);
  });

  test('of more than 30,000 revisions is refused before anything is read', async () => {
    const read = (latest: number) => readHistoryParts(createMemoryStore(), 'A', { after: 5, latest }).next();
    expect(await read(30_005)).toEqual({ done: true, value: undefined });
    await expect(read(30_006)).rejects.toMatchObject({ code: 'history_too_long' });
  });

  test('is that of its own workbook', async () => {
    const store = await storeOfMany(3);
    await store.commit([
      { kind: 'put', key: historyKey('B', 2, 0), data: { revision: 2, at: minute(2), by: 'b', changes: [] } },
    ]);
    const parts = readHistoryParts(store, 'B', { after: 0, latest: 2 });
    expect((await partsOf(parts)).map(({ by }) => by)).toEqual(['b']);
  });

  test('is found in a workbook whose id looks like a part of a key', async () => {
    const store = createMemoryStore();
    const workbook = 'book-0-01';
    const revisions = [1, 2, 3].map((revision): StoreWrite => {
      const data = { revision, at: minute(revision), by: 'a', changes: [] };
      return { kind: 'put', key: historyKey(workbook, revision, 0), data };
    });
    await store.commit(revisions);
    const parts = await partsOf(readHistoryParts(store, workbook, { after: 1, latest: 3 }));
    expect(parts.map(({ revision }) => revision)).toEqual([2, 3]);
  });

  test('tells the hash of each document, which hangs on all that stands in it', async () => {
    const [one, same, other] = await Promise.all(
      ['x', 'x', 'y'].map(async (note) => {
        const [part] = await partsOf(
          readHistoryParts(await storeOf([[[change('s1', note)]]]), 'A', { after: 0, latest: 1 }),
        );
        return part?.hash();
      }),
    );
    expect(one).toMatch(/^[0-9a-f]{64}$/u);
    expect([same === one, other === one]).toEqual([true, false]);
  });

  test('gives a change that fills several documents whole, with the last of them', async () => {
    const store = await storeOf([
      [
        [change('s1', 'a', { pieces: 3 }), change('s2', 'b')],
        [change('s1', 'c', { pieces: 3 })],
        [change('s1', 'd', { pieces: 3 }), change('s3', 'e')],
      ],
      [[change('s1', 'f')]],
    ]);
    const parts = await partsOf(readHistoryParts(store, 'A', { after: 0, latest: 2 }));
    const told = parts.map(({ changes }) =>
      changes.map(({ rowId, revision, cells }) => [rowId, revision, cells]),
    );
    expect(told).toEqual([
      [['s2', 1, { b: [null, 'b'] }]],
      [],
      [
        ['s1', 1, { a: [null, 'a'], c: [null, 'c'], d: [null, 'd'] }],
        ['s3', 1, { e: [null, 'e'] }],
      ],
      [['s1', 2, { f: [null, 'f'] }]],
    ]);
  });
});

describe('one change of a row', () => {
  test.each<readonly [where: string, rowId: string, revision: number, cells: object | undefined]>([
    ['in the first document', 's2', 1, { b: [null, 'b'] }],
    ['in a later document', 's3', 1, { e: [null, 'e'] }],
    ['in pieces', 's1', 1, { a: [null, 'a'], c: [null, 'c'] }],
    ['of a row that the revision did not touch', 's9', 1, undefined],
    ['of a revision that is not there', 's1', 7, undefined],
  ])('is found %s', async (_, rowId, revision, cells) => {
    const store = await storeOf([
      [
        [change('s1', 'a', { pieces: 2 }), change('s2', 'b')],
        [change('s1', 'c', { pieces: 2 })],
        [change('s3', 'e')],
      ],
    ]);
    expect((await readChange(store, 'A', { revision, rowId }))?.change.cells).toEqual(cells);
  });
});

describe('the revision of a moment', () => {
  test.each<readonly [instant: string, revision: number]>([
    [minute(0), 0],
    [minute(1), 1],
    [minute(4), 4],
    ['2026-11-23T06:04:59.999Z', 4],
    [minute(5), 5],
    [minute(59), 7],
  ])('%s: %i', async (instant, revision) => {
    expect(await readRevisionAt(await storeOfMany(7), 'A', { instant, latest: 7 })).toBe(revision);
  });

  test('is none where nothing was accepted yet', async () => {
    expect(await readRevisionAt(createMemoryStore(), 'A', { instant: minute(9), latest: 0 })).toBe(0);
  });

  test('cannot be told where a document is lost, and it is said which', async () => {
    const store = await storeOfMany(3);
    expect(await readRevisionInstant(store, 'A', 2)).toBe(minute(2));
    await store.commit([{ kind: 'delete', key: historyKey('A', 2, 0) }]);
    await expect(readRevisionInstant(store, 'A', 2)).rejects.toThrow('workbooks/A/history/000000002-0');
  });
});
