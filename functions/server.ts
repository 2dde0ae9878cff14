import { useCompileCache } from './start/compile-cache.ts';

/** The program of a container (`start/serve.ts`), with what an earlier start has compiled where there is such. */
useCompileCache(import.meta.dirname);
const { serve } = await import('./start/serve.ts');
await serve();
