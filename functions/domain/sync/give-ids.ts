import type { RowId } from '../records/worksheet-key.ts';
import type { NumberOf } from './find-original.ts';
import type { BaseRow, SheetRow } from './row.ts';

export interface IdSource {
  /** The number that the next new row gets. */
  readonly nextNumber: number;
  readonly makeId: (number: number) => RowId;
  readonly numberOf: NumberOf;
}

/** Beyond this a number in a cell is a slip of the hand that happens to have the right check. */
const ADOPT_REACH = 1_000_000;

/** Ids for all rows: the known ones stay, new rows are numbered in order. */
export function giveIds(
  known: readonly (RowId | undefined)[],
  rows: readonly SheetRow[],
  { base, source }: { readonly base: ReadonlyMap<RowId, BaseRow>; readonly source: IdSource },
): { readonly ids: readonly RowId[]; readonly nextNumber: number } {
  const adopted = adoptIds(known, rows, { base, source });
  let nextNumber = source.nextNumber;
  for (const id of adopted) {
    // Numbers of known rows lie below `nextNumber`; only where the base is behind can one lie above.
    if (id !== undefined) nextNumber = Math.max(nextNumber, (numberBeyond(id, base, source) ?? 0) + 1);
  }
  const ids = adopted.map((id) => id ?? source.makeId(nextNumber++));
  return { ids, nextNumber };
}

function numberBeyond(
  id: RowId,
  base: ReadonlyMap<RowId, BaseRow>,
  { numberOf }: IdSource,
): number | undefined {
  return base.has(id) ? undefined : numberOf(id);
}

/** An id that we once gave is kept even where the store has lost the row: later rows must not get it anew. */
function adoptIds(
  known: readonly (RowId | undefined)[],
  rows: readonly SheetRow[],
  { base, source }: { readonly base: ReadonlyMap<RowId, BaseRow>; readonly source: IdSource },
): readonly (RowId | undefined)[] {
  const taken = new Set(known);
  return known.map((id, index) => {
    const own = rows[index]?.idCell ?? '';
    if (id !== undefined || own === '' || base.has(own) || taken.has(own)) return id;
    const number = source.numberOf(own);
    if (number === undefined || number >= source.nextNumber + ADOPT_REACH) return id;
    taken.add(own);
    return own;
  });
}
