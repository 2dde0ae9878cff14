import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type {
  JsonObject,
  Store,
  StoredDocument,
  StoreWrite,
} from '../../../../functions/use-cases/ports/store.ts';

/** Two openings of one store, and a part of it that no other test uses: paths are below `workbooks/tN`. */
export interface World {
  readonly store: Store;
  readonly other: Store;
  /** The key of the document at `path`; the workbook itself is ''. */
  at(path: string): string;
  put(path: string, data: JsonObject): Promise<void>;
  read(path: string): Promise<StoredDocument | undefined>;
  readData(...paths: readonly string[]): Promise<readonly (JsonObject | undefined)[]>;
  versionOf(path: string): Promise<string>;
}

/** To be called inside `describe`: opens before all of its tests and closes after them. */
export function createWorld(open: () => Store): World {
  let opened: { readonly store: Store; readonly other: Store } | undefined;
  let testNumber = 0;
  beforeAll(() => {
    opened = { store: open(), other: open() };
  });
  beforeEach(() => {
    testNumber += 1;
  });
  afterAll(async () => {
    await opened?.store.close();
    await opened?.other.close();
  });

  const stores = (): { readonly store: Store; readonly other: Store } => {
    if (!opened) throw new Error('the store is opened before the tests, not before');
    return opened;
  };
  const at = (path: string): string => `workbooks/t${testNumber}${path === '' ? '' : `/${path}`}`;
  const readMany = (paths: readonly string[]): ReturnType<Store['getMany']> =>
    stores().store.getMany(paths.map(at));
  return {
    get store() {
      return stores().store;
    },
    get other() {
      return stores().other;
    },
    at,
    put: (path, data) => stores().store.commit([putOf(at(path), data)]),
    read: async (path) => (await readMany([path]))[0],
    readData: async (...paths) => (await readMany(paths)).map((found) => found?.data),
    versionOf: async (path) => (await readMany([path]))[0]?.version ?? 'absent',
  };
}

export function putOf(
  key: string,
  data: JsonObject,
  ifVersion?: string,
): Extract<StoreWrite, { kind: 'put' }> {
  return { kind: 'put', key, data, ...(ifVersion === undefined ? {} : { ifVersion }) };
}
