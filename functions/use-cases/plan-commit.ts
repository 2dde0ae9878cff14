import type { RowChange } from '../domain/sync/plan-sync.ts';
import type { RowId, StaffWorksheetKey } from '../domain/worksheet-key.ts';
import { hashOf } from './digest.ts';
import type { JsonObject, StoreWrite } from './ports.ts';
import {
  headKey,
  historyKey,
  SHARD_SIZE,
  shardKey,
  toJson,
  type Head,
  type StoredRow,
} from './stored-documents.ts';

export interface WorksheetChanges {
  readonly worksheet: StaffWorksheetKey;
  readonly base: ReadonlyMap<RowId, StoredRow>;
  readonly changes: readonly RowChange[];
}

export interface CommitInput {
  readonly workbookId: string;
  /** Before the commit. */
  readonly head: Head;
  /** What the head is to say afterwards, its revision aside. */
  readonly next: Head;
  readonly worksheets: readonly WorksheetChanges[];
  readonly numberOf: (worksheet: StaffWorksheetKey, rowId: RowId) => number;
  readonly at: string;
  readonly by: string;
}

/** A step of the commit: atomic by itself, and true if no other follows. */
export interface CommitPart {
  readonly writes: readonly StoreWrite[];
  readonly head: Head;
}

/** Well below the store's 10 MiB a commit: JSON measures sizes only roughly. */
const MAX_PART_CHARACTERS = 2_000_000;
/** Well below 1 MiB a document, at up to two bytes a character. */
const MAX_HISTORY_CHARACTERS = 300_000;

interface Entry {
  readonly worksheet: StaffWorksheetKey;
  readonly change: RowChange;
  readonly size: number;
}

/** The changes of one shard stay in one part: the whole shard is written for each part that touches it. */
interface ShardEntries {
  readonly entries: readonly Entry[];
  /** The shard's standing rows are written too: a thousand edits in a thousand shards weigh more than the edits. */
  readonly size: number;
}

/**
 * The writes of one synchronisation. What is too large for one commit becomes several, each a revision of its
 * own; only the last tells the sheets' digests, so a pass that dies between them is taken up by the next.
 */
export function planCommit(input: CommitInput): readonly CommitPart[] {
  const shards = input.worksheets.flatMap((each) => groupByShard(each, input.numberOf));
  const parts = splitBySize(shards, MAX_PART_CHARACTERS).map((part) =>
    part.flatMap(({ entries }) => entries),
  );
  if (parts.length === 0) return isSameHead(input) ? [] : [headOnly(input)];
  const rows = new Map(input.worksheets.map(({ worksheet, base }) => [worksheet, new Map(base)]));
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const revision = input.head.revision + index + 1;
    const head: Head = { ...(isLast ? input.next : { ...input.next, digests: {} }), revision };
    return {
      head,
      writes: [
        ...historyWrites(part, revision, { ...input, rows }),
        ...shardWrites(part, revision, { ...input, rows }),
      ],
    };
  });
}

function groupByShard(
  { worksheet, base, changes }: WorksheetChanges,
  numberOf: CommitInput['numberOf'],
): ShardEntries[] {
  const shardOf = (rowId: RowId) => Math.floor(numberOf(worksheet, rowId) / SHARD_SIZE);
  const entries = changes.map((change) => ({ worksheet, change, size: JSON.stringify(change).length }));
  const touched = Map.groupBy(entries, ({ change }) => shardOf(change.rowId));
  const standing = new Map<number, number>();
  for (const [rowId, row] of base) {
    const shard = shardOf(rowId);
    if (!touched.has(shard)) continue;
    standing.set(shard, (standing.get(shard) ?? 0) + JSON.stringify(row).length);
  }
  return [...touched].map(([shard, those]) => ({
    entries: those,
    size: those.reduce((sum, { size }) => sum + size, standing.get(shard) ?? 0),
  }));
}

function isSameHead({ head, next }: CommitInput): boolean {
  return hashOf(head) === hashOf(next);
}

function headOnly({ next }: CommitInput): CommitPart {
  return { head: next, writes: [] };
}

/** The write of the head that fences the part: it fails where anyone else has written since `version`. */
export function fencedHead(workbookId: string, head: Head, version: string): StoreWrite {
  return { kind: 'put', key: headKey(workbookId), data: toJson(head), ifVersion: version };
}

function splitBySize<Item extends { readonly size: number }>(
  items: readonly Item[],
  limit: number,
): Item[][] {
  const parts: Item[][] = [];
  let size = 0;
  for (const item of items) {
    const last = parts.at(-1);
    if (last && size + item.size <= limit) {
      last.push(item);
      size += item.size;
    } else {
      parts.push([item]);
      size = item.size;
    }
  }
  return parts;
}

type WithRows = CommitInput & { readonly rows: ReadonlyMap<StaffWorksheetKey, Map<RowId, StoredRow>> };

function historyWrites(part: readonly Entry[], revision: number, input: WithRows): StoreWrite[] {
  return splitBySize(part, MAX_HISTORY_CHARACTERS).map((entries, index) => ({
    kind: 'put',
    key: historyKey(input.workbookId, revision, index),
    data: {
      revision,
      at: input.at,
      by: input.by,
      changes: entries.map(({ worksheet, change }) => ({
        worksheet,
        rowId: change.rowId,
        kind: change.kind,
        cells: change.cells as unknown as JsonObject,
        // A chain from the row's latest revision back to its first: a row's life is read without a search.
        previousRevision: input.rows.get(worksheet)?.get(change.rowId)?.revision ?? null,
      })),
    },
  }));
}

function shardWrites(part: readonly Entry[], revision: number, input: WithRows): StoreWrite[] {
  for (const { worksheet, change } of part) {
    input.rows.get(worksheet)?.set(change.rowId, {
      cells: { ...change.after },
      revision,
      ...(change.kind === 'delete' && { isDeleted: true }),
    });
  }
  const touched = Map.groupBy(part, ({ worksheet }) => worksheet);
  return [...touched].flatMap(([worksheet, entries]) => {
    const shardOf = (rowId: RowId) => Math.floor(input.numberOf(worksheet, rowId) / SHARD_SIZE);
    const shards = Map.groupBy(input.rows.get(worksheet) ?? [], ([rowId]) => shardOf(rowId));
    const changed = new Set(entries.map(({ change }) => shardOf(change.rowId)));
    return [...changed].map((shard): StoreWrite => ({
      kind: 'put',
      key: shardKey(input.workbookId, worksheet, shard),
      data: toJson({ worksheet, rows: Object.fromEntries(shards.get(shard) ?? []) }),
    }));
  });
}
