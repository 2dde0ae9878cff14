import { runMonitoring } from '../monitor/run-monitoring.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Task } from '../ports/tasks.ts';
import { syncWorkbook } from '../sync/reconcile.ts';

/** What a task asks for, where no queue calls the functions for it. */
export async function carryOutTask(deps: Dependencies, task: Task): Promise<void> {
  const { workbookId, by, scheduledAt } = task;
  if (task.function === 'sync') await syncWorkbook(deps, { workbookId, by });
  else await runMonitoring(deps, { workbookId, by, scheduledAt });
}
