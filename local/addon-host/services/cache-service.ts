import { strict } from '../strict.ts';
import type { ScriptRun } from './script-run.ts';

/** Google's own, where the script names none; and the longest that it keeps anything. */
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

export function createCacheService({ host }: ScriptRun) {
  return strict('CacheService', {
    getDocumentCache: () =>
      strict('Cache', {
        get: (key: string) => host.getCached('document', key),
        put: (key: string, value: string, seconds = DEFAULT_SECONDS) =>
          host.putCached('document', key, { value, seconds: Math.min(seconds, MAX_SECONDS) }),
        remove: (key: string) => host.removeCached('document', key),
      }),
  });
}
