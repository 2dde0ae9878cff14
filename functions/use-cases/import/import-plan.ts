import { yearOf } from '../../domain/dates.ts';
import { countOf, NOUNS } from '../../domain/russian.ts';
import { parseRecords } from '../../workbook/parse/parse-records.ts';
import type { PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';
import { appendPlanned, planOnStanding } from '../append/append-rows.ts';
import { UserFacingError } from '../ports/errors.ts';
import { MAX_IMPORTED, planImport, toAddition, type ImportPlan } from './plan-import.ts';
import type { Standing } from '../sync/read-standing.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { todayIn } from '../today.ts';

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
        'Ничего не добавлено. Разделите файл или выберите одну его таблицу (в командной строке — ключом --table).',
    );
  }
}

/**
 * Appends the items of a foreign plan to «Регламент» below its last row, after a person's yes. Like the expansion and
 * the restore it writes staff columns, of new rows alone; no standing cell changes. Their ids the next
 * synchronisation gives. Done twice, one after the other or at once, it adds each item once.
 *
 * Throws `PlanTooLongError`, and what `appendPlanned` throws.
 */
export async function importPlan(deps: Dependencies, request: ImportRequest): Promise<ImportPlan> {
  const { workbookId, by, items, isConfirmed } = request;
  if (items.length > MAX_IMPORTED) throw new PlanTooLongError(items.length);
  const plan = (standing: Standing) => planOf(deps, items, standing);
  const { imported } = isConfirmed
    ? await appendPlanned(deps, { workbookId, by, action: 'import' }, plan)
    : await planOnStanding(deps, { workbookId, by }, plan);
  return imported;
}

function planOf(deps: Dependencies, items: readonly PlanItem[], { stored, rows }: Standing) {
  const today = todayIn(deps, stored.head.timeZone);
  const imported = planImport(items, parseRecords(rows, yearOf(today)));
  return { imported, additions: imported.additions.map(toAddition) };
}
