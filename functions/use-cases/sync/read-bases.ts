import { appendTo } from '../../domain/sync/matching.ts';
import { filledColumnsOf, type Cells } from '../../domain/sync/row.ts';
import { parseRowId } from '../../domain/sync/row-id.ts';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import type { TableRow } from '../../workbook/table/table.ts';
import { planReconcile, type Bases, type ReconcileInput, type ReconcilePlan } from './plan-reconcile.ts';
import type { Store } from '../ports/store.ts';
import type { WatchedKey } from './reading/read-sheets.ts';
import { digestOfShard, digestShard } from '../stored/rows/shard-digests.ts';
import { readRows, readShards, SHARD_SIZE, shardCount } from '../stored/rows/shards.ts';
import { UNREAD, type StoredRow } from '../stored/rows/row.ts';

interface PlanRead {
  readonly plan: ReconcilePlan;
  readonly bases: Bases;
}

type UnreadInput = Omit<ReconcileInput, 'bases'> & {
  /** Whose rows may differ from the stored ones. */
  readonly changed: readonly WatchedKey[];
};

/**
 * The plan of a pass, from as few store reads as it can do with: a shard whose rows stand in the sheet as they were
 * accepted is not read, they are their own base. Where rows are new or have come back, all shards of their
 * worksheet are read, because any tombstone may be theirs.
 */
export async function readReconcilePlan(store: Store, situation: UnreadInput): Promise<PlanRead> {
  const worksheets = STAFF_WORKSHEETS.filter((key) => situation.changed.includes(key));
  const read = await Promise.all(worksheets.map((key) => readBase(store, key, situation)));
  const bases: Bases = Object.fromEntries(worksheets.map((key, index) => [key, read[index]?.rows]));
  const plan = planReconcile({ ...situation, bases });
  const unsure = worksheets.filter((key, index) => !read[index]?.isWhole && mayMissTombstones(plan, key));
  if (unsure.length === 0) return { plan, bases };
  const whole = await Promise.all(unsure.map((key) => readAll(store, key, situation)));
  const all = { ...bases, ...Object.fromEntries(unsure.map((key, index) => [key, whole[index]])) };
  return { plan: planReconcile({ ...situation, bases: all }), bases: all };
}

function mayMissTombstones({ syncs, tooLarge }: ReconcilePlan, key: StaffWorksheetKey): boolean {
  const isUpdate = syncs[key]?.changes.every(({ kind }) => kind === 'update' || kind === 'delete');
  return isUpdate === false || tooLarge?.[key] !== undefined;
}

interface Base {
  readonly rows: ReadonlyMap<RowId, StoredRow>;
  /** False: of some shards there are only the rows that stand in the sheet. */
  readonly isWhole: boolean;
}

async function readBase(store: Store, key: StaffWorksheetKey, situation: UnreadInput): Promise<Base> {
  const { head, workbookId } = situation;
  const standing = groupByShard(key, situation);
  const digests = head.shards?.[key];
  const shards = [...Array(shardCount(head.nextNumbers[key])).keys()];
  const unread =
    standing && digests
      ? shards.filter((shard) => digestOfTable(standing.get(shard)) === digestOfShard(digests, shard))
      : [];
  if (unread.length === 0) return { rows: await readAll(store, key, situation), isWhole: true };
  const stale = shards.filter((shard) => !unread.includes(shard));
  const rows = new Map(await readShards(store, workbookId, { worksheet: key, shards: stale }));
  for (const shard of unread)
    for (const { idCell, staff } of standing?.get(shard) ?? []) rows.set(idCell, asAccepted(staff));
  const isEnough = !hasNewColumn(standing?.values() ?? [], rows);
  return isEnough ? { rows, isWhole: false } : { rows: await readAll(store, key, situation), isWhole: true };
}

function readAll(store: Store, worksheet: StaffWorksheetKey, { workbookId, head }: UnreadInput) {
  return readRows(store, workbookId, { worksheet, nextNumber: head.nextNumbers[worksheet] });
}

/** The sheet's rows by the shard that their ids name; undefined where some row has no id that we have given. */
function groupByShard(key: StaffWorksheetKey, { tables, workbookId, head }: UnreadInput) {
  const table = tables[key];
  if (table.kind !== 'complete') return undefined;
  const shards = new Map<number, TableRow[]>();
  for (const row of table.rows) {
    const number = parseRowId(row.idCell, workbookId, WORKSHEETS[key].idPrefix);
    if (number === undefined || number >= head.nextNumbers[key]) return undefined;
    appendTo(shards, Math.floor(number / SHARD_SIZE), row);
  }
  return shards;
}

function digestOfTable(rows: readonly TableRow[] = []): string {
  return digestShard(rows.map(({ idCell, staff }) => [idCell, staff]));
}

/** The very cells of the sheet: tens of thousands of copies would weigh as much as the sheet. */
function asAccepted(staff: Cells): StoredRow {
  return { cells: staff, revision: UNREAD };
}

/** Of a column that nothing known has ever filled the tombstones may know more. */
function hasNewColumn(shards: Iterable<readonly TableRow[]>, rows: ReadonlyMap<RowId, StoredRow>): boolean {
  const known = filledColumnsOf(rows.values());
  for (const shard of shards)
    for (const { staff } of shard)
      for (const key in staff) if (!known.has(key) && staff[key] !== null) return true;
  return false;
}
