import { extendEntries } from '../../domain/records/act-entries.ts';
import { assessWorkbook } from '../../domain/assessment/assessment.ts';
import type { Assessment } from '../../domain/assessment/assessed.ts';
import { type CalendarDate } from '../../domain/dates/dates.ts';
import { extendLog } from '../../domain/records/postponements.ts';
import { digestOfRows, type Consent } from '../../domain/sync/consent.ts';
import { planSync, type SyncPlan } from '../../domain/sync/plan-sync.ts';
import { formatRowId, parseRowId } from '../../domain/sync/row-id.ts';
import type { BaseRow } from '../../domain/sync/row.ts';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { parseRecords, type RecordRows } from '../../workbook/parse/parse-records.ts';
import { nameRow } from '../../workbook/table/show-cell.ts';
import type { IdentifiedRow, TableRead } from '../../workbook/table/table.ts';
import { troubleFindings } from '../reminders/trouble-findings.ts';
import { softenHalfTyped } from './grace.ts';
import { freshRows } from './births.ts';
import { keptRows } from './reading/kept-rows.ts';
import type { Tables } from './reading/read-sheets.ts';
import { largeRowFindings, refuseLargeRows } from './refuse-large-rows.ts';
import { structureFindings } from './reading/structure-findings.ts';
import type { Head } from '../stored/head/head.ts';
import type { StoredRow } from '../stored/rows/row.ts';

/** The rows of the worksheets that changed or cannot be read (`readReconcilePlan`); an absent worksheet stands as it was. */
export type Bases = Readonly<Partial<Record<StaffWorksheetKey, ReadonlyMap<RowId, StoredRow>>>>;

export interface ReconcileInput {
  readonly workbookId: string;
  readonly head: Head;
  readonly tables: Tables;
  readonly bases: Bases;
  readonly today: CalendarDate;
  /** The instant, ISO 8601 in UTC, and whose call it is; absent for whoever only looks. */
  readonly at?: string;
  readonly by?: string;
  /** Losses, as `head.held` asked about them, to which a person has said yes; {} where nobody has. */
  readonly agreed: Head['held'];
}

type Rows = Readonly<Record<StaffWorksheetKey, readonly IdentifiedRow[]>>;

/** What one pass found and decided, before anything is written. */
export interface ReconcilePlan {
  readonly syncs: Readonly<Partial<Record<StaffWorksheetKey, SyncPlan>>>;
  /** The rows that stand in the sheets, under their ids. */
  readonly rows: Rows;
  readonly held: Head['held'];
  /** Rows that the store cannot take; undefined where there never was one. */
  readonly tooLarge: Head['tooLarge'];
  readonly assessment: Assessment;
  /** When a half-typed row has had its time (`softenHalfTyped`); absent where there is none. */
  readonly graceUntil?: string;
}

export function planReconcile(input: ReconcileInput): ReconcilePlan {
  const { syncs, tooLarge } = refuseLargeRows(planSyncs(input), input.head);
  const rows = perWorksheet((key) => identify(input.tables[key], syncs[key]));
  const held = planHeld(input, syncs);
  const known = perWorksheet((key) =>
    keptRows(input.tables[key], rows[key], { base: input.bases[key], held: held[key] }),
  );
  const { today, head } = input;
  const assessed = assessTables(input.tables, { ...head, rows: known, held, tooLarge, today });
  const { findings, graceUntil } = softenHalfTyped(assessed.findings, { ...input, syncs });
  const assessment = { ...assessed, findings };
  return { syncs, rows, held, tooLarge, assessment, ...(graceUntil !== undefined && { graceUntil }) };
}

interface AssessedState
  extends
    Pick<Head, 'held' | 'tooLarge'>,
    Partial<Pick<Head, 'postponements' | 'actEntries' | 'revision' | 'mail'>> {
  readonly rows: RecordRows;
}

/** Everything that can be said of the tables on the day `today`: for the sheet and for the report alike. */
export function assessTables(
  tables: Tables,
  { rows, held, tooLarge, today, ...head }: AssessedState & { readonly today: CalendarDate },
): Assessment {
  const records = parseRecords(rows, today);
  const structure = [
    ...structureFindings(tables, held),
    ...largeRowFindings(tooLarge),
    ...troubleFindings(records.people, head.mail),
  ];
  // What a workbook brings along at first, or had before these logs were kept, was entered on days that nobody knows.
  const on = head.revision === 0 ? null : today;
  const postponements = extendLog(
    head.postponements ?? {},
    records.executions,
    head.postponements ? on : null,
  );
  const actEntries = extendEntries(head.actEntries ?? {}, records.acts, head.actEntries ? on : null);
  const findings = [...structure, ...records.findings];
  return assessWorkbook({ ...records, postponements, actEntries, findings }, today);
}

