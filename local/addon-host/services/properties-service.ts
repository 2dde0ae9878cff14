import { strict } from '../strict.ts';
import type { ScriptRun } from './index.ts';

export function createPropertiesService({ scriptProperties }: ScriptRun) {
  return strict('PropertiesService', {
    getScriptProperties: () => strict('Properties', { getProperties: () => ({ ...scriptProperties }) }),
  });
}
