import { strict } from '../strict.ts';
import type { ScriptRun } from './index.ts';

export function createScriptApp({ host, isAuthorised, refuse }: ScriptRun) {
  return strict('ScriptApp', {
    getIdentityToken: () =>
      isAuthorised
        ? host.readIdentityToken()
        : refuse('You do not have permission to call ScriptApp.getIdentityToken.'),
  });
}
