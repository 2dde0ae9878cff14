import { beforeEach, describe, expect, test } from '@jest/globals';
import { claimAppends, releaseAppends } from '../../../../functions/use-cases/append/append-claim.ts';
import { createMemoryStore, type MemoryStore } from '../../../simulation/world/memory-store.ts';

const request = (by: string, now: string) => ({
  workbookId: 'A',
  by: `${by}@example.ru`,
  now: `2026-11-23T${now}.000Z`,
});
const FIRST = request('first', '06:00:00');

describe('the claim to append rows', () => {
  let store: MemoryStore;
  beforeEach(() => {
    store = createMemoryStore();
  });
  const holder = async () => (await store.getMany(['workbooks/A/claims/appends']))[0]?.data['by'] ?? null;

  test.each<readonly [what: string, now: string, isRefused: boolean]>([
    ['at the same moment', '06:00:00', true],
    ['a second before five minutes are over', '06:04:59', true],
    ['when five minutes are over', '06:05:00', false],
    ['by a clock that goes a minute behind', '05:59:00', true],
    ['after the clock was set back an hour', '05:00:00', false],
  ])('of another is waited for: %s', async (_, now, isRefused) => {
    await claimAppends(store, FIRST);
    const end = await claimAppends(store, request('second', now)).then(
      () => 'taken',
      (error: { readonly code: string; readonly message: string }) => [
        error.code,
        error.message.includes(FIRST.by),
      ],
    );
    expect(end).toEqual(isRefused ? ['appends_running', true] : 'taken');
    expect(await holder()).toBe(isRefused ? FIRST.by : 'second@example.ru');
  });

  test.each<readonly [what: string, before: (() => Promise<void>) | undefined]>([
    ['none', undefined],
    ['one whose holder has died', () => claimAppends(store, request('dead', '05:00:00'))],
  ])('is given to one of two who both read %s before either commits', async (_, before) => {
    await before?.();
    const read = Promise.withResolvers<void>();
    let readers = 0;
    const both: MemoryStore = {
      ...store,
      getMany: async (keys) => {
        const found = await store.getMany(keys);
        readers += 1;
        if (readers === 2) read.resolve();
        await read.promise;
        return found;
      },
    };
    const ends = await Promise.allSettled(
      [FIRST, request('second', '06:00:01')].map((each) => claimAppends(both, each)),
    );
    const told = ends.map((end) => (end.status === 'rejected' ? end.reason.code : 'taken'));
    expect(new Set(told)).toEqual(new Set(['taken', 'appends_running']));
  });

  test.each<readonly [who: string, by: ReturnType<typeof request>, left: string | null]>([
    ['its holder', FIRST, null],
    ['another', request('second', '06:00:00'), FIRST.by],
    ['its holder for an older claim', request('first', '05:00:00'), FIRST.by],
  ])('is given back by %s', async (_, by, left) => {
    await claimAppends(store, FIRST);
    await releaseAppends(store, by);
    expect(await holder()).toBe(left);
  });

  test('that nobody has is given back without a word', async () => {
    await releaseAppends(store, FIRST);
    expect(store.documents.size).toBe(0);
  });

  test('does not hide that the store cannot be reached', async () => {
    const broken = { ...store, commit: () => Promise.reject(new Error('no store')) };
    await expect(claimAppends(broken, FIRST)).rejects.toThrow('no store');
  });
});
