import type { Store } from '../../functions/use-cases/ports/store.ts';

interface StoreCounts {
  /** Documents asked for by key, absent ones too: each is paid for. */
  reads: number;
  /** Documents that scans have returned. */
  scanned: number;
  /** Documents put or deleted in commits that succeeded. */
  writes: number;
  /** Commits that were tried, empty ones left out. */
  commits: number;
}

export interface CountingStore {
  readonly store: Store;
  readonly counts: StoreCounts;
  reset(): void;
}

/** The store behind a counter, for tests of the budgets of promise 9. */
export function countStore(inner: Store): CountingStore {
  const none: StoreCounts = { reads: 0, scanned: 0, writes: 0, commits: 0 };
  const counts = { ...none };
  const store: Store = {
    async getMany(keys) {
      counts.reads += keys.length;
      return inner.getMany(keys);
    },
    async scan(collection, page) {
      const documents = await inner.scan(collection, page);
      counts.scanned += documents.length;
      return documents;
    },
    async commit(writes) {
      if (writes.length > 0) counts.commits += 1;
      await inner.commit(writes);
      counts.writes += writes.length;
    },
    close: () => inner.close(),
  };
  return { store, counts, reset: () => void Object.assign(counts, none) };
}
