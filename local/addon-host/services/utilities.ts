import { strict } from '../strict.ts';
import type { ScriptRun } from './script-run.ts';

export function createUtilities({ host }: ScriptRun) {
  return strict('Utilities', { sleep: (ms: number) => host.sleep(ms) });
}
