import type { RowId } from '../records/worksheet-key.ts';
import { suspectEmptied, withoutColumns } from './emptied-columns.ts';
import { giveIds, type IdSource } from './give-ids.ts';
import { findConflicts, type IdentityConflict } from './identity-conflicts.ts';
import { findAbove, planLosses, type Brake, type Circumstances } from './brake.ts';
import type { NaturalKey } from './names.ts';
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

export interface SyncPlan {
  /** The id of each sheet row, in the order of the rows. */
  readonly ids: readonly RowId[];
  readonly changes: readonly RowChange[];
  /** Id cells that did not name their row. */
  readonly conflicts: readonly IdentityConflict[];
  /** The number that the next new row gets. */
  readonly nextNumber: number;
  /** Rows that stand apart from the others: kept as they are. */
  readonly apart: readonly RowId[];
  readonly brake?: Brake;
}

export interface SyncInput extends IdSource, Circumstances {
  readonly naturalKey: NaturalKey;
  /** Records that stand where they are not read (above the header): the rows that they are have not vanished. */
  readonly above?: readonly SheetRow[];
}

/** Everything that one worksheet's pass will do, as a value. The rows are all that stand in the sheet. */
export function planSync(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  input: SyncInput,
): SyncPlan {
  const suspects = suspectEmptied(base, rows);
  const known = resolveIdentities(base, rows, { ...input, emptied: suspects });
  const { ids, nextNumber } = giveIds(known, rows, { base, source: input });
  const apart = findAbove(base, ids, input.above ?? []);
  const { gone, brake } = planLosses(base, ids, { ...input, suspects, apart });
  const emptied = brake?.emptied.map(({ column }) => column) ?? [];
  return {
    ids,
    changes: [...changesOf(base, withoutColumns(rows, emptied), ids), ...gone.map(deletionOf)],
    conflicts: findConflicts(base, rows, { ids, numberOf: input.numberOf }),
    nextNumber,
    apart: [...apart],
    ...(brake && { brake }),
  };
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
