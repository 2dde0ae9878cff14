import { describe, expect, test } from '@jest/globals';
import { StoreUsageError } from '../../../../functions/adapters/shared-store/store-json.ts';
import { StoreConflictError } from '../../../../functions/use-cases/ports/errors.ts';
import type { Store, StoreWrite } from '../../../../functions/use-cases/ports/store.ts';
import { putOf, type World } from './world.ts';

const WRITERS = 5;
const INCREMENTS = 4;
const MANY = 150;

export function describePreconditions(world: World): void {
  const refused = async (...writes: StoreWrite[]): Promise<void> =>
    expect(world.store.commit(writes)).rejects.toThrow(StoreConflictError);

  describe('preconditions', () => {
    test('a version changes with the document, and is a new one after deletion and creation', async () => {
      const versions: string[] = [];
      for (const n of [1, 2, 3]) {
        await world.put('', { n });
        versions.push(await world.versionOf(''));
        if (n === 2) await world.store.commit([{ kind: 'delete', key: world.at('') }]);
      }
      expect(new Set(versions).size).toBe(3);
    });

    test('"absent" creates a document, and never replaces one', async () => {
      await world.store.commit([putOf(world.at(''), { n: 1 }, 'absent')]);
      await refused(putOf(world.at(''), { n: 2 }, 'absent'));
      expect(await world.readData('')).toEqual([{ n: 1 }]);
    });

    test('a put on the standing version is done, on an older one refused', async () => {
      await world.put('', { n: 1 });
      const version = await world.versionOf('');
      await world.store.commit([putOf(world.at(''), { n: 2 }, version)]);
      await refused(putOf(world.at(''), { n: 3 }, version));
      expect(await world.readData('')).toEqual([{ n: 2 }]);
    });

    test('a deletion on the standing version is done, on an older one refused', async () => {
      await world.put('', { n: 1 });
      const version = await world.versionOf('');
      await world.put('', { n: 2 });
      await refused({ kind: 'delete', key: world.at(''), ifVersion: version });
      await world.store.commit([{ kind: 'delete', key: world.at(''), ifVersion: await world.versionOf('') }]);
      expect(await world.readData('')).toEqual([undefined]);
    });

    test('a put or deletion on a version of a document that is gone is refused', async () => {
      await world.put('', { n: 1 });
      const ifVersion = await world.versionOf('');
      await world.store.commit([{ kind: 'delete', key: world.at('') }]);
      await refused(putOf(world.at(''), { n: 2 }, ifVersion));
      await refused({ kind: 'delete', key: world.at(''), ifVersion });
      expect(await world.readData('')).toEqual([undefined]);
    });

    test('an old version does not pass for the same document deleted and created anew', async () => {
      await world.put('', { n: 1 });
      const ifVersion = await world.versionOf('');
      await world.store.commit([{ kind: 'delete', key: world.at('') }]);
      await world.store.commit([putOf(world.at(''), { n: 1 }, 'absent')]);
      await refused(putOf(world.at(''), { n: 2 }, ifVersion));
      await refused({ kind: 'delete', key: world.at(''), ifVersion });
      expect(await world.readData('')).toEqual([{ n: 1 }]);
    });

    test('the same data put again is a new version: who read before loses', async () => {
      await world.put('', { n: 1 });
      const ifVersion = await world.versionOf('');
      await world.put('', { n: 1 });
      await refused(putOf(world.at(''), { n: 2 }, ifVersion));
    });

    test('a version of one document is none of another', async () => {
      await world.put('rows/a', { n: 1 });
      await world.put('rows/b', { n: 1 });
      await refused(putOf(world.at('rows/b'), { n: 2 }, await world.versionOf('rows/a')));
    });

    test('a version that no store gave out is refused', async () => {
      await world.put('', { n: 1 });
      await refused(putOf(world.at(''), { n: 2 }, 'no version'));
    });

    test('one failing precondition of several leaves everything as it was', async () => {
      await world.put('rows/a', { n: 1 });
      await world.put('rows/b', { n: 1 });
      await refused(
        putOf(world.at(''), { n: 2 }),
        putOf(world.at('rows/a'), { n: 2 }, await world.versionOf('rows/a')),
        putOf(world.at('rows/b'), { n: 2 }, 'absent'),
        { kind: 'delete', key: world.at('rows/a-z') },
      );
      expect(await world.readData('', 'rows/a', 'rows/b')).toEqual([undefined, { n: 1 }, { n: 1 }]);
    });

    test.each(['put', 'delete'] as const)(
      'one failing %s keeps a commit of many from writing any',
      async (kind) => {
        await world.put('rows/moved', { n: 1 });
        const ifVersion = await world.versionOf('rows/moved');
        await world.put('rows/moved', { n: 2 });
        const puts = Array.from({ length: MANY }, (_, n) => putOf(world.at(`rows/r${n}`), { n }, 'absent'));
        const key = world.at('rows/moved');
        const failing = kind === 'put' ? putOf(key, { n: 3 }, ifVersion) : { kind, key, ifVersion };
        await refused(...puts, failing);
        const found = await world.store.scan(world.at('rows'), { limit: MANY + 1 });
        expect(found.map(({ data }) => data)).toEqual([{ n: 2 }]);
      },
    );

    test('a commit of many is seen whole by another opening of the store', async () => {
      await world.store.commit(
        Array.from({ length: MANY }, (_, n) => putOf(world.at(`rows/r${n}`), { n }, 'absent')),
      );
      expect(await world.other.scan(world.at('rows'), { limit: MANY + 1 })).toHaveLength(MANY);
    });

    test('a document twice in one commit is refused as a bug of ours', async () => {
      const twice = [putOf(world.at(''), { n: 1 }), putOf(world.at(''), { n: 2 })];
      await expect(world.store.commit(twice)).rejects.toThrow(StoreUsageError);
    });
  });

  describe('contention', () => {
    test('of two writers on one version exactly one wins', async () => {
      await world.put('', { winner: 0 });
      const version = await world.versionOf('');
      const outcomes = await Promise.allSettled(
        [world.store, world.other].map((store, i) =>
          store.commit([putOf(world.at(''), { winner: i + 1 }, version)]),
        ),
      );
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled') + 1;
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await world.readData('')).toEqual([{ winner }]);
    });

    test('of two creators exactly one wins', async () => {
      const outcomes = await Promise.allSettled(
        [world.store, world.other].map((store) => store.commit([putOf(world.at(''), {}, 'absent')])),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    test('no increment of many writers is lost, and none is tried more often than others can be in its way', async () => {
      await world.put('', { n: 0 });
      const writers = Array.from({ length: WRITERS }, (_, i) =>
        increment(i % 2 ? world.other : world.store, world.at('')),
      );
      const tries = await Promise.all(writers);
      expect(await world.readData('')).toEqual([{ n: WRITERS * INCREMENTS }]);
      // A try fails only where another has succeeded since the document was read.
      expect(Math.max(...tries)).toBeLessThanOrEqual(WRITERS * INCREMENTS);
    });
  });
}

/** Adds one, several times over; gives how many tries it took. */
async function increment(store: Store, key: string): Promise<number> {
  let tries = 0;
  for (let done = 0; done < INCREMENTS;) {
    const [found] = await store.getMany([key]);
    tries += 1;
    try {
      await store.commit([putOf(key, { n: Number(found?.data['n']) + 1 }, found?.version)]);
      done += 1;
    } catch (error) {
      if (!(error instanceof StoreConflictError)) throw error;
    }
  }
  return tries;
}
