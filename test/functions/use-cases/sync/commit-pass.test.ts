import { beforeEach, describe, expect, test } from '@jest/globals';
import { STAFF_WORKSHEETS } from '../../../../functions/domain/records/worksheet-key.ts';
import type { RowChange } from '../../../../functions/domain/sync/plan-sync.ts';
import { commitParts } from '../../../../functions/use-cases/sync/commit-pass.ts';
import { headKey, readHead, type Head } from '../../../../functions/use-cases/stored/head/head.ts';
import { newHead } from '../../../../functions/use-cases/stored/head/new-head.ts';
import { fencedHead, type CommitInput } from '../../../../functions/use-cases/stored/plan-commit.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { createMemoryStore, type MemoryStore } from '../../../simulation/world/memory-store.ts';

const HEAD: Head = newHead(undefined, {
  title: 'ШНОР',
  timeZone: 'Asia/Yekaterinburg',
  members: {},
  sheetIds: Object.fromEntries(
    [...STAFF_WORKSHEETS, 'control', 'about', 'overview', 'instruction'].map((key, index) => [key, index]),
  ),
});

/** So many new rows, of which six fill a commit. */
function inputOf(count: number): CommitInput {
  const changes = Array.from({ length: count }, (_, index): RowChange => {
    const text = 'x'.repeat(140_000);
    const cells = Object.fromEntries(Array.from({ length: 3 }, (_each, n) => [`x${n}`, text]));
    const pairs = Object.entries(cells).map(([key, value]) => [key, [null, value]] as const);
    return { rowId: `e${index * 50}`, kind: 'create', cells: Object.fromEntries(pairs), after: cells };
  });
  return {
    workbookId: 'A',
    head: HEAD,
    next: { ...HEAD, digests: { executions: 'seen' } },
    worksheets: [{ worksheet: 'executions', base: new Map(), changes }],
    numberOf: (_, rowId) => Number(rowId.slice(1)),
    at: '2026-11-23T06:00:00.000Z',
    by: 'coordinator@example.ru',
  };
}

describe('a pass that is too large for one commit', () => {
  let store: MemoryStore;
  beforeEach(async () => {
    store = createMemoryStore();
    const { kind, key, data } = fencedHead('A', HEAD, '') as { kind: 'put'; key: string; data: never };
    await store.commit([{ kind, key, data }]);
  });
  const versionOfHead = async () => (await readHead(store, 'A'))?.version ?? '';

  /** The store, with something done after its first commit. */
  const meddling = (action: () => Promise<void>): Store => {
    let commits = 0;
    return {
      ...store,
      commit: async (writes) => {
        await store.commit(writes);
        commits += 1;
        if (commits === 1) await action();
      },
    };
  };

  test('is stored part after part, each a revision, and the last tells what was seen of the sheets', async () => {
    const told: unknown[] = [];
    const watched: Store = {
      ...store,
      commit: async (writes) => {
        await store.commit(writes);
        const head = (await readHead(store, 'A'))?.head;
        told.push([head?.revision, head?.digests]);
      },
    };
    const head = await commitParts(watched, inputOf(13), await versionOfHead());
    expect(told).toEqual([
      ...Array.from({ length: told.length - 1 }, (_, n) => [n + 1, {}]),
      [head.revision, { executions: 'seen' }],
    ]);
    expect(told).toHaveLength(3);
    expect(head).toEqual((await readHead(store, 'A'))?.head);
  });

  test('ends where another commits between two parts, and what was stored stays', async () => {
    const other = meddling(async () => {
      const found = await readHead(store, 'A');
      if (!found) throw new Error('no head');
      await store.commit([
        fencedHead('A', { ...found.head, revision: found.head.revision + 1 }, found.version),
      ]);
    });
    await expect(commitParts(other, inputOf(7), await versionOfHead())).rejects.toMatchObject({
      code: 'store_conflict',
    });
    expect((await readHead(store, 'A'))?.head.revision).toBe(2);
  });

  test('goes on where another renamed the workbook meanwhile without a revision', async () => {
    const other = meddling(async () => {
      const found = await readHead(store, 'A');
      if (!found) throw new Error('no head');
      await store.commit([fencedHead('A', { ...found.head, title: 'Новое' }, found.version)]);
    });
    const head = await commitParts(other, inputOf(7), await versionOfHead());
    expect(head.revision).toBe(2);
  });

  test('stores nothing where another was faster from the start', async () => {
    await expect(commitParts(store, inputOf(1), 'older')).rejects.toMatchObject({ code: 'store_conflict' });
    expect([...store.documents.keys()]).toEqual([headKey('A')]);
  });
});
