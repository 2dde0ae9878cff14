import { assessWorkbook, type Assessment } from '../domain/assessment.ts';
import { yearOf, type CalendarDate } from '../domain/dates.ts';
import { planSync, type SyncPlan } from '../domain/sync/plan-sync.ts';
import { formatRowId, parseRowId } from '../domain/sync/row-id.ts';
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
  readonly held: Head['held'];
  readonly assessment: Assessment;
}

export function planReconcile(input: ReconcileInput): ReconcilePlan {
  const syncs = planSyncs(input);
  const rows = Object.fromEntries(
    STAFF_WORKSHEETS.map((key) => [key, identify(input.tables[key], syncs[key])]),
  ) as unknown as IdentifiedRows;
  const held = planHeld(input.head, syncs);
  return { syncs, rows, held, assessment: assessTables(input.tables, { rows, held, today: input.today }) };
}

/** Everything that can be said of the tables on the day `today`: for the sheet and for the report alike. */
export function assessTables(
  tables: Tables,
  { rows, held, today }: { rows: IdentifiedRows; held: Head['held']; today: CalendarDate },
): Assessment {
  const records = parseRecords(rows, yearOf(today));
  const structure = structureFindings(tables, held);
  return assessWorkbook({ ...records, findings: [...structure, ...records.findings] }, today);
}

/** A worksheet that was not looked at stays as it was: held or not. */
function planHeld(head: Head, syncs: ReconcilePlan['syncs']): Head['held'] {
  const looked = Object.entries(syncs).map(([key, { brake }]) => [
    key,
    brake && { rows: brake.vanished.length, limit: brake.limit },
  ]);
  const held: Head['held'] = { ...head.held, ...Object.fromEntries(looked) };
  return Object.fromEntries(Object.entries(held).filter(([, each]) => each !== undefined));
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
    numberOf: (id) => parseRowId(id, workbookId, worksheet.idPrefix),
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
