import type { ActionName } from '../../../contract/actions.ts';
import type { IdentifiedRows } from '../../../workbook/parse/parse-records.ts';
import type { RowId, StaffWorksheetKey } from '../../../domain/records/worksheet-key.ts';
import { readMemberHead } from '../../stored/access/membership.ts';
import { readReconcilePlan } from '../read-bases.ts';
import {
  changedSheets,
  incompleteSheets,
  readSheets,
  requireTables,
  type CompleteTables,
  type SheetsRead,
} from './read-sheets.ts';
import { readTables } from './read-tables.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { Head, StoredHead } from '../../stored/head/head.ts';
import { todayIn } from '../../ports/today.ts';

/** The workbook as it stands in the sheet, each row under its id, also where nobody has synchronised yet. */
export interface Standing {
  readonly stored: StoredHead;
  readonly sheets: SheetsRead;
  readonly tables: CompleteTables;
  readonly rows: IdentifiedRows;
  /** Losses that wait, or will wait, for a person's word. */
  readonly held: Head['held'];
  /** Rows that stand above the headers of their sheets: not among the others, and not gone. */
  readonly apart: Readonly<Partial<Record<StaffWorksheetKey, readonly RowId[]>>>;
}

/**
 * Looks and changes nothing: one Sheets call, the head, and the shards of worksheets that people have changed. Throws
 * `WorksheetMissingError` or `ColumnMissingError` where a staff worksheet cannot be read whole.
 */
export async function readStanding(
  deps: Dependencies,
  { workbookId, by }: { readonly workbookId: string; readonly by: string },
  action: ActionName,
): Promise<Standing> {
  const stored = await readMemberHead(deps, { workbookId, by }, action);
  const { head } = stored;
  const sheets = await readSheets(deps.spreadsheets, workbookId, head);
  const read = await readTables(deps.spreadsheets, { workbookId, sheets, head });
  const tables = requireTables(read.tables);
  const changed = [...new Set([...changedSheets(head, sheets), ...incompleteSheets(tables)])];
  const { plan } = await readReconcilePlan(deps.store, {
    workbookId,
    head,
    tables,
    changed,
    today: todayIn(deps, head.timeZone),
    agreed: {},
  });
  const apart = Object.fromEntries(Object.entries(plan.syncs).map(([key, sync]) => [key, sync.apart]));
  return { stored, sheets, tables, rows: plan.rows, held: plan.held, apart };
}
