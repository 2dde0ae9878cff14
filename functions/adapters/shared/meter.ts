import { AsyncLocalStorage } from 'node:async_hooks';
import type { Meter, Usage } from '../../use-cases/ports/meter.ts';
import type { Store } from '../../use-cases/ports/store.ts';

const MINUTE_MS = 60_000;
/** Of each kind, to a user a minute. */
const GRANTED = 60;

/** The meter, and what the adapters tell it. */
export interface OpenMeter extends Meter {
  readonly onSheetsCall: (kind: 'read' | 'write') => void;
  /** The store with its documents counted: reads also of what is absent, for those are paid too. */
  readonly meterStore: (store: Store) => Store;
}

export function createMeter(now: () => number): OpenMeter {
  const current = new AsyncLocalStorage<Usage>();
  let calls: { readonly kind: 'read' | 'write'; readonly at: number }[] = [];
  const add = (key: keyof Usage, count: number) => {
    const usage = current.getStore();
    if (usage) usage[key] += count;
  };
  const recent = () => (calls = calls.filter(({ at }) => at > now() - MINUTE_MS));
  return {
    measure: (usage, work) => current.run(usage, work),
    lastMinute() {
      const reads = recent().filter(({ kind }) => kind === 'read').length;
      return { reads, writes: calls.length - reads, granted: GRANTED };
    },
    onSheetsCall(kind) {
      recent().push({ kind, at: now() });
      add(kind === 'read' ? 'sheetsReads' : 'sheetsWrites', 1);
    },
    meterStore: (store) => ({
      async getMany(keys) {
        add('storeReads', keys.length);
        return store.getMany(keys);
      },
      async scan(collection, page) {
        const found = await store.scan(collection, page);
        add('storeReads', Math.max(1, found.length));
        return found;
      },
      async commit(writes) {
        await store.commit(writes);
        add('storeWrites', writes.length);
      },
      close: () => store.close(),
    }),
  };
}
