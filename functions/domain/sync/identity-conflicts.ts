import type { RowId } from '../records/worksheet-key.ts';
import type { NumberOf } from './find-original.ts';
import type { BaseRow, SheetRow } from './row.ts';

/**
 * An id cell that did not name its row, and the id that the row has all the same.
 *
 * `cleared`: the cell was empty. `doubled`: a copy, which got an id of its own. `swapped`: the cell named another
 * row (a range was sorted without column A). `foreign`: the cell holds nothing that we ever gave.
 * All are healed by writing the id; nobody needs to be told, so none becomes a finding.
 */
export interface IdentityConflict {
  readonly kind: 'cleared' | 'doubled' | 'swapped' | 'foreign';
  /** Position among the sheet's rows. */
  readonly index: number;
  /** What stood in the cell. */
  readonly idCell: string;
  readonly rowId: RowId;
  /** The base knows the row: it was recognised by content or name. Otherwise it is new. */
  readonly isKnown: boolean;
}

export function findConflicts(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  { ids, numberOf }: { readonly ids: readonly RowId[]; readonly numberOf: NumberOf },
): readonly IdentityConflict[] {
  const conflicts: IdentityConflict[] = [];
  rows.forEach(({ idCell }, index) => {
    const rowId = ids[index] ?? '';
    if (idCell === rowId) return;
    const isKnown = base.has(rowId);
    // A new row has no id yet: that is how rows begin.
    if (idCell === '' && !isKnown) return;
    const isOurs = base.has(idCell) || numberOf(idCell) !== undefined;
    conflicts.push({ kind: kindOf(idCell, isOurs, isKnown), index, idCell, rowId, isKnown });
  });
  return conflicts;
}

function kindOf(idCell: string, isOurs: boolean, isKnown: boolean): IdentityConflict['kind'] {
  if (idCell === '') return 'cleared';
  if (!isOurs) return 'foreign';
  return isKnown ? 'swapped' : 'doubled';
}
