import { describe, expect, test } from '@jest/globals';
import { StoreUsageError } from '../../../../functions/adapters/shared-store/store-json.ts';
import { putOf, type World } from './world.ts';

/** In the order of their UTF-8 bytes, in which Firestore keeps ids (UTF-16 would put the emoji before ｡). */
const IDS = ['10', '9', 'A', 'a', 'a b', 'a.b', 'aa', 'Школа № 1', 'я', '｡', '📅'];

/** Each the beginning of the next, or else what a pattern, a quotation or a path would stumble over. */
const ODD_IDS = [
  ' a',
  '%',
  "'; --",
  '*',
  '...',
  '\\',
  '_',
  'a',
  'a ',
  'a!',
  'a%',
  'a*',
  'a-',
  'a.',
  'a0',
  'a:b',
  'aa',
  'aaa',
  'й',
  'й'.normalize('NFD'),
].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

export function describeScans(world: World): void {
  const scanIds = async (page: { limit: number; after?: string }, collection = 'rows'): Promise<string[]> => {
    const prefix = `${world.at(collection)}/`;
    const { limit, after } = page;
    const startAfter = after === undefined ? {} : { startAfter: prefix + after };
    const found = await world.store.scan(world.at(collection), { limit, ...startAfter });
    return found.map(({ key }) => key.slice(prefix.length));
  };
  const putAll = (...paths: readonly string[]): Promise<void> =>
    world.store.commit(paths.map((path) => putOf(world.at(path), { path })));

  describe('scans', () => {
    test('an empty collection has no documents', async () => {
      expect(await scanIds({ limit: 10 })).toEqual([]);
    });

    test('documents come whole, with the versions that a read by key gives', async () => {
      await putAll('rows/a', 'rows/b');
      const found = await world.store.scan(world.at('rows'), { limit: 10 });
      expect(found).toEqual(await world.store.getMany([world.at('rows/a'), world.at('rows/b')]));
    });

    test('documents come in the order of the bytes of their ids', async () => {
      await putAll(...IDS.toReversed().map((id) => `rows/${id}`));
      expect(await scanIds({ limit: 100 })).toEqual(IDS);
    });

    test('pages join without gap or overlap', async () => {
      await putAll(...IDS.map((id) => `rows/${id}`));
      const seen: string[] = [];
      for (let page = await scanIds({ limit: 4 }); page.length > 0;) {
        seen.push(...page);
        page = await scanIds({ limit: 4, after: page.at(-1) ?? '' });
      }
      expect(seen).toEqual(IDS);
    });

    test('ids with odd characters, and such as begin other ids, come one by one in their order', async () => {
      await putAll(...ODD_IDS.map((id) => `rows/${id}`));
      await putAll('rows/a/cells/x', 'rows!/a', 'rows-/a', 'rows0/a', 'row/zz');
      const seen: string[] = [];
      for (let page = await scanIds({ limit: 1 }); page.length > 0;) {
        seen.push(...page);
        page = await scanIds({ limit: 1, after: page.at(-1) ?? '' });
      }
      expect(seen).toEqual(ODD_IDS);
      expect(await scanIds({ limit: 9 }, 'rows!')).toEqual(['a']);
    });

    test('a document put between two pages is seen where it belongs, one behind the page is not', async () => {
      await putAll('rows/b', 'rows/d');
      expect(await scanIds({ limit: 1 })).toEqual(['b']);
      await putAll('rows/a', 'rows/c');
      expect(await scanIds({ limit: 9, after: 'b' })).toEqual(['c', 'd']);
    });

    test('a page starts after a document that is gone', async () => {
      await putAll('rows/a', 'rows/c');
      expect(await scanIds({ limit: 10, after: 'b' })).toEqual(['c']);
    });

    test('a scan descends into no collection below, and sees no neighbour with a common prefix', async () => {
      await putAll('rows/a', 'rows/a/cells/x', 'rows2/b', 'row/c', 'rows/z');
      expect(await scanIds({ limit: 10 })).toEqual(['a', 'z']);
      expect(await scanIds({ limit: 10 }, 'rows/a/cells')).toEqual(['x']);
    });

    test('a document that is only a folder of others is not seen', async () => {
      await putAll('rows/folder/cells/x');
      expect(await scanIds({ limit: 10 })).toEqual([]);
    });

    test.each([0, -1, 1.5, 10_001])('a page of %d documents is refused as a bug of ours', async (limit) => {
      await expect(scanIds({ limit })).rejects.toThrow(StoreUsageError);
    });

    test('a document is no collection; a page starts in no other collection', async () => {
      const { store } = world;
      const elsewhere = { limit: 1, startAfter: world.at('other/a') };
      await expect(store.scan(world.at(''), { limit: 1 })).rejects.toThrow(StoreUsageError);
      await expect(store.scan(world.at('rows'), elsewhere)).rejects.toThrow(StoreUsageError);
    });
  });
}
