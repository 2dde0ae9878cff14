import { createHash } from 'node:crypto';
import type { RowState, RowStates } from './past-change.ts';

/** SHA-256 over all rows with their cells, revisions and tombstones, whatever order they come in. Hexadecimal. */
export function hashStates(states: RowStates): string {
  const hash = createHash('sha256');
  for (const key of [...states.keys()].toSorted(byCodeUnits)) {
    const row = states.get(key);
    if (row) hash.update(`${JSON.stringify([key, ...partsOf(row)])}\n`);
  }
  return hash.digest('hex');
}

/** A cell that holds nothing is the same as no cell. */
function partsOf({ cells, revision, isDeleted }: RowState): readonly unknown[] {
  const filled = Object.entries(cells).filter(([, value]) => value !== null);
  return [revision, isDeleted === true, filled.toSorted(([a], [b]) => byCodeUnits(a, b))];
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
