import type { SheetRow } from './row.ts';

/** The number in an id of this workbook and worksheet; undefined for anything else. */
export type NumberOf = (id: string) => number | undefined;

/** Rows to look at above and below; a larger block of copies is told apart no better than by chance. */
const REACH = 20;

/**
 * Which of several equal rows with one id is the original: ids were given in the order of the rows, so it is the
 * one between the nearest numbers; a copy stands among strangers. A tie goes to the upper.
 */
export function findOriginal(
  indexes: readonly number[],
  rows: readonly SheetRow[],
  numberOf: NumberOf,
): number {
  const own = numberOf(rows[indexes[0] ?? 0]?.idCell ?? '') ?? 0;
  const ranked = indexes.map((index) => ({ index, distance: distanceAt(index, own, { rows, numberOf }) }));
  return ranked.toSorted((a, b) => a.distance - b.distance)[0]?.index ?? 0;
}

interface Surroundings {
  readonly rows: readonly SheetRow[];
  readonly numberOf: NumberOf;
}

/** How far the neighbours' numbers are off; an edge of the sheet counts as far off as it can be. */
function distanceAt(index: number, own: number, surroundings: Surroundings): number {
  const above = neighbour(index, -1, surroundings) ?? 0;
  const below = neighbour(index, 1, surroundings) ?? own + REACH;
  return distance(own - above) + distance(below - own);
}

/** The wrong side is worse than a gap. */
function distance(gap: number): number {
  return gap > 0 ? gap : 1 - gap;
}

function neighbour(index: number, step: 1 | -1, { rows, numberOf }: Surroundings): number | undefined {
  for (let away = 1; away <= REACH; away++) {
    const number = numberOf(rows[index + away * step]?.idCell ?? '');
    if (number !== undefined) return number;
  }
  return undefined;
}
