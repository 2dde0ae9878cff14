import { hashOf } from './encoding/canonical-json.ts';
import type { RowChange } from '../../domain/sync/plan-sync.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { StoreWrite } from '../ports/store.ts';
import { splitBySize } from './encoding/split-by-size.ts';
import { sizeOfCells, splitCells } from './encoding/split-cells.ts';
import { digestShard, withDigests } from './rows/shard-digests.ts';
import type { Head } from './head/head.ts';
import { historyKey } from './history/history.ts';
import { SHARD_SIZE, shardKey, shardToJson } from './rows/shards.ts';
import { inShard, planPlace, type StoredRow } from './rows/row.ts';

/** Half of the store's 1 MiB a document. One cell in its largest form takes 300 kB, old and new. */
const MAX_HISTORY_BYTES = 500_000;

export interface Entry {
  readonly worksheet: StaffWorksheetKey;
  readonly change: RowChange;
  readonly size: number;
}

/** In the history and in the rows together. */
export function sizeOfChange({ cells, after }: RowChange): number {
  return CHANGE_FRAME + sizeOfCells(cells) + sizeOfCells(after);
}

/** Ids, revisions, kind and the rest. */
const CHANGE_FRAME = 300;

/** One step of a commit: its changes, and what stands before them. */
export interface Step {
  readonly workbookId: string;
  readonly entries: readonly Entry[];
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly numberOf: (worksheet: StaffWorksheetKey, rowId: RowId) => number;
  /** Of the shards that any step touches. `planShards` brings them up to date, for the next step. */
  readonly rows: ReadonlyMap<StaffWorksheetKey, Map<RowId, StoredRow>>;
}

interface HistoryPlan {
  readonly writes: readonly StoreWrite[];
  /** Of the last document, which covers those before it. */
  readonly hash: string;
}

/** The history's documents of the step after one of the hash `before`; to be planned before its rows are. */
export function planHistory({ entries, ...step }: Step, before: string): HistoryPlan {
  const { workbookId, revision, at, by } = step;
  const pieces = entries.flatMap((entry) => piecesOf(entry, step.rows));
  let hash = before;
  const writes = splitBySize(pieces, MAX_HISTORY_BYTES).map((those, index): StoreWrite => {
    const data = { revision, at, by, changes: those.map((piece) => piece.data), before: hash };
    hash = hashOf(data);
    return { kind: 'put', key: historyKey(workbookId, revision, index), data };
  });
  return { writes, hash };
}

/** The change as the history keeps it: one entry, or several where its cells fill more than a document. */
function piecesOf({ worksheet, change }: Entry, rows: Step['rows']) {
  const groups = splitCells(change.cells, MAX_HISTORY_BYTES - CHANGE_FRAME);
  const pieces = groups.length > 0 ? groups : [{}];
  return pieces.map((cells) => ({
    size: CHANGE_FRAME + sizeOfCells(cells),
    data: {
      worksheet,
      rowId: change.rowId,
      kind: change.kind,
      cells,
      // A chain from the row's latest revision back to its first: a row's life is read without a search.
      previousRevision: rows.get(worksheet)?.get(change.rowId)?.revision ?? null,
      ...(pieces.length > 1 && { pieces: pieces.length }),
    },
  }));
}

export interface ShardsPlan {
  readonly writes: readonly StoreWrite[];
  /** As the head is to keep them. */
  readonly digests: NonNullable<Head['shards']>;
}

/** The shards that the step touches, and what is too large to lie in them; `rows` stand as after the step. */
export function planShards(step: Step, before: Head['shards'] = {}): ShardsPlan {
  const writes: StoreWrite[] = [];
  const digests = { ...before };
  for (const [worksheet, entries] of Map.groupBy(step.entries, (entry) => entry.worksheet)) {
    const rows = step.rows.get(worksheet) ?? new Map<RowId, StoredRow>();
    for (const { change } of entries) rows.set(change.rowId, acceptedRow(change, rows, step.revision));
    const shardOf = (rowId: RowId) => Math.floor(step.numberOf(worksheet, rowId) / SHARD_SIZE);
    const shards = Map.groupBy(rows, ([rowId]) => shardOf(rowId));
    const changed = new Set(entries.map(({ change }) => shardOf(change.rowId)));
    const told = new Map<number, string>();
    for (const shard of changed) {
      const { lying, large } = placeRows(step.workbookId, shards.get(shard) ?? [], rows);
      const data = shardToJson({ worksheet, rows: Object.fromEntries(lying) });
      writes.push(...large, { kind: 'put', key: shardKey(step.workbookId, worksheet, shard), data });
      told.set(shard, digestShard(standing(shards.get(shard) ?? [])));
    }
    digests[worksheet] = withDigests(digests[worksheet] ?? '', told);
  }
  return { writes, digests };
}

function standing(rows: readonly (readonly [RowId, StoredRow])[]) {
  return rows.flatMap(([rowId, { cells, isDeleted }]) => (isDeleted ? [] : [[rowId, cells] as const]));
}

/** The rows of a shard as they lie in it, and the writes of what lies outside. */
function placeRows(
  workbookId: string,
  shard: readonly (readonly [RowId, StoredRow])[],
  rows: Map<RowId, StoredRow>,
) {
  const placed = shard.map(([rowId, row]) => ({ rowId, ...planPlace(workbookId, rowId, row) }));
  for (const { rowId, row } of placed) rows.set(rowId, row);
  return {
    lying: placed.map(({ rowId, row }) => [rowId, inShard(row)] as const),
    large: placed.flatMap(({ writes }) => writes),
  };
}

/** The row as it stands after the change. Deleted or restored as it was, its cells stay where they lie. */
function acceptedRow(
  { rowId, kind, cells, after }: RowChange,
  rows: ReadonlyMap<RowId, StoredRow>,
  revision: number,
): StoredRow {
  const large = Object.keys(cells).length === 0 ? rows.get(rowId)?.large : undefined;
  return {
    cells: { ...after },
    revision,
    ...(kind === 'delete' && { isDeleted: true }),
    ...(large && { large }),
  };
}
