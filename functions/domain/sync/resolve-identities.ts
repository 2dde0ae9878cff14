import type { RowId } from '../records/worksheet-key.ts';
import { claimUnchanged, giveByContent } from './by-content.ts';
import type { NumberOf } from './find-original.ts';
import { giveByLikeness } from './likeness.ts';
import { openMatching, unsettled, type Matching } from './matching.ts';
import { nameReader, type NaturalKey } from './names.ts';
import { columnsOf, filledColumnsOf, type BaseRow, type SheetRow } from './row.ts';

export interface IdentityRules {
  readonly naturalKey: NaturalKey;
  readonly numberOf: NumberOf;
  /** Columns in which nothing stands any more. */
  readonly emptied: readonly string[];
}

/**
 * Which base row each sheet row is; undefined for a new row. No base row is given twice.
 *
 * The id cell speaks first, but it can be missing, doubled (copy and paste), foreign or swapped (someone sorted a
 * range without column A). So rows whose content agrees with their id go before all others, then content finds
 * rows that moved away from their ids, then edited rows by id or name, whichever agrees more, and last deleted
 * rows that came back without their id. Time and memory are linear in the rows but for the sorting of edited ones.
 */
export function resolveIdentities(
  base: ReadonlyMap<RowId, BaseRow>,
  rows: readonly SheetRow[],
  { naturalKey, numberOf, emptied }: IdentityRules,
): readonly (RowId | undefined)[] {
  const matching = openMatching(base, rows, nameReader(naturalKey));
  const columns = columnsOf(rows);
  claimUnchanged(matching, columns, numberOf);
  giveByContent(matching, columns, { areDeleted: false });
  claimInSharedColumns(matching, columns, { emptied, numberOf });
  giveByLikeness(matching, columns);
  giveByContent(matching, columns, { areDeleted: true });
  return matching.ids;
}

/** A column that was added or emptied as a whole must not hide who is who: all rows would look edited. */
function claimInSharedColumns(
  matching: Matching,
  columns: readonly string[],
  { emptied, numberOf }: Pick<IdentityRules, 'emptied' | 'numberOf'>,
): void {
  if (unsettled(matching).length === 0) return;
  const known = filledColumnsOf(matching.base.values());
  const added = columns.filter((column) => !known.has(column));
  const isFilled = added.some((column) =>
    matching.rows.some(({ cells }) => (cells[column] ?? null) !== null),
  );
  if (!isFilled && emptied.length === 0) return;
  const shared = columns.filter((column) => known.has(column) && !emptied.includes(column));
  claimUnchanged(matching, shared, numberOf);
  giveByContent(matching, shared, { areDeleted: false });
}
