import type { RowId } from '../worksheet-key.ts';
import { digestOfRows, type Consent } from './consent.ts';
import { countEmptied, suspectEmptied, withoutColumns, type EmptiedColumn } from './emptied-columns.ts';
import { giveIds, type IdSource } from './give-ids.ts';
import { findConflicts, type IdentityConflict } from './identity-conflicts.ts';
import type { NaturalKey } from './likeness.ts';
import { resolveIdentities } from './resolve-identities.ts';
import { applyChanges, diffCells, type BaseRow, type CellChanges, type Cells, type SheetRow } from './row.ts';

/** What one accepted change did to a row. `cells` tells old and new of every cell that differs. */
export interface RowChange {
  readonly rowId: RowId;
  readonly kind: 'create' | 'update' | 'delete' | 'restore';
  readonly cells: CellChanges;
  /** The whole row afterwards (for a tombstone: as it last stood). */
  readonly after: Cells;
}

/** Much that is gone at once is kept until a person says that this was meant (promise 3). */
export interface Brake {
  /** Rows that are not deleted. */
  readonly vanished: readonly RowId[];
  /** Columns that are not emptied. */
  readonly emptied: readonly EmptiedColumn[];
  /** As many may go unasked. */
  readonly limit: number;
}

export interface SyncPlan {
  /** The id of each sheet row, in the order of the rows. */
  readonly ids: readonly RowId[];
  readonly changes: readonly RowChange[];
  /** Id cells that did not name their row. */
  readonly conflicts: readonly IdentityConflict[];
  /** The number that the next new row gets. */
  readonly nextNumber: number;
  readonly brake?: Brake;
}

export interface SyncInput extends IdSource {
  readonly naturalKey: NaturalKey;
  /** The person's answer to what the brake asked; undefined where nobody answered. */
  readonly consent: Consent | undefined;
}

/** Rows that may vanish in one pass: as many as a person deletes by hand. */
const BRAKE_ROWS = 3;
const BRAKE_SHARE = 0.05;

/** Everything that one worksheet's pass will do, as a value. The rows are all that stand in the sheet. */
export function planSync(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  input: SyncInput,
): SyncPlan {
  const suspects = suspectEmptied(base, rows);
  const known = resolveIdentities(base, rows, { ...input, emptied: suspects });
  const { ids, nextNumber } = giveIds(known, rows, { base, source: input });
  const { gone, brake } = planLosses(base, ids, { suspects, consent: input.consent });
  const emptied = brake?.emptied.map(({ column }) => column) ?? [];
  return {
    ids,
    changes: [...changesOf(base, withoutColumns(rows, emptied), ids), ...gone.map(deletionOf)],
    conflicts: findConflicts(base, rows, { ids, numberOf: input.numberOf }),
    nextNumber,
    ...(brake && { brake }),
  };
}

interface Losses {
  /** Rows that are to be deleted. */
  readonly gone: readonly BaseRow[];
  readonly brake?: Brake;
}

/** What may go, and what waits for a person's word. */
function planLosses(
  base: ReadonlyMap<RowId, BaseRow>,
  ids: readonly RowId[],
  { suspects, consent }: { readonly suspects: readonly string[]; readonly consent: Consent | undefined },
): Losses {
  const live = [...base.values()].filter(({ isDeleted }) => !isDeleted);
  const limit = Math.max(BRAKE_ROWS, Math.floor(live.length * BRAKE_SHARE));
  const present = new Set(ids);
  const gone = live.filter(({ id }) => !present.has(id));
  // A sheet that lost its last row looks just like one that was not read.
  const isMuch = gone.length > limit || (gone.length > 0 && ids.length === 0);
  const isHeld = isMuch && digestOfRows(gone.map(({ id }) => id)) !== consent?.rows;
  const emptied = countEmptied(base, ids, { suspects, limit }).filter(
    ({ column }) => !consent?.columns.includes(column),
  );
  if (!isHeld && emptied.length === 0) return { gone };
  const vanished = isHeld ? gone.map(({ id }) => id) : [];
  return { gone: isHeld ? [] : gone, brake: { vanished, emptied, limit } };
}

function changesOf(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  ids: readonly RowId[],
): readonly RowChange[] {
  const changes: RowChange[] = [];
  rows.forEach((row, index) => {
    const rowId = ids[index] ?? '';
    const change = changeOf(base.get(rowId), row, rowId);
    if (change) changes.push(change);
  });
  return changes;
}

function changeOf(base: BaseRow | undefined, row: SheetRow, rowId: RowId): RowChange | undefined {
  const before = base?.cells ?? {};
  const cells = diffCells(before, row.cells);
  const kind = kindOf(base);
  if (kind === 'update' && Object.keys(cells).length === 0) return undefined;
  return { rowId, kind, cells, after: applyChanges(before, cells) };
}

function kindOf(base: BaseRow | undefined): RowChange['kind'] {
  if (!base) return 'create';
  return base.isDeleted ? 'restore' : 'update';
}

function deletionOf({ id, cells }: BaseRow): RowChange {
  return { rowId: id, kind: 'delete', cells: {}, after: cells };
}
