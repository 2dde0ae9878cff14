import { chosenColumns } from '../../workbook/foreign-plan/header/chosen-columns.ts';
import { namesOfColumns } from '../../workbook/foreign-plan/header/other-headers.ts';
import { isOwnWorkbook } from '../../workbook/foreign-plan/own-workbook.ts';
import { parseForeignPlan, type ForeignPlan, type PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';
import type { ForeignTable } from '../../workbook/layout/layout.ts';
import { parseRecords } from '../../workbook/parse/parse-records.ts';
import { isSameName } from '../../domain/text/same-name.ts';
import { appendPlanned, readPlanned, type AppendPlan } from '../append/append-rows.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { NoPlanError, OwnWorkbookError, PlanTableUnknownError } from '../ports/file-errors.ts';
import type { ParsePlanFile } from '../ports/ports.ts';
import { todayIn } from '../ports/today.ts';
import type { Standing } from '../sync/reading/read-standing.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { NO_SHEET } from '../stored/head/upgrades.ts';
import { syncWorkbook } from '../sync/reconcile.ts';
import { describeEnd, describeImport } from './describe-import.ts';
import { ImportSchoolError, PlanTooLongError, SchoolPlansMissingError } from './import-errors.ts';
import { MAX_ITEMS, planImport, planSchoolImport, toAddition, type ImportPlan } from './plan-import.ts';
import { takeFurther } from './school-import.ts';

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
  /** Numbers of the measures that are wanted, as the preview shows them; absent: all. */
  readonly only?: readonly string[];
  /** Whose plan it is, as «Школы» name it; absent: the municipality's. */
  readonly school?: string;
  readonly isConfirmed: boolean;
}

export interface PlanFileOutcome {
  readonly status: 'planned' | 'imported' | 'unchanged';
  /** Measures that are new, or that were appended. */
  readonly count: number;
  /** Names of the file's tables, where there are several to choose from. */
  readonly tables: readonly string[];
  /** Whose plan it may be. */
  readonly schools: readonly string[];
  readonly message: string;
}

/**
 * A plan that somebody has sent: what it would bring to «Регламент» or, of a school, to «Планы школ»; confirmed, what it has brought. Whoever is
 * no member sends a file in vain: it is not even opened. Throws `AccessDeniedError`, `ReadOnlyRoleError`, and what
 * `ParsePlanFile` and `importTables` throw.
 */
export async function importForeignPlan(
  deps: Dependencies & { readonly parsePlanFile: ParsePlanFile },
  { bytes, ...request }: PlanFileRequest,
): Promise<PlanFileOutcome> {
  await readMemberHead(deps, request, request.isConfirmed ? 'import.act' : 'import.plan');
  const tables = await deps.parsePlanFile(request.name, bytes);
  const { plan, foreign, schools } = await importTables(deps, { ...request, tables });
  const count = plan.additions.length;
  const end = describeEnd(plan, request.isConfirmed, (into) => `Дописать ${into}?`);
  const done = request.isConfirmed ? ('imported' as const) : ('planned' as const);
  return {
    status: count === 0 ? 'unchanged' : done,
    count,
    tables: tables.length > 1 ? tables.map(({ name }) => name) : [],
    schools,
    message: [...describeImport(plan, foreign), end].join('\n'),
  };
}

export interface TablesRequest extends Omit<ImportRequest, 'items' | 'untaken'> {
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
  /** Without what «Планы школ» has columns for. */
  readonly foreign: ForeignPlan;
  readonly schools: readonly string[];
}

/**
 * Shows what the tables of a file would bring, or appends it: then the new rows get their ids at once, and «Регламент»
 * shows how each deadline was read. Throws `PlanTableUnknownError`, `NoPlanError`, and what `importItems` throws.
 */
export async function importTables(deps: Dependencies, request: TablesRequest): Promise<TablesOutcome> {
  const { workbookId, by, name, tables, table, columns, only, school, isConfirmed } = request;
  if (table === undefined && isOwnWorkbook(tables)) throw new OwnWorkbookError(name);
  const wanted = chooseTable(tables, table);
  const foreign = parseForeignPlan(wanted, columns && chosenColumns(columns));
  if (!foreign) throw new NoPlanError(name, namesOfColumns(wanted));
  const { items, untaken } = foreign;
  const { plan, left, schools } = await importItems(deps, {
    workbookId,
    by,
    items,
    untaken,
    isConfirmed,
    ...(only && { only }),
    ...(school !== undefined && { school }),
  });
  if (isConfirmed && plan.additions.length > 0) await syncWorkbook(deps, { workbookId, by });
  return { plan, foreign: { ...foreign, untaken: left }, schools };
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
  /** What stands beside them in the file. */
  readonly untaken?: ForeignPlan['untaken'];
  /** Whose plan it is, as «Школы» name it; absent: the municipality's. */
  readonly school?: string;
  /** Numbers of the new measures to take, as the preview gives them; absent: all. */
  readonly only?: readonly string[];
  /** False: only show what would be appended. */
  readonly isConfirmed: boolean;
}

/**
 * Appends the items of a foreign plan to «Регламент», or those of a school's plan to «Планы школ», below the last row,
 * after a person's yes. Like the expansion and the restore it writes staff columns, of new rows alone; no standing cell
 * changes. Their ids the next synchronisation gives. Done twice, one after the other or at once, it adds each item once.
 *
 * Throws `PlanTooLongError`, `ImportSchoolError`, `SchoolPlansMissingError`, and what `appendPlanned` throws.
 */
export async function importItems(deps: Dependencies, request: ImportRequest): Promise<ItemsOutcome> {
  const { workbookId, by, isConfirmed, items } = request;
  if (items.length > MAX_ITEMS) throw new PlanTooLongError(items.length);
  const planFor = (standing: Standing) => planOf(deps, request, standing);
  return isConfirmed
    ? await appendPlanned(deps, { workbookId, by, action: 'import.act' }, planFor)
    : await readPlanned(deps, { workbookId, by, action: 'import.plan' }, planFor);
}

interface ItemsOutcome {
  readonly plan: ImportPlan;
  readonly left: ForeignPlan['untaken'];
  readonly schools: readonly string[];
}

function planOf(
  deps: Dependencies,
  { items, only, untaken = [], school: wanted }: ImportRequest,
  { stored: { head }, rows }: Standing,
): ItemsOutcome & AppendPlan {
  const records = parseRecords(rows, todayIn(deps, head.timeZone));
  const hasSheet = head.sheetIds.schoolPlans !== NO_SHEET;
  const schools = hasSheet ? records.schools.map(({ name }) => name) : [];
  if (wanted === undefined) {
    const plan = planImport(items, records, only);
    return { plan, left: untaken, schools, additions: plan.additions.map((item) => toAddition(item)) };
  }
  if (!hasSheet) throw new SchoolPlansMissingError();
  const school = schools.find((name) => isSameName(name, wanted));
  if (school === undefined) throw new ImportSchoolError(wanted, schools);
  const { cellsOf, left } = takeFurther(untaken);
  const plan = planSchoolImport(items, records, { school, only, cellsOf });
  return { plan, left, schools, additions: plan.additions.map((item) => toAddition(item, school)) };
}
