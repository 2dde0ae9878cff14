import { strict } from '../strict.ts';
import type { ScriptRun } from './index.ts';

export function createUtilities({ host }: ScriptRun) {
  return strict('Utilities', { sleep: (ms: number) => host.sleep(ms) });
}
