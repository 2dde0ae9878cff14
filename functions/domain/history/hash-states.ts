import { createHash } from 'node:crypto';
import { compareCodeUnits } from '../text/code-units.ts';
import { filledEntries } from '../sync/row.ts';
import type { RowState, RowStates } from './past-change.ts';

/** SHA-256 over all rows with their cells, revisions and tombstones, whatever order they come in. Hexadecimal. */
export function hashStates(states: RowStates): string {
  const hash = createHash('sha256');
  for (const key of [...states.keys()].toSorted(compareCodeUnits)) {
    const row = states.get(key);
    if (row) hash.update(`${JSON.stringify([key, ...partsOf(row)])}\n`);
  }
  return hash.digest('hex');
}

function partsOf({ cells, revision, isDeleted }: RowState): readonly unknown[] {
  return [revision, isDeleted === true, filledEntries(cells)];
}
