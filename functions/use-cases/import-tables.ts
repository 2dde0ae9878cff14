import { normaliseHeader } from '../workbook/table/bind-columns.ts';
import type { ForeignTable } from '../workbook/layout/layout.ts';
import { readPlan, type ForeignPlan } from '../workbook/foreign-plan/parse-plan.ts';
import { NoPlanError, PlanTableUnknownError } from './ports/file-errors.ts';
import { importPlan, type ImportRequest } from './import/import-plan.ts';
import type { ImportPlan } from './import/plan-import.ts';
import type { Dependencies } from './ports/dependencies.ts';
import { syncWorkbook } from './sync/sync-workbook.ts';

export interface TablesRequest extends Omit<ImportRequest, 'items'> {
  /** Of the file, for messages. */
  readonly name: string;
  readonly tables: readonly ForeignTable[];
  /** Only the table of this name; absent: all that are plans. */
  readonly table?: string;
}

export interface ImportedTables {
  readonly imported: ImportPlan;
  readonly plan: ForeignPlan;
}

/**
 * Shows what the tables of a file would bring, or appends it: then the new rows get their ids at once, and «Регламент»
 * shows how each deadline was read. Throws `PlanTableUnknownError`, `NoPlanError`, and what `importPlan` throws.
 */
export async function importTables(deps: Dependencies, request: TablesRequest): Promise<ImportedTables> {
  const { workbookId, by, name, tables, table, isConfirmed } = request;
  const plan = readPlan(chooseTable(tables, table));
  if (!plan) throw new NoPlanError(name);
  const { items } = plan;
  const imported = await importPlan(deps, { workbookId, by, items, isConfirmed });
  if (isConfirmed && imported.additions.length > 0) await syncWorkbook(deps, { workbookId, by });
  return { imported, plan };
}

/** All tables, or the one that the person named. Throws `PlanTableUnknownError`. */
function chooseTable(tables: readonly ForeignTable[], wanted: string | undefined): readonly ForeignTable[] {
  if (wanted === undefined || tables.length === 0) return tables;
  const chosen = tables.filter(({ name }) => normaliseHeader(name) === normaliseHeader(wanted));
  if (chosen.length > 0) return chosen;
  throw new PlanTableUnknownError(
    wanted,
    tables.map(({ name }) => name),
  );
}
