import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { StoreUsageError } from '../../../functions/adapters/store-json.ts';
import { STORE_LIMITS } from '../../../functions/adapters/store-limits.ts';
import { StoreConflictError, StoreLimitError } from '../../../functions/use-cases/errors.ts';
import type { Json, JsonObject, Store, StoredDocument } from '../../../functions/use-cases/ports.ts';
import { checkAgainstModel } from './store-model.ts';

export interface StoreContractOptions {
  /** Opens the same store anew at each call, as another process would. */
  readonly open: () => Store;
  /** Rounds of the model test. */
  readonly modelRuns: number;
}

/** What every store must do; each adapter runs it from its own test file. */
export function describeStoreContract(name: string, { open, modelRuns }: StoreContractOptions): void {
  describe(`${name} keeps the contract of the store`, () => {
    let store: Store;
    let other: Store;
    let testCount = 0;
    /** The key of a document that no other test uses. */
    let at: (path: string) => string;

    beforeAll(() => {
      store = open();
      other = open();
    });
    beforeEach(() => {
      testCount += 1;
      const root = `workbooks/t${testCount}`;
      at = (path) => (path === '' ? root : `${root}/${path}`);
    });
    afterAll(async () => {
      await Promise.all([store.close(), other.close()]);
    });

    const put = (path: string, data: JsonObject): Promise<void> =>
      store.commit([{ kind: 'put', key: at(path), data }]);
    const read = async (path: string): Promise<StoredDocument | undefined> =>
      (await store.getMany([at(path)]))[0];
    const readData = async (...paths: string[]): Promise<(JsonObject | undefined)[]> =>
      (await store.getMany(paths.map(at))).map((found) => found?.data);
    const versionOf = async (path: string): Promise<string> => (await read(path))?.version ?? 'none';
    const scanIds = async (collection: string, page: { limit: number; after?: string }): Promise<string[]> => {
      const startAfter = page.after === undefined ? {} : { startAfter: at(`${collection}/${page.after}`) };
      const found = await store.scan(at(collection), { limit: page.limit, ...startAfter });
      return found.map(({ key }) => key.slice(at(collection).length + 1));
    };

    describe('reading', () => {
      test('an absent document is undefined', async () => {
        expect(await store.getMany([at('')])).toEqual([undefined]);
      });

      test('no keys give no documents', async () => {
        expect(await store.getMany([])).toEqual([]);
      });

      test('the answer has the order of the keys, a key asked twice is answered twice', async () => {
        await put('rows/b', { n: 2 });
        await put('rows/a', { n: 1 });
        expect(await readData('rows/b', 'rows/x', 'rows/a', 'rows/b')).toEqual([
          { n: 2 },
          undefined,
          { n: 1 },
          { n: 2 },
        ]);
      });

      test('two reads of an unchanged document are equal, version included', async () => {
        await put('rows/a', { n: 1 });
        expect(await read('rows/a')).toEqual({ key: at('rows/a'), version: expect.any(String), data: { n: 1 } });
        expect(await read('rows/a')).toEqual(await read('rows/a'));
      });
    });

    describe('writing', () => {
      test('a put replaces the document wholly', async () => {
        await put('', { kept: { old: 1, both: 1 }, gone: true });
        await put('', { kept: { both: 2 } });
        expect(await readData('')).toEqual([{ kept: { both: 2 } }]);
      });

      test('a put on a version replaces the document wholly too', async () => {
        await put('', { kept: { old: 1, both: 1 }, gone: true });
        await store.commit([{ kind: 'put', key: at(''), data: {}, ifVersion: await versionOf('') }]);
        expect(await readData('')).toEqual([{}]);
      });

      test('a deleted document is absent, deleting it again is no error', async () => {
        await put('', { n: 1 });
        await store.commit([{ kind: 'delete', key: at('') }]);
        await store.commit([{ kind: 'delete', key: at('') }]);
        expect(await readData('')).toEqual([undefined]);
      });

      test('a document stays when the one above it is deleted', async () => {
        await put('', { n: 1 });
        await put('rows/a', { n: 2 });
        await store.commit([{ kind: 'delete', key: at('') }]);
        expect(await readData('', 'rows/a')).toEqual([undefined, { n: 2 }]);
      });

      test('one commit puts and deletes many documents', async () => {
        await put('rows/old', { n: 0 });
        await store.commit([
          { kind: 'delete', key: at('rows/old') },
          ...[1, 2, 3].map((n) => ({ kind: 'put' as const, key: at(`rows/r${n}`), data: { n } })),
        ]);
        expect(await scanIds('rows', { limit: 10 })).toEqual(['r1', 'r2', 'r3']);
      });

      test('an empty commit does nothing', async () => {
        await expect(store.commit([])).resolves.toBeUndefined();
      });

      test('what one process wrote the other reads', async () => {
        await put('', { n: 1 });
        expect(await other.getMany([at('')])).toEqual([await read('')]);
      });
    });

    describe('values', () => {
      test.each<[string, Json]>([
        ['nothing', null],
        ['truth', true],
        ['a whole number', 44_561],
        ['a fraction', 0.1],
        ['the largest safe whole number', Number.MAX_SAFE_INTEGER],
        ['numbers beyond the whole ones', [1e300, -1e300, 5e-324, 2 ** 63]],
        ['Cyrillic and emoji', 'Срок «до 31 августа» 📅👩‍🏫'],
        ['an empty text', ''],
        ['control characters', 'a\u0000b\tc\r\nd'],
        ['empty lists and maps', { list: [], map: {} }],
        ['a list of maps with lists', [{ list: [1, [].length, { list: ['a'] }] }]],
        ['field names with dots, quotes, Cyrillic and emoji', { 'a.b': 1, '`"': 2, Школа: 3, '📅': 4, '': 5 }],
      ].filter(([name]) => name !== '') as [string, Json][])('%s comes back as it was', async (_, value) => {
        await put('', { value });
        expect(await readData('')).toEqual([{ value }]);
      });
    });
  });
  void [StoreUsageError, STORE_LIMITS, StoreConflictError, StoreLimitError, checkAgainstModel, modelRuns];
}
