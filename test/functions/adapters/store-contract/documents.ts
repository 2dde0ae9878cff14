import { describe, expect, test } from '@jest/globals';
import { putOf, type World } from './world.ts';

export function describeDocuments(world: World): void {
  describe('reading', () => {
    test('an absent document is undefined', async () => {
      expect(await world.store.getMany([world.at('')])).toEqual([undefined]);
    });

    test('no keys give no documents', async () => {
      expect(await world.store.getMany([])).toEqual([]);
    });

    test('the answer has the order of the keys; a key asked twice is answered twice', async () => {
      await world.put('rows/b', { n: 2 });
      await world.put('rows/a', { n: 1 });
      const found = await world.readData('rows/b', 'rows/x', 'rows/a', 'rows/b');
      expect(found).toEqual([{ n: 2 }, undefined, { n: 1 }, { n: 2 }]);
    });

    test('two reads of an unchanged document are equal, version included', async () => {
      await world.put('rows/a', { n: 1 });
      const first = await world.read('rows/a');
      expect(first).toEqual({ key: world.at('rows/a'), version: expect.any(String), data: { n: 1 } });
      expect(await world.read('rows/a')).toEqual(first);
    });

    test('what one opening of the store wrote the other reads, version included', async () => {
      await world.put('', { n: 1 });
      expect(await world.other.getMany([world.at('')])).toEqual([await world.read('')]);
    });
  });

  describe('writing', () => {
    test('a put replaces the document wholly', async () => {
      await world.put('', { map: { old: 1, both: 1 }, gone: true });
      await world.put('', { map: { both: 2 } });
      expect(await world.readData('')).toEqual([{ map: { both: 2 } }]);
    });

    test('a put on a version replaces the document wholly', async () => {
      await world.put('', { map: { old: 1, both: 1 }, gone: true });
      await world.store.commit([putOf(world.at(''), { map: { both: 2 } }, await world.versionOf(''))]);
      expect(await world.readData('')).toEqual([{ map: { both: 2 } }]);
    });

    test('a document may become empty', async () => {
      await world.put('', { n: 1 });
      await world.store.commit([putOf(world.at(''), {}, await world.versionOf(''))]);
      expect(await world.readData('')).toEqual([{}]);
    });

    test('a deleted document is absent; to delete it again is no error', async () => {
      await world.put('', { n: 1 });
      await world.store.commit([{ kind: 'delete', key: world.at('') }]);
      await world.store.commit([{ kind: 'delete', key: world.at('') }]);
      expect(await world.readData('')).toEqual([undefined]);
    });

    test('a document outlives the one above it', async () => {
      await world.put('', { n: 1 });
      await world.put('rows/a', { n: 2 });
      await world.store.commit([{ kind: 'delete', key: world.at('') }]);
      expect(await world.readData('', 'rows/a')).toEqual([undefined, { n: 2 }]);
    });

    test('one commit puts and deletes many documents', async () => {
      await world.put('rows/old', { n: 0 });
      const puts = [1, 2, 3].map((n) => putOf(world.at(`rows/r${n}`), { n }));
      await world.store.commit([{ kind: 'delete', key: world.at('rows/old') }, ...puts]);
      const found = await world.readData('rows/old', 'rows/r1', 'rows/r2', 'rows/r3');
      expect(found).toEqual([undefined, { n: 1 }, { n: 2 }, { n: 3 }]);
    });

    test('an empty commit does nothing', async () => {
      await expect(world.store.commit([])).resolves.toBeUndefined();
    });
  });
}
