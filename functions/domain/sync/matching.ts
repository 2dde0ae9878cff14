import type { RowId } from '../worksheet-key.ts';
import { findOriginal, type NumberOf } from './find-original.ts';
import { contentHash, isSameContent, type BaseRow, type Cells, type SheetRow } from './row.ts';

/** Which base row each sheet row is, as far as it is known. No base row is given twice. */
export interface Matching {
  readonly base: ReadonlyMap<RowId, BaseRow>;
  readonly rows: readonly SheetRow[];
  readonly ids: (RowId | undefined)[];
  readonly taken: Set<RowId>;
}

export function openMatching(base: ReadonlyMap<RowId, BaseRow>, rows: readonly SheetRow[]): Matching {
  return { base, rows, ids: rows.map(() => undefined), taken: new Set() };
}

export function give({ ids, taken }: Matching, index: number, id: RowId): void {
  ids[index] = id;
  taken.add(id);
}

/** The base row that the row's id cell names, where nobody has it yet. */
export function freeOwn({ base, taken }: Matching, { idCell }: SheetRow): BaseRow | undefined {
  return taken.has(idCell) ? undefined : base.get(idCell);
}

/** Indexes of the rows that are not settled yet. */
export function unsettled({ ids }: Matching): readonly number[] {
  const open: number[] = [];
  for (let index = 0; index < ids.length; index++) if (ids[index] === undefined) open.push(index);
  return open;
}

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
    else if (freeOwn(matching, row)) {
      first.set(own.id, index);
      give(matching, index, own.id);
    }
  });
  for (const [id, indexes] of rivals) {
    ids[indexes[0] ?? 0] = undefined;
    give(matching, findOriginal(indexes, rows, numberOf), id);
  }
}

/**
 * Rows still unsettled take a free base row with the same cells, wherever it stood. Of equal ones those go first whose
 * id is still to be read somewhere in the sheet: what was deleted took its id cell along.
 */
export function giveByContent(
  matching: Matching,
  columns: readonly string[],
  { areDeleted }: { readonly areDeleted: boolean },
): void {
  const open = unsettled(matching);
  if (open.length === 0) return;
  const free = new Map<number, BaseRow[]>();
  const shown = new Set(matching.rows.map(({ idCell }) => idCell));
  const ranked = [...matching.base.values()].sort(
    (a, b) => Number(shown.has(b.id)) - Number(shown.has(a.id)),
  );
  // From the last, so that `pop` gives the first.
  for (const row of ranked.toReversed()) {
    const isFree = row.isDeleted === areDeleted && !matching.taken.has(row.id);
    const hash = isFree ? contentHash(row.cells, columns) : undefined;
    if (hash !== undefined) appendTo(free, hash, row);
  }
  for (const index of open) {
    const { cells = {} } = matching.rows[index] ?? {};
    const hash = contentHash(cells, columns);
    const equal = hash === undefined ? undefined : takeEqual(free.get(hash), cells, columns);
    if (equal) give(matching, index, equal.id);
  }
}

/** The last of the rows that has these cells; it is taken out. */
function takeEqual(
  rows: BaseRow[] | undefined,
  cells: Cells,
  columns: readonly string[],
): BaseRow | undefined {
  const last = rows?.at(-1);
  if (!rows || !last) return undefined;
  if (isSameContent(last.cells, cells, columns)) return rows.pop();
  // Two contents of one hash.
  const index = rows.findLastIndex((row) => isSameContent(row.cells, cells, columns));
  return index < 0 ? undefined : rows.splice(index, 1)[0];
}

export function appendTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
