import type { SheetRow } from './row.ts';

/** The number in an id of this workbook and worksheet; undefined for anything else. */
export type NumberOf = (id: string) => number | undefined;

/** Rows to look at above and below; a larger block of copies is told apart no better than by chance. */
const REACH = 20;

/** Where the original of a doubled row stands, of these indexes. */
export type FindOriginal = (indexes: readonly number[]) => number;

/**
 * Which of several equal rows with one id is the original: ids were given in the order of the rows, so it is the
 * one between the nearest numbers; a copy stands among strangers. A tie goes to the upper.
 */
export function originalFinder(rows: readonly SheetRow[], numberOf: NumberOf): FindOriginal {
  let edges: Edges | undefined;
  const surroundings = {
    rows,
    numberOf,
    // Every id of the sheet is read for it, so once for all copies.
    edges: () => (edges ??= edgesOf(rows, numberOf)),
  };
  return (indexes) => {
    const own = numberOf(rows[indexes[0] ?? 0]?.idCell ?? '') ?? 0;
    const ranked = indexes.map((index) => ({ index, distance: distanceAt(index, own, surroundings) }));
    return ranked.toSorted((a, b) => a.distance - b.distance)[0]?.index ?? 0;
  };
}

interface Surroundings {
  readonly rows: readonly SheetRow[];
  readonly numberOf: NumberOf;
  readonly edges: () => Edges;
}

/** The numbers that would stand above and below the sheet if it went on there. */
interface Edges {
  readonly above: number;
  readonly below: number;
}

function edgesOf(rows: readonly SheetRow[], numberOf: NumberOf): Edges {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const { idCell } of rows) {
    const number = numberOf(idCell);
    if (number === undefined) continue;
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
  }
  return { above: lowest - 1, below: highest + 1 };
}

/** How far the neighbours' numbers are off. */
function distanceAt(index: number, own: number, surroundings: Surroundings): number {
  const above = neighbour(index, -1, surroundings) ?? surroundings.edges().above;
  const below = neighbour(index, 1, surroundings) ?? surroundings.edges().below;
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
