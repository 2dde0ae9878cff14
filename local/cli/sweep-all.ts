import type { CalendarDate } from '../../functions/domain/dates/dates.ts';
import { sweep } from '../../functions/entry-points/endpoints/sweep.ts';
import type { Task } from '../../functions/use-cases/ports/tasks.ts';
import type { Runtime } from '../runtime.ts';
import type { CommandResult } from './run-command.ts';

/** What the schedule does, by hand: all workbooks that are due. Fails where one of them did. */
export async function sweepAll(
  { services, operator }: Runtime,
  {
    function: name,
    today,
  }: { readonly function: Task['function']; readonly today?: CalendarDate | undefined },
): Promise<CommandResult> {
  const outcome = await sweep(services, { function: name, by: operator, today });
  return { json: outcome, text: outcome.message, ...(outcome.failedCount > 0 && { exitCode: 1 }) };
}
