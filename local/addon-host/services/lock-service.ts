import type { LockKind } from '../host-api.ts';
import { strict } from '../strict.ts';
import type { ScriptRun } from './script-run.ts';

export function createLockService({ host }: ScriptRun) {
  const lockOf = (kind: LockKind) =>
    strict('Lock', {
      tryLock: (timeoutMs: number) => host.tryLock(kind, timeoutMs),
      releaseLock: () => host.releaseLock(kind),
    });
  return strict('LockService', {
    getDocumentLock: () => lockOf('document'),
    getScriptLock: () => lockOf('script'),
  });
}
