import { openSqliteStore } from '../../../../functions/adapters/sqlite/store.ts';
import { StoreConflictError } from '../../../../functions/use-cases/ports/errors.ts';

/** A process of its own for the tests: `node increment.ts FILE TIMES` adds one to a document so many times. */
const [path = '', times = '0'] = process.argv.slice(2);
const store = openSqliteStore(path);
const key = 'counters/shared';
for (let done = 0; done < Number(times);) {
  const [found] = await store.getMany([key]);
  try {
    const data = { n: Number(found?.data['n'] ?? 0) + 1 };
    await store.commit([{ kind: 'put', key, data, ifVersion: found?.version ?? 'absent' }]);
    done += 1;
  } catch (error) {
    if (!(error instanceof StoreConflictError)) throw error;
  }
}
await store.close();
