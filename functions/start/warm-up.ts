import { flushCompileCache } from 'node:module';
import { fillCompileCache } from './compile-cache.ts';

/** Run once where the program then stays: fills the compile cache with what a start and the usual calls load. */
fillCompileCache(import.meta.dirname);
const { warmUp } = await import('./usual-calls.ts');
await warmUp();
flushCompileCache();
process.exit();
