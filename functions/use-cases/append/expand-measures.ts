import { findMissingRows, type MissingRow } from '../../domain/assessment/missing-rows.ts';
import { countOf, listNames, NOUNS } from '../../domain/text/russian.ts';
import { appendPlanned, readPlanned, type AppendPlan } from './append-rows.ts';
import { ExpansionTooLargeError } from './append-errors.ts';
import { NO_ID, type Addition } from './plan-appends.ts';
import { assessTables } from '../sync/plan-reconcile.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import { reconcile } from '../sync/reconcile.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { todayIn } from '../ports/today.ts';

export interface ExpansionRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook, and to add rows more than its head. */
  readonly by: string;
  /** False: only say what would be added. */
  readonly isConfirmed: boolean;
}

export interface ExpansionOutcome {
  readonly status: 'planned' | 'expanded' | 'unchanged';
  /** Rows that are missing, or that were added. */
  readonly count: number;
  /** Russian, for the person who asked. */
  readonly message: string;
}

/** More is a deadline read wrongly, and no plan. */
const MAX_MISSING = 20_000;

/**
 * Appends the rows that «Исполнение» lacks, school by measure by occurrence, below its last row. Like the import it
 * writes staff columns, of new rows alone, on behalf of the person who confirmed; no standing cell changes. Then an
 * ordinary synchronisation accepts the rows. Done twice it changes nothing more.
 *
 * Cost: one Sheets call to plan; to carry out two synchronisations, a claim in the store, an outline and a write for
 * each 200,000 characters.
 */
export async function expandMeasures(
  deps: Dependencies,
  request: ExpansionRequest,
): Promise<ExpansionOutcome> {
  const plan = (standing: Standing) => planExpansion(deps, standing);
  if (!request.isConfirmed) {
    const { missing } = await readPlanned(deps, { ...request, action: 'expand.plan' }, plan);
    return { status: 'planned', count: missing.length, message: describePlan(missing) };
  }
  const { missing } = await appendPlanned(deps, { ...request, action: 'expand.act' }, (standing) =>
    assertBounded(plan(standing)),
  );
  const count = missing.length;
  if (count === 0) return { status: 'unchanged', count, message: describePlan([]) };
  await reconcile(deps, { workbookId: request.workbookId, by: request.by });
  const message = `Добавлено в конец листа «Исполнение»: ${countOf(count, NOUNS.row)}.`;
  return { status: 'expanded', count, message };
}

interface Expansion extends AppendPlan {
  readonly missing: readonly MissingRow[];
}

function planExpansion(deps: Dependencies, standing: Standing): Expansion {
  const missing = findMissing(deps, standing);
  return { missing, additions: missing.map(toAddition) };
}

function assertBounded(expansion: Expansion): Expansion {
  const { length } = expansion.missing;
  if (length > MAX_MISSING) throw new ExpansionTooLargeError(length, MAX_MISSING);
  return expansion;
}

function toAddition({ school, measure, occurrence }: MissingRow): Addition {
  const cells = { school, measure, ...(occurrence && { occurrence }) };
  return { worksheet: 'executions', rowId: NO_ID, cells };
}

function findMissing(
  deps: Dependencies,
  { stored: { head }, tables, rows }: Standing,
): readonly MissingRow[] {
  const today = todayIn(deps, head.timeZone);
  return findMissingRows(assessTables(tables, { rows, held: head.held, today }));
}

function describePlan(missing: readonly MissingRow[]): string {
  if (missing.length === 0) {
    return 'Все строки плана уже стоят на листе «Исполнение»: добавлять нечего.';
  }
  const measures = [...new Set(missing.map(({ measure }) => measure))];
  const schools = new Set(missing.map(({ school }) => school)).size;
  return (
    `На листе «Исполнение» не хватает: ${countOf(missing.length, NOUNS.row)} ` +
    `(мероприятия ${listNames(measures)}; школ — ${schools}). Они встанут в конец листа, остальные строки не ` +
    'изменятся. Мероприятия муниципалитета и «по запросу» сюда не входят.'
  );
}
