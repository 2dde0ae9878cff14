import type { RowId } from '../records/worksheet-key.ts';
import { copiesAmong } from './copies.ts';
import { appendTo, freeOwn, give, unsettled, type Matching } from './matching.ts';
import type { BaseRow, SheetRow } from './row.ts';

/** Base rows of one name that a row is compared with. */
const MAX_NAMESAKES = 8;

interface Candidate {
  readonly index: number;
  readonly id: RowId;
  readonly score: number;
}

/**
 * Edited rows. Where id and name say the same no other base row comes into question. Then the id in the cell speaks
 * for one base row, the name for others; whoever agrees in more cells goes first, and the id where they agree alike.
 * So an edited name is an edit, and rows that were sorted without column A and then edited are found all the same.
 */
export function giveByLikeness(matching: Matching, columns: readonly string[]): void {
  const open = unsettled(matching);
  const [bearers, strangers] = [true, false].map((bears) =>
    open.filter((index) => bearsItsName(matching, index) === bears),
  ) as [number[], number[]];
  giveToLikest(matching, byId(matching, bearers, columns));
  const copies = copiesAmong(matching, strangers);
  const originals = strangers.filter((index) => !copies.has(index));
  giveToLikest(matching, byId(matching, originals, columns).concat(byName(matching, originals, columns)));
  giveToLikest(matching, byName(matching, [...copies], columns));
}

function giveToLikest(matching: Matching, candidates: readonly Candidate[]): void {
  const ranked = candidates.toSorted((a, b) => b.score - a.score || a.index - b.index);
  for (const { index, id } of ranked) {
    if (matching.ids[index] === undefined && !matching.taken.has(id)) give(matching, index, id);
  }
}

function bearsItsName(matching: Matching, index: number): boolean {
  const own = freeOwn(matching, index);
  const name = own && matching.nameOf(own.cells);
  return name !== undefined && name === matching.nameOf(matching.rows[index]?.cells ?? {});
}

function byId(matching: Matching, open: readonly number[], columns: readonly string[]): Candidate[] {
  return open.flatMap((index) => {
    const [row, own] = [matching.rows[index], freeOwn(matching, index)];
    return row && own ? [{ index, id: own.id, score: 2 * agreement(own, row, columns) + 1 }] : [];
  });
}

function byName(matching: Matching, open: readonly number[], columns: readonly string[]): Candidate[] {
  if (open.length === 0) return [];
  const namesakes = indexNames(matching);
  const seen = new Map<string, number>();
  return open.flatMap((index) => {
    const row = matching.rows[index];
    const name = row && matching.nameOf(row.cells);
    const known = (name !== undefined && namesakes.get(name)) || [];
    // Of many namesakes each row looks at its own few.
    const start = seen.get(name ?? '') ?? 0;
    seen.set(name ?? '', start + 1);
    return slice(known, start).flatMap((base) =>
      row ? [{ index, id: base.id, score: 2 * agreement(base, row, columns) }] : [],
    );
  });
}

function slice(known: readonly BaseRow[], start: number): readonly BaseRow[] {
  return known.length <= MAX_NAMESAKES ? known : known.slice(start, start + MAX_NAMESAKES);
}

function indexNames({ base, taken, nameOf }: Matching): ReadonlyMap<string, BaseRow[]> {
  const names = new Map<string, BaseRow[]>();
  for (const row of base.values()) {
    const name = row.isDeleted || taken.has(row.id) ? undefined : nameOf(row.cells);
    if (name !== undefined) appendTo(names, name, row);
  }
  return names;
}

/** Cells that are filled alike. */
function agreement(base: BaseRow, row: SheetRow, columns: readonly string[]): number {
  let count = 0;
  for (const column of columns) {
    const cell = row.cells[column] ?? null;
    if (cell !== null && cell === base.cells[column]) count += 1;
  }
  return count;
}
