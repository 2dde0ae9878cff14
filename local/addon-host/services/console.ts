import type { LogLine } from '../host-api.ts';
import { strict } from '../strict.ts';
import type { ScriptRun } from './script-run.ts';

/** What would stand under «Выполнения» in the editor of Apps Script. */
export function createConsole({ host }: ScriptRun) {
  const writer =
    (level: LogLine['level']) =>
    (...parts: readonly unknown[]): void =>
      host.log({ level, text: parts.map(String).join(' ') });
  return strict('console', {
    log: writer('log'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
  });
}
