import { rowKey, type RowState, type RowStates } from '../../domain/history/past-change.ts';
import { createRewind, type HistoryProblem } from '../../domain/history/rewind.ts';
import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { HistoryBrokenError } from '../stored/history/history-errors.ts';
import type { Store } from '../ports/store.ts';
import type { Head } from '../stored/head/head.ts';
import { readRows } from '../stored/rows/shards.ts';
import { readHistoryParts } from '../stored/history/history.ts';

interface Where {
  readonly workbookId: string;
  readonly head: Head;
  readonly worksheets: readonly StaffWorksheetKey[];
}

/** All rows of the worksheets, tombstones too: one store read a shard. */
export async function readStates(
  store: Store,
  { workbookId, head, worksheets }: Where,
): Promise<ReadonlyMap<string, RowState>> {
  const read = await Promise.all(
    worksheets.map(async (worksheet) => {
      const rows = await readRows(store, workbookId, { worksheet, nextNumber: head.nextNumbers[worksheet] });
      return [...rows].map(([rowId, row]) => [rowKey(worksheet, rowId), row] as const);
    }),
  );
  return new Map(read.flat());
}

/**
 * The rows of the worksheets as they stood after the revision: their shards, and one read for each document of
 * the history since. Throws `HistoryBrokenError` where the two contradict each other, `HistoryTooLongError`.
 */
export async function readStatesAt(store: Store, where: Where, revision: number): Promise<RowStates> {
  const { workbookId, head, worksheets } = where;
  const rows = await readStates(store, where);
  const rewind = createRewind(rows, { revision, known: head.revision });
  const span = { after: revision, latest: head.revision };
  // Read after the rows: what they hold is in it. Anything later is passed over row by row.
  for await (const { changes } of readHistoryParts(store, workbookId, span)) {
    for (const change of changes) if (worksheets.includes(change.worksheet)) rewind.add(change);
  }
  const { states, problems } = rewind.finish();
  assertNoProblems(problems);
  return states;
}

/** Throws `HistoryBrokenError`. */
export function assertNoProblems(problems: readonly HistoryProblem[]): void {
  if (problems.length > 0) throw new HistoryBrokenError(problems.map(formatProblem));
}

export function formatProblem({ key, what }: HistoryProblem): string {
  return `строка ${key.split(' ')[1] ?? key}: ${what}`;
}
