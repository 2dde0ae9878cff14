import { openSqliteStore } from '../../../../functions/adapters/sqlite/store.ts';
import type { StoreWrite } from '../../../../functions/use-cases/ports/store.ts';

/** A process of its own for the tests: `node commit-and-die.ts FILE WRITES` dies before it can tell of its commit. */
const [path = '', writes = '[]'] = process.argv.slice(2);
await openSqliteStore(path).commit(JSON.parse(writes) as StoreWrite[]);
process.kill(process.pid, 'SIGKILL');
