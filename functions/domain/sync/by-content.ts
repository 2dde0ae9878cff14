import type { RowId } from '../records/worksheet-key.ts';
import { copiesAmong, idsBeside } from './copies.ts';
import { originalFinder, type NumberOf } from './find-original.ts';
import { appendTo, freeOwn, give, unsettled, type Matching } from './matching.ts';
import { contentHash, isSameContent, type BaseRow } from './row.ts';

/** Rows whose content agrees with the id in their cell keep it; of equal rows with one id the original does. */
export function claimUnchanged(matching: Matching, columns: readonly string[], numberOf: NumberOf): void {
  const { base, rows, ids } = matching;
  const first = new Map<RowId, number>();
  const rivals = new Map<RowId, number[]>();
  rows.forEach((row, index) => {
    const own = ids[index] === undefined ? base.get(row.idCell) : undefined;
    if (!own || !isSameContent(own.cells, row.cells, columns)) return;
    const upper = first.get(own.id);
    if (upper !== undefined) rivals.set(own.id, [...(rivals.get(own.id) ?? [upper]), index]);
    else if (freeOwn(matching, index)) {
      first.set(own.id, index);
      give(matching, index, own.id);
    }
  });
  const findOriginal = originalFinder(rows, numberOf);
  for (const [id, indexes] of rivals) {
    ids[indexes[0] ?? 0] = undefined;
    give(matching, findOriginal(indexes), id);
  }
}

/**
 * Rows still unsettled take a free base row with the same cells, wherever it stood. Where several are equal, it is asked
 * who else may be meant (`rankIds`), once all others have found theirs. A copy leaves alone whose own row may be there.
 */
export function giveByContent(
  matching: Matching,
  columns: readonly string[],
  { areDeleted }: { readonly areDeleted: boolean },
): void {
  const open = unsettled(matching);
  if (open.length === 0) return;
  const free = indexContents(matching, columns, areDeleted);
  const untouched = open.filter((index) => isAsItsId(matching, index, columns));
  const copies = copiesAmong(matching, untouched);
  const others = copies.size > 0 ? idsBeside(matching, open) : NONE;
  const barredFrom = (index: number) => (copies.has(index) ? others : NONE);
  const doubtful = new Map<number, BaseRow[]>();
  for (const index of open) {
    const hash = contentHash(matching.rows[index]?.cells ?? {}, columns);
    const equal = (hash !== undefined && free.get(hash)) || [];
    if (equal.length > 1) doubtful.set(index, equal);
    else takeEqual(matching, index, { columns, equal, barred: barredFrom(index) });
  }
  if (doubtful.size === 0) return;
  const rankOf = rankIds(matching);
  // The last is taken first: the best, and of the same rank the first.
  for (const equal of new Set(doubtful.values())) equal.sort((a, b) => rankOf(b.id) - rankOf(a.id));
  for (const [index, equal] of doubtful)
    takeEqual(matching, index, { columns, equal, barred: barredFrom(index) });
}

/** A copy that nobody touched; with the cells of another it may well be that other, and its id was filled down. */
function isAsItsId({ base, rows }: Matching, index: number, columns: readonly string[]): boolean {
  const { idCell = '', cells = {} } = rows[index] ?? {};
  return isSameContent(base.get(idCell)?.cells ?? {}, cells, columns);
}

const NONE: ReadonlySet<RowId> = new Set();

/** The rows that are free to be taken, by the hash of their cells, from the last to the first. */
function indexContents({ base, taken }: Matching, columns: readonly string[], areDeleted: boolean) {
  const free = new Map<number, BaseRow[]>();
  for (const row of [...base.values()].toReversed()) {
    const isFree = row.isDeleted === areDeleted && !taken.has(row.id);
    const hash = isFree ? contentHash(row.cells, columns) : undefined;
    if (hash !== undefined) appendTo(free, hash, row);
  }
  return free;
}

/**
 * Of equal rows the likelier one has the lower rank: an id beside a row that is another by now has lost its own, and one that is
 * nowhere to be read went with its deleted row; but one beside a row that is still open may be that row's, edited.
 */
function rankIds({ rows, ids }: Matching): (id: RowId) => number {
  const ranks = new Map<RowId, number>();
  rows.forEach(({ idCell }, index) => {
    const rank = ids[index] === undefined ? 2 : 0;
    ranks.set(idCell, Math.max(rank, ranks.get(idCell) ?? 0));
  });
  return (id) => ranks.get(id) ?? 1;
}

interface Candidates {
  readonly columns: readonly string[];
  /** Of one hash. */
  readonly equal: BaseRow[];
  /** Not to be taken. */
  readonly barred: ReadonlySet<RowId>;
}

/** Gives the last of the candidates that has the row's cells; it is taken out. */
function takeEqual(matching: Matching, index: number, { columns, equal, barred }: Candidates): void {
  const { cells = {} } = matching.rows[index] ?? {};
  // Seldom another than the last: two contents of one hash.
  const place = equal.findLastIndex((row) => !barred.has(row.id) && isSameContent(row.cells, cells, columns));
  const [found] = place < 0 ? [] : equal.splice(place, 1);
  if (found) give(matching, index, found.id);
}
