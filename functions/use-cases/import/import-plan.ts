import { countOf, NOUNS } from '../../domain/text/russian.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import { chosenColumns } from '../../workbook/foreign-plan/header/chosen-columns.ts';
import { namesOfColumns } from '../../workbook/foreign-plan/header/other-headers.ts';
import { isOwnWorkbook } from '../../workbook/foreign-plan/own-workbook.ts';
import { parseForeignPlan, type ForeignPlan, type PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';
import type { ForeignTable } from '../../workbook/layout/layout.ts';
import { parseRecords } from '../../workbook/parse/parse-records.ts';
import { isSameName } from '../../domain/text/same-name.ts';
import { appendPlanned, readPlanned } from '../append/append-rows.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { NoPlanError, OwnWorkbookError, PlanTableUnknownError } from '../ports/file-errors.ts';
import type { ParsePlanFile } from '../ports/ports.ts';
import { todayIn } from '../ports/today.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { syncWorkbook } from '../sync/reconcile.ts';
import { describeEnd, describeImport } from './describe-import.ts';
import { MAX_ITEMS, planImport, toAddition, type ImportPlan } from './plan-import.ts';

export interface PlanFileRequest {
  readonly workbookId: string;
  /** Verified address of who asks; only who may act appends. */
  readonly by: string;
  /** The file's name, with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly table?: string;
  /** What a person calls the columns: «срок» → «3». */
  readonly columns?: Readonly<Record<string, string>>;
  readonly isConfirmed: boolean;
}

export interface PlanFileOutcome {
  readonly status: 'planned' | 'imported' | 'unchanged';
  /** Measures that are new, or that were appended. */
  readonly count: number;
  /** Names of the file's tables, where there are several to choose from. */
  readonly tables: readonly string[];
  readonly message: string;
}

/**
 * A plan that somebody has sent: what it would bring to «Регламент», or, confirmed, what it has brought. Whoever is
 * no member sends a file in vain: it is not even opened. Throws `AccessDeniedError`, `ReadOnlyRoleError`, and what
 * `ParsePlanFile` and `importTables` throw.
 */
export async function importForeignPlan(
  deps: Dependencies & { readonly parsePlanFile: ParsePlanFile },
  { bytes, ...request }: PlanFileRequest,
): Promise<PlanFileOutcome> {
  await readMemberHead(deps, request, request.isConfirmed ? 'import.act' : 'import.plan');
  const tables = await deps.parsePlanFile(request.name, bytes);
  const { plan, foreign } = await importTables(deps, { ...request, tables });
  const count = plan.additions.length;
  const end = describeEnd(plan, request.isConfirmed, 'Дописать в «Регламент»?');
  const done = request.isConfirmed ? ('imported' as const) : ('planned' as const);
  return {
    status: count === 0 ? 'unchanged' : done,
    count,
    tables: tables.length > 1 ? tables.map(({ name }) => name) : [],
    message: [...describeImport(plan, foreign), end].join('\n'),
  };
}

export interface TablesRequest extends Omit<ImportRequest, 'items'> {
  /** Of the file, for messages. */
  readonly name: string;
  readonly tables: readonly ForeignTable[];
  /** Only the table of this name; absent: all that are plans. */
  readonly table?: string;
  /** Columns that the person has named, by Russian names: «срок» → «3». */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface TablesOutcome {
  /** What is new to the workbook, appended or not. */
  readonly plan: ImportPlan;
  readonly foreign: ForeignPlan;
}

/**
 * Shows what the tables of a file would bring, or appends it: then the new rows get their ids at once, and «Регламент»
 * shows how each deadline was read. Throws `PlanTableUnknownError`, `NoPlanError`, and what `importItems` throws.
 */
export async function importTables(deps: Dependencies, request: TablesRequest): Promise<TablesOutcome> {
  const { workbookId, by, name, tables, table, columns, only, isConfirmed } = request;
  if (table === undefined && isOwnWorkbook(tables)) throw new OwnWorkbookError(name);
  const wanted = chooseTable(tables, table);
  const foreign = parseForeignPlan(wanted, columns && chosenColumns(columns));
  if (!foreign) throw new NoPlanError(name, namesOfColumns(wanted));
  const { items } = foreign;
  const plan = await importItems(deps, { workbookId, by, items, ...(only && { only }), isConfirmed });
  if (isConfirmed && plan.additions.length > 0) await syncWorkbook(deps, { workbookId, by });
  return { plan, foreign };
}

/** All tables, or the one that the person named. Throws `PlanTableUnknownError`. */
function chooseTable(tables: readonly ForeignTable[], wanted: string | undefined): readonly ForeignTable[] {
  if (wanted === undefined || tables.length === 0) return tables;
  const chosen = tables.filter(({ name }) => isSameName(name, wanted));
  if (chosen.length > 0) return chosen;
  throw new PlanTableUnknownError(
    wanted,
    tables.map(({ name }) => name),
  );
}

export interface ImportRequest {
  readonly workbookId: string;
  readonly by: string;
  readonly items: readonly PlanItem[];
  /** Numbers of the new measures to take, as the preview gives them; absent: all. */
  readonly only?: readonly string[];
  /** False: only show what would be appended. */
  readonly isConfirmed: boolean;
}

export class PlanTooLongError extends UserFacingError {
  override readonly name = 'PlanTooLongError';
  readonly code = 'plan_too_long';

  constructor(count: number) {
    super(
      `В плане ${countOf(count, NOUNS.measure)}, за один раз принимается не больше ${MAX_ITEMS}. ` +
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
export async function importItems(deps: Dependencies, request: ImportRequest): Promise<ImportPlan> {
  const { workbookId, by, isConfirmed, items } = request;
  if (items.length > MAX_ITEMS) throw new PlanTooLongError(items.length);
  const planFor = (standing: Standing) => planOf(deps, request, standing);
  const { plan } = isConfirmed
    ? await appendPlanned(deps, { workbookId, by, action: 'import.act' }, planFor)
    : await readPlanned(deps, { workbookId, by, action: 'import.plan' }, planFor);
  return plan;
}

function planOf(deps: Dependencies, { items, only }: ImportRequest, { stored, rows }: Standing) {
  const today = todayIn(deps, stored.head.timeZone);
  const plan = planImport(items, parseRecords(rows, today), only);
  return { plan, additions: plan.additions.map(toAddition) };
}
