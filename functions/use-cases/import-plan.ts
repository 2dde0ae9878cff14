import { dateInZone } from '../domain/date-in-zone.ts';
import { yearOf } from '../domain/dates.ts';
import { countOf, NOUNS } from '../domain/russian.ts';
import { parseRecords } from '../workbook/parse/parse-records.ts';
import type { PlanItem } from '../workbook/read-plan.ts';
import { WorkbookUnknownError } from '../workbook/workbook-errors.ts';
import { UserFacingError } from './errors.ts';
import { assertMember } from './membership.ts';
import { MAX_IMPORTED, planAppend, planImport, type ImportPlan } from './plan-import.ts';
import { identifiedByCells, readSheets, readTables, requireTables } from './read-sheets.ts';
import type { Dependencies } from './reconcile.ts';
import { readHead } from './stored-documents.ts';

export interface ImportRequest {
  readonly workbookId: string;
  readonly by: string;
  readonly items: readonly PlanItem[];
  /** False: only show what would be appended. */
  readonly isConfirmed: boolean;
}

export class PlanTooLongError extends UserFacingError {
  override readonly name = 'PlanTooLongError';
  readonly code = 'plan_too_long';

  constructor(count: number) {
    super(
      `В плане ${countOf(count, NOUNS.measure)}, за один раз принимается не больше ${MAX_IMPORTED}. ` +
        'Ничего не добавлено. Разделите файл или выберите один лист ключом --table.',
    );
  }
}

/**
 * Appends the items of a foreign plan to «Регламент» below its last row, after a person's yes. It is the one
 * use case that writes staff columns: new rows, on behalf of the person who confirmed; no standing cell changes.
 */
export async function importPlan(deps: Dependencies, request: ImportRequest): Promise<ImportPlan> {
  const { workbookId, items, isConfirmed } = request;
  if (items.length > MAX_IMPORTED) throw new PlanTooLongError(items.length);
  const stored = await readHead(deps.store, workbookId);
  if (!stored) throw new WorkbookUnknownError(workbookId);
  assertMember(stored.head, request.by);
  const tables = requireTables(readTables(await readSheets(deps.spreadsheets, workbookId, stored.head)));
  const today = dateInZone(deps.clock.now(), stored.head.timeZone);
  const plan = planImport(items, parseRecords(identifiedByCells(tables), yearOf(today)));
  if (isConfirmed && plan.additions.length > 0) {
    await deps.spreadsheets.apply(workbookId, [planAppend(tables.regulation, plan.additions)]);
  }
  return plan;
}
