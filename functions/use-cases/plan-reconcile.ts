import { assessWorkbook, type Assessment } from '../domain/assessment.ts';
import { yearOf, type CalendarDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import { planSync, type SyncPlan } from '../domain/sync/plan-sync.ts';
import { formatRowId } from '../domain/sync/row-id.ts';
import type { BaseRow } from '../domain/sync/row.ts';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import { parseRecords, type IdentifiedRows } from '../workbook/parse/parse-records.ts';
import type { IdentifiedRow, Table } from '../workbook/table.ts';
import { structureFindings } from './structure-findings.ts';
import type { Head, StoredRow } from './stored-documents.ts';

export type Tables = Readonly<Record<StaffWorksheetKey, Table>>;

/** Stored rows of the worksheets that changed; an absent worksheet stands as it was. */
export type Bases = Readonly<Partial<Record<StaffWorksheetKey, ReadonlyMap<RowId, StoredRow>>>>;

export interface ReconcileInput {
  readonly workbookId: string;
  readonly head: Head;
  readonly tables: Tables;
  readonly bases: Bases;
  readonly today: CalendarDate;
  readonly areDeletionsConfirmed: boolean;
}

/** What one pass found and decided, before anything is written. */
export interface ReconcilePlan {
  readonly syncs: Readonly<Partial<Record<StaffWorksheetKey, SyncPlan>>>;
  readonly rows: IdentifiedRows;
  readonly assessment: Assessment;
}

export function planReconcile(input: ReconcileInput): ReconcilePlan {
  const syncs = planSyncs(input);
  const rows = Object.fromEntries(
    STAFF_WORKSHEETS.map((key) => [key, identify(input.tables[key], syncs[key])]),
  ) as unknown as IdentifiedRows;
  const records = parseRecords(rows, yearOf(input.today));
  const structure: readonly Finding[] = structureFindings(input.tables, syncs);
  return {
    syncs,
    rows,
    assessment: assessWorkbook({ ...records, findings: [...structure, ...records.findings] }, input.today),
  };
}

function planSyncs(input: ReconcileInput): Partial<Record<StaffWorksheetKey, SyncPlan>> {
  const plans = STAFF_WORKSHEETS.flatMap((key) => {
    const base = input.bases[key];
    return base ? [[key, planWorksheet(input, key, base)] as const] : [];
  });
  return Object.fromEntries(plans);
}

function planWorksheet(
  { workbookId, head, tables, areDeletionsConfirmed }: ReconcileInput,
  key: StaffWorksheetKey,
  stored: ReadonlyMap<RowId, StoredRow>,
): SyncPlan {
  const { worksheet, rows } = tables[key];
  const sheetRows = rows.map(({ idCell, staff }) => ({ idCell, cells: staff }));
  return planSync(toBase(stored), sheetRows, {
    naturalKey: worksheet.naturalKey,
    nextNumber: head.nextNumbers[key],
    makeId: (number) => formatRowId(workbookId, worksheet.idPrefix, number),
    areDeletionsConfirmed,
  });
}

function toBase(stored: ReadonlyMap<RowId, StoredRow>): ReadonlyMap<RowId, BaseRow> {
  return new Map(
    [...stored].map(([id, { cells, isDeleted }]) => [id, { id, cells, isDeleted: isDeleted === true }]),
  );
}

/** Rows of a sheet that stands unchanged carry their ids already. */
function identify(table: Table, sync: SyncPlan | undefined): readonly IdentifiedRow[] {
  return table.rows.map((row, index) => ({ ...row, id: sync?.ids[index] ?? row.idCell }));
}
