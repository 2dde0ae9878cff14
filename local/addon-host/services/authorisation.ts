import type { ScriptRun } from './script-run.ts';

/** Throws what Apps Script throws where a simple trigger asks for what needs the user's consent. */
export function requireAuthorisation({ isAuthorised, refuse }: ScriptRun, member: string): void {
  if (!isAuthorised) refuse(`You do not have permission to call ${member}.`);
}
