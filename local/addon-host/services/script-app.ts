import type { TriggerSeen } from '../host-api.ts';
import type { TriggerEvent } from '../script-storage.ts';
import { strict } from '../strict.ts';
import { requireAuthorisation } from './authorisation.ts';
import type { ScriptRun } from './script-run.ts';

export function createScriptApp(run: ScriptRun) {
  const { host } = run;
  const ids = new WeakMap<object, string>();
  const showTrigger = ({ id, functionName }: TriggerSeen) => {
    const trigger = strict('Trigger', { getHandlerFunction: () => functionName });
    ids.set(trigger, id);
    return trigger;
  };
  const createBuilder = (functionName: string, event: TriggerEvent) =>
    strict('SpreadsheetTriggerBuilder', {
      create: () => showTrigger({ functionName, event, id: host.addTrigger({ functionName, event }) }),
    });
  return strict('ScriptApp', {
    getIdentityToken() {
      requireAuthorisation(run, 'ScriptApp.getIdentityToken');
      return host.readIdentityToken();
    },
    getProjectTriggers() {
      requireAuthorisation(run, 'ScriptApp.getProjectTriggers');
      return host.listTriggers().map(showTrigger);
    },
    deleteTrigger(trigger: object) {
      requireAuthorisation(run, 'ScriptApp.deleteTrigger');
      host.deleteTrigger(ids.get(trigger) ?? '');
    },
    newTrigger(functionName: string) {
      requireAuthorisation(run, 'ScriptApp.newTrigger');
      const forSpreadsheet = (_spreadsheet: object) =>
        strict('SpreadsheetTriggerBuilder', {
          onEdit: () => createBuilder(functionName, 'ON_EDIT'),
          onChange: () => createBuilder(functionName, 'ON_CHANGE'),
        });
      return strict('TriggerBuilder', { forSpreadsheet });
    },
  });
}
