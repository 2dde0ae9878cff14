import { hash } from 'node:crypto';
import { filledEntries, type Cells } from '../../../domain/sync/row.ts';
import type { RowId } from '../../../domain/records/worksheet-key.ts';

/** 40 bits: an edit is taken for none once in a million million. 60,000 rows need 12 kB of the head. */
const LENGTH = 10;
const UNKNOWN = '-'.repeat(LENGTH);

/** The rows that stand in a shard, tombstones left out: the same for the store and for a sheet that has not changed. */
export function digestShard(rows: Iterable<readonly [RowId, Cells]>): string {
  const lines = Array.from(rows, ([id, cells]) => {
    return JSON.stringify([id, filledEntries(cells)]);
  });
  return hash('sha256', lines.toSorted().join('\n'), 'hex').slice(0, LENGTH);
}

/** Undefined where the shard has none yet. `digests`: those of a worksheet's shards in a row, as the head keeps them. */
export function digestOfShard(digests: string, shard: number): string | undefined {
  const digest = digests.slice(shard * LENGTH, (shard + 1) * LENGTH);
  return digest === '' || digest === UNKNOWN ? undefined : digest;
}

export function withDigests(digests: string, changed: ReadonlyMap<number, string>): string {
  const all: string[] = [...(digests.match(new RegExp(`.{${LENGTH}}`, 'gu')) ?? [])];
  for (const [shard, digest] of changed) {
    while (all.length <= shard) all.push(UNKNOWN);
    all[shard] = digest;
  }
  return all.join('');
}
