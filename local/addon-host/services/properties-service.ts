import { strict } from '../strict.ts';
import type { ScriptRun } from './script-run.ts';

export function createPropertiesService({ host, user, scriptProperties }: ScriptRun) {
  const propertiesOf = (area: string) =>
    strict('Properties', {
      getProperty: (key: string) => host.getProperty(area, key),
      setProperty: (key: string, value: string) => host.setProperty(area, key, value),
      deleteProperty: (key: string) => host.deleteProperty(area, key),
    });
  return strict('PropertiesService', {
    // Set by the installer in the editor of Apps Script; the script itself only reads them.
    getScriptProperties: () => strict('Properties', { getProperties: () => ({ ...scriptProperties }) }),
    getDocumentProperties: () => propertiesOf('document'),
    getUserProperties: () => propertiesOf(`user ${user}`),
  });
}
