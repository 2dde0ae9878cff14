import { strict } from '../strict.ts';
import type { ScriptRun } from './index.ts';

export function createLockService({ host }: ScriptRun) {
  return strict('LockService', {
    getDocumentLock: () =>
      strict('Lock', {
        tryLock: (timeoutMs: number) => host.tryLock(timeoutMs),
        releaseLock: () => host.releaseLock(),
      }),
  });
}
