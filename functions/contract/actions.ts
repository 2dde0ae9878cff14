import type { Role } from '../domain/roles.ts';
import type { Action } from './action.ts';
import type { FunctionName } from './answers.ts';
import { FUNCTION_NAMES, FUNCTIONS, type ActionOf } from './functions.ts';

/** `sync.confirm`. */
export type ActionName = { [Name in FunctionName]: `${Name}.${ActionOf<Name>}` }[FunctionName];

/** The table by rows, as README prints it. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  FUNCTION_NAMES.flatMap((name) =>
    Object.entries(FUNCTIONS[name]).map(([key, action]) => [`${name}.${key}`, action] as const),
  ),
);

export function actionOf(name: ActionName): Action {
  const action = ACTIONS.get(name);
  if (!action) throw new Error(`no action ${name}`);
  return action;
}

export function mayDo(role: Role | undefined, name: ActionName): boolean {
  return role !== undefined && actionOf(name).roles.includes(role);
}
