import { parseBook } from '../../workbook/import-book/parse-book.ts';
import type { ForeignTable } from '../../workbook/layout/layout.ts';
import { assertNoLossWaits } from '../append/append-rows.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readStanding } from '../sync/reading/read-standing.ts';
import { reconcile } from '../sync/reconcile.ts';
import { NoBookError } from './book-errors.ts';
import { chooseChanges, type Choice } from './choose-changes.ts';
import { planBook, type BookChange, type BookPlan } from './plan-book.ts';
import { writeChanges } from './write-changes.ts';

export interface BookRequest {
  readonly workbookId: string;
  /** Verified address of who asks; to take something they must be allowed to restore. */
  readonly by: string;
  readonly name: string;
  readonly tables: readonly ForeignTable[];
  /** Absent: only compare. */
  readonly choice?: Choice;
}

export interface BookOutcome {
  readonly plan: BookPlan;
  readonly taken: readonly BookChange[];
}

/**
 * Compares the workbook with a file of it that was taken away, and takes over what a person has ticked: the one
 * road on which cells of the staff are written, each at its own word. Nothing is deleted. An ordinary synchronisation
 * before and one after: what stood is in the history, and so is what came.
 *
 * Cost of a comparison: one Sheets call, and the shards of what has changed. Throws `NoBookError`, `AppendsHeldError`,
 * `ComparisonOldError`, `ChoiceUnknownError`, `RowsMovedError`.
 */
export async function importBook(deps: Dependencies, request: BookRequest): Promise<BookOutcome> {
  const { workbookId, by, name, choice } = request;
  const file = parseBook(request.tables);
  if (file.tables.size === 0) throw new NoBookError(name);
  if (!choice) return { plan: planBook(file, await readStanding(deps, request, 'restore.plan')), taken: [] };
  // Refused before anything is done where the person may not.
  await readStanding(deps, request, 'restore.act');
  await reconcile(deps, { workbookId, by });
  const standing = await readStanding(deps, request, 'restore.act');
  assertNoLossWaits(standing);
  const plan = planBook(file, standing);
  const taken = chooseChanges(plan, choice);
  await writeChanges(deps, workbookId, { standing, taken });
  await reconcile(deps, { workbookId, by });
  return { plan, taken };
}
