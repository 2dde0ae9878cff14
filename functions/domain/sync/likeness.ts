import { comparableName } from '../same-name.ts';
import type { RowId } from '../worksheet-key.ts';
import { appendTo, freeOwn, give, unsettled, type Matching } from './matching.ts';
import type { BaseRow, Cells, CellValue, SheetRow } from './row.ts';

/** Columns that name a row for people, first of all for telling rows apart that lost their ids. */
export type NaturalKey = readonly string[];

/** Base rows of one name that a row is compared with. */
const MAX_NAMESAKES = 8;

interface Candidate {
  readonly index: number;
  readonly id: RowId;
  readonly score: number;
}

/**
 * Edited rows: the id in the cell speaks for one base row, the name for others; whoever agrees in more cells goes
 * first, and the id where they agree alike. So an edited name is an edit, and rows that were sorted without
 * column A and then edited are found all the same.
 */
export function giveByLikeness(matching: Matching, columns: readonly string[], naturalKey: NaturalKey): void {
  const open = unsettled(matching);
  const strangers = open.filter((index) => !bearsItsName(matching, index, naturalKey));
  if (open.length === 0) return;
  const candidates = open
    .flatMap((index) => byId(matching, index, columns))
    .concat(byName(matching, strangers, { columns, naturalKey }));
  candidates.sort((a, b) => b.score - a.score || a.index - b.index);
  for (const { index, id } of candidates) {
    if (matching.ids[index] === undefined && !matching.taken.has(id)) give(matching, index, id);
  }
}

/** Id and name say the same: no other base row comes into question. */
function bearsItsName(matching: Matching, index: number, naturalKey: NaturalKey): boolean {
  const row = matching.rows[index];
  const own = row && freeOwn(matching, row);
  if (!own) return false;
  return naturalKey.every((key) => (own.cells[key] ?? null) === (row.cells[key] ?? null));
}

function byId(matching: Matching, index: number, columns: readonly string[]): Candidate[] {
  const row = matching.rows[index];
  const own = row && freeOwn(matching, row);
  return own ? [{ index, id: own.id, score: 2 * agreement(own, row, columns) + 1 }] : [];
}

function byName(
  matching: Matching,
  open: readonly number[],
  { columns, naturalKey }: { columns: readonly string[]; naturalKey: NaturalKey },
): Candidate[] {
  if (open.length === 0) return [];
  const nameOf = nameReader(naturalKey);
  const namesakes = indexNames(matching, nameOf);
  const seen = new Map<string, number>();
  return open.flatMap((index) => {
    const row = matching.rows[index];
    const name = row && nameOf(row.cells);
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

function indexNames({ base, taken }: Matching, nameOf: NameOf): ReadonlyMap<string, BaseRow[]> {
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

/** Undefined for a row without any name. */
type NameOf = (cells: Cells) => string | undefined;

/** Remembers how each cell is spoken: few names stand in many rows. */
function nameReader(naturalKey: NaturalKey): NameOf {
  const known = new Map<CellValue, string>();
  const partOf = (cell: CellValue) => {
    const part = known.get(cell) ?? spoken(cell);
    known.set(cell, part);
    return part;
  };
  return (cells) => {
    const parts = naturalKey.map((key) => partOf(cells[key] ?? null));
    return parts.every((part) => part === '') ? undefined : parts.join('\n');
  };
}

/** A number that was typed as text is no other name. */
function spoken(cell: CellValue): string {
  if (cell === null) return '';
  return comparableName(String(cell));
}
