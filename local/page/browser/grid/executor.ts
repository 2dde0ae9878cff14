import { ICommandService } from '@univerjs/core';
import type { Grid } from './univer.ts';

/** Told to Univer with each change that comes from the server: it is no deed of this window's user. */
const FROM_SERVER = { fromCollab: true };

export type Execute = (id: string, params: object) => void;

export function executorOf({ injector }: Pick<Grid, 'injector'>): Execute {
  const commands = injector.get(ICommandService);
  return (id, params) => void commands.syncExecuteCommand(id, params, FROM_SERVER);
}