function perWorksheet<Value>(
  valueOf: (key: StaffWorksheetKey) => Value,
): Readonly<Record<StaffWorksheetKey, Value>> {
  const entries = STAFF_WORKSHEETS.map((key) => [key, valueOf(key)] as const);
  return Object.fromEntries(entries) as Record<StaffWorksheetKey, Value>;
}

/** A worksheet that was not looked at stays as it was: held or not. */
function planHeld({ head, bases }: ReconcileInput, syncs: ReconcilePlan['syncs']): Head['held'] {
  const looked = STAFF_WORKSHEETS.flatMap((key) => {
    const sync = syncs[key];
    return sync ? [[key, sync.brake && heldOf(sync.brake, { key, base: bases[key] })] as const] : [];
  });
  const held: Head['held'] = { ...head.held, ...Object.fromEntries(looked) };
  return Object.fromEntries(Object.entries(held).filter(([, each]) => each !== undefined));
}

/** So many of the rows are named where a person is asked about them. */
const NAMED = 10;
const MAX_NAME = 80;

function heldOf(
  { vanished, emptied, limit }: NonNullable<SyncPlan['brake']>,
  { key, base }: { readonly key: StaffWorksheetKey; readonly base: Bases[StaffWorksheetKey] },
): Head['held']['schools'] {
  const names = vanished
    .slice(0, NAMED)
    .map((id) => (nameRow(key, base?.get(id)?.cells ?? {}) || id).slice(0, MAX_NAME).toWellFormed());
  return {
    rows: vanished.length,
    limit,
    ...(vanished.length > 0 && { digest: digestOfRows(vanished), names }),
    ...(emptied.length > 0 && { columns: [...emptied] }),
  };
}

function planSyncs(input: ReconcileInput): Partial<Record<StaffWorksheetKey, SyncPlan>> {
  const plans = STAFF_WORKSHEETS.flatMap((key) => {
    const base = input.bases[key];
    const sync = base && planWorksheet(input, key, toBase(base));
    return sync ? [[key, sync] as const] : [];
  });
  return Object.fromEntries(plans);
}

/** Undefined where nothing is known of the rows: then nothing changes. */
function planWorksheet(
  input: ReconcileInput,
  key: StaffWorksheetKey,
  base: ReadonlyMap<RowId, BaseRow>,
): SyncPlan | undefined {
  const table = input.tables[key];
  if (table.kind === 'unreadable') return undefined;
  // Of a tab that is gone every row is: the brake holds them all until a person says so.
  const standing = table.kind === 'complete' ? table.rows : [];
  const [rows, above] = [standing, table.kind === 'complete' ? table.above : []].map((those) =>
    those.map(({ idCell, staff }) => ({ idCell, cells: staff })),
  );
  const { workbookId, head } = input;
  const { naturalKey, idPrefix } = WORKSHEETS[key];
  return planSync(base, rows ?? [], {
    naturalKey,
    above: above ?? [],
    isFresh: freshRows(input, key),
    returned: returnedColumns(head.lost?.[key], table),
    nextNumber: head.nextNumbers[key],
    makeId: (number) => formatRowId(workbookId, idPrefix, number),
    numberOf: (id) => parseRowId(id, workbookId, idPrefix),
    consent: consentTo(input.agreed[key]),
  });
}

/** A yes holds for the very rows that were asked about: others, fewer or more are asked about anew. */
function consentTo(held: Head['held']['schools']): Consent | undefined {
  return held && { rows: held.digest, columns: held.columns?.map(({ column }) => column) ?? [] };
}

/** Columns that figures depend on, that the sheet lacked and has again. */
function returnedColumns(lost: readonly string[] = [], table: TableRead): readonly string[] {
  return table.kind === 'complete' ? lost.filter((key) => table.binding.columns.has(key)) : [];
}

function toBase(stored: ReadonlyMap<RowId, StoredRow>): ReadonlyMap<RowId, BaseRow> {
  const base = new Map<RowId, BaseRow>();
  for (const [id, { cells, isDeleted }] of stored) base.set(id, { id, cells, isDeleted: isDeleted === true });
  return base;
}

/** Rows of a sheet that stands unchanged carry their ids already. */
function identify(table: TableRead, sync: SyncPlan | undefined): readonly IdentifiedRow[] {
  if (table.kind !== 'complete') return [];
  return table.rows.map((row, index) => ({ ...row, id: sync?.ids[index] ?? row.idCell }));
}
