import type { RowId } from '../worksheet-key.ts';
import { resolveIdentities, type NaturalKey } from './resolve-identities.ts';
import { diffCells, mergeCells, type BaseRow, type CellChanges, type Cells, type SheetRow } from './row.ts';

/** What one accepted change did to a row. `cells` tells old and new of every cell that differs. */
export interface RowChange {
  readonly rowId: RowId;
  readonly kind: 'create' | 'update' | 'delete' | 'restore';
  readonly cells: CellChanges;
  /** The whole row afterwards (for a tombstone: as it last stood). */
  readonly after: Cells;
}

/** Many rows gone at once are kept until a person says that this was meant (promise 3). */
export interface Brake {
  readonly vanished: readonly RowId[];
  readonly limit: number;
}

export interface SyncPlan {
  /** The id of each sheet row, in the order of the rows. */
  readonly ids: readonly RowId[];
  readonly changes: readonly RowChange[];
  /** The number that the next new row gets. */
  readonly nextNumber: number;
  readonly brake?: Brake;
}

export interface SyncInput {
  readonly naturalKey: NaturalKey;
  readonly nextNumber: number;
  readonly makeId: (number: number) => RowId;
  /** A person has confirmed the deletions that the brake holds. */
  readonly areDeletionsConfirmed: boolean;
}

/** Rows that may vanish in one pass: as many as a person deletes by hand. */
const BRAKE_ROWS = 3;
const BRAKE_SHARE = 0.05;

/** Everything that one worksheet's pass will do, as a value. */
export function planSync(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  input: SyncInput,
): SyncPlan {
  const known = resolveIdentities(base, rows, input.naturalKey);
  let nextNumber = input.nextNumber;
  const ids = known.map((id) => id ?? input.makeId(nextNumber++));
  const changes = rows.flatMap((row, index) => changeOf(base.get(ids[index] ?? ''), row, ids[index] ?? ''));
  const { deletions, brake } = planDeletions(base, new Set(ids), input.areDeletionsConfirmed);
  return { ids, changes: [...changes, ...deletions], nextNumber, ...(brake && { brake }) };
}

function changeOf(base: BaseRow | undefined, row: SheetRow, rowId: RowId): RowChange[] {
  const cells = diffCells(base?.cells ?? {}, row.cells);
  const after = mergeCells(base?.cells ?? {}, row.cells);
  if (!base) return [{ rowId, kind: 'create', cells, after }];
  if (base.isDeleted) return [{ rowId, kind: 'restore', cells, after }];
  return Object.keys(cells).length > 0 ? [{ rowId, kind: 'update', cells, after }] : [];
}

function planDeletions(
  base: ReadonlyMap<RowId, BaseRow>,
  present: ReadonlySet<RowId>,
  isConfirmed: boolean,
): { deletions: readonly RowChange[]; brake?: Brake } {
  const live = [...base.values()].filter(({ isDeleted }) => !isDeleted);
  const gone = live.filter(({ id }) => !present.has(id));
  const limit = Math.max(BRAKE_ROWS, Math.floor(live.length * BRAKE_SHARE));
  if (gone.length > limit && !isConfirmed) {
    return { deletions: [], brake: { vanished: gone.map(({ id }) => id), limit } };
  }
  return {
    deletions: gone.map(({ id, cells }) => ({ rowId: id, kind: 'delete', cells: {}, after: cells })),
  };
}
