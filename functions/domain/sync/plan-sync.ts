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
  /** The number in an id of this workbook and worksheet; undefined for anything else. */
  readonly numberOf: (id: string) => number | undefined;
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
  const adopted = adoptIds(known, rows, base, input);
  for (const id of adopted) nextNumber = Math.max(nextNumber, (input.numberOf(id ?? '') ?? 0) + 1);
  const ids = adopted.map((id) => id ?? input.makeId(nextNumber++));
  const changes = rows.flatMap((row, index) => changeOf(base.get(ids[index] ?? ''), row, ids[index] ?? ''));
  const { deletions, brake } = planDeletions(base, new Set(ids), input.areDeletionsConfirmed);
  return { ids, changes: [...changes, ...deletions], nextNumber, ...(brake && { brake }) };
}

/** An id that we once gave is kept even where the store has lost the row: later rows must not get it anew. */
function adoptIds(
  known: readonly (RowId | undefined)[],
  rows: readonly SheetRow[],
  base: ReadonlyMap<RowId, BaseRow>,
  { numberOf }: SyncInput,
): readonly (RowId | undefined)[] {
  const taken = new Set(known);
  return known.map((id, index) => {
    const own = rows[index]?.idCell ?? '';
    if (id !== undefined || base.has(own) || taken.has(own) || numberOf(own) === undefined) return id;
    taken.add(own);
    return own;
  });
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
  // A sheet that lost its last row looks just like one that was not read.
  const isEmptied = gone.length > 0 && present.size === 0;
  if ((gone.length > limit || isEmptied) && !isConfirmed) {
    return { deletions: [], brake: { vanished: gone.map(({ id }) => id), limit } };
  }
  return {
    deletions: gone.map(({ id, cells }) => ({ rowId: id, kind: 'delete', cells: {}, after: cells })),
  };
}
