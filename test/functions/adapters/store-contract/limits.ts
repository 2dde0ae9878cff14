import { describe, expect, test } from '@jest/globals';
import { StoreUsageError } from '../../../../functions/adapters/shared-store/store-json.ts';
import { documentBytes, STORE_LIMITS } from '../../../../functions/adapters/shared-store/store-limits.ts';
import { StoreLimitError } from '../../../../functions/use-cases/ports/errors.ts';
import { putOf, type World } from './world.ts';

const BAD_KEYS: readonly (readonly [string, string])[] = [
  ['an empty key', ''],
  ['an odd number of segments', 'workbooks'],
  ['an empty segment', 'workbooks//rows/a'],
  ['a leading slash', '/workbooks'],
  ['a dot', 'workbooks/.'],
  ['two dots', 'workbooks/..'],
  ['a reserved segment', 'workbooks/__a__'],
  ['a zero byte', 'workbooks/a\0'],
  ['half an emoji', 'workbooks/\ud83d'],
  ['a segment of 1502 bytes', `workbooks/${'я'.repeat(751)}`],
  ['more than 6 KiB', `workbooks/${Array(5).fill('я'.repeat(740)).join('/')}`],
];

export function describeLimits(world: World): void {
  /** The largest text that fits into the document with room for `extra` more bytes. */
  const textOf = (extra: number): string => {
    const room = STORE_LIMITS.documentBytes - documentBytes(world.at(''), { text: '' });
    return 'a'.repeat(room + extra);
  };

  describe('limits', () => {
    test('a document of exactly 1 MiB is kept', async () => {
      await world.put('', { text: textOf(0) });
      expect(await world.readData('')).toEqual([{ text: textOf(0) }]);
    });

    test('one byte more is refused, with all that was committed beside it', async () => {
      const commit = world.store.commit([
        putOf(world.at('rows/a'), {}),
        putOf(world.at(''), { text: textOf(1) }),
      ]);
      await expect(commit).rejects.toThrow(StoreLimitError);
      expect(await world.readData('', 'rows/a')).toEqual([undefined, undefined]);
    });

    test('a document is measured in bytes, not in characters', async () => {
      await expect(world.put('', { text: 'я'.repeat(600_000) })).rejects.toThrow(StoreLimitError);
    });

    test('a commit of more than 10 MiB is refused', async () => {
      const puts = Array.from({ length: 11 }, (_, i) =>
        putOf(world.at(`rows/r${i}`), { text: textOf(-1000) }),
      );
      await expect(world.store.commit(puts)).rejects.toThrow(StoreLimitError);
      expect(await world.store.scan(world.at('rows'), { limit: 20 })).toEqual([]);
    });

    // No more: the emulator takes 4 MiB a message where Firestore itself takes 10.
    test('a commit of three documents of nearly 1 MiB is done whole', async () => {
      const puts = Array.from({ length: 3 }, (_, i) =>
        putOf(world.at(`rows/r${i}`), { text: textOf(-1000) }),
      );
      await world.store.commit(puts);
      expect(await world.store.scan(world.at('rows'), { limit: 20 })).toHaveLength(3);
    });

    test('a segment of 1500 bytes is a key', async () => {
      const path = `rows/${'я'.repeat(750)}`;
      await world.put(path, { n: 1 });
      expect(await world.readData(path)).toEqual([{ n: 1 }]);
    });

    test.each(BAD_KEYS)('a key with %s is refused as a bug of ours', async (_, key) => {
      await expect(world.store.getMany([key])).rejects.toThrow(StoreUsageError);
      await expect(world.store.commit([putOf(key, {})])).rejects.toThrow(StoreUsageError);
      await expect(world.store.commit([{ kind: 'delete', key }])).rejects.toThrow(StoreUsageError);
      await expect(world.store.scan(`${key}/rows`, { limit: 1 })).rejects.toThrow(StoreUsageError);
    });
  });
}
