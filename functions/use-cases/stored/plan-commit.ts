import type { RowChange } from '../../domain/sync/plan-sync.ts';
import type { RowId, StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { hashOf } from './encoding/canonical-json.ts';
import type { StoreWrite } from '../ports/store.ts';
import { planHistory, planShards, sizeOfChange, type Entry } from './plan-writes.ts';
import { splitBySize } from './encoding/split-by-size.ts';
import { headKey, headToJson, type Head } from './head/head.ts';
import { SHARD_SIZE } from './rows/shards.ts';
import { sizeInShard, type StoredRow } from './rows/row.ts';

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
  /** Documents beside the rows that go in with the last part. */
  readonly beside?: readonly StoreWrite[];
}

/** A step of the commit: atomic by itself, and true if no other follows. */
export interface CommitPart {
  readonly writes: readonly StoreWrite[];
  readonly head: Head;
}

/** Half of the store's 10 MiB a commit. One row in its largest form takes more, and still less than the 10 MiB. */
const MAX_PART_BYTES = 5_000_000;

/** The changes of one shard stay in one part where they fit: each part that touches the shard writes it whole. */
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
  const parts = splitBySize(shards, MAX_PART_BYTES).map((part) => part.flatMap(({ entries }) => entries));
  if (parts.length === 0) return isSameHead(input) ? [] : [headOnly(input)];
  const rows = new Map(input.worksheets.map((each) => [each.worksheet, touchedRows(each, input.numberOf)]));
  let { shards: known, historyHash: before = '' } = input.head;
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const step = { ...input, entries: part, revision: input.head.revision + index + 1, rows };
    const history = planHistory(step, before);
    before = history.hash;
    const { writes, digests } = planShards(step, known);
    known = digests;
    const next = isLast ? input.next : unfinished(input);
    return {
      head: { ...next, shards: digests, revision: step.revision, historyHash: before },
      writes: [...history.writes, ...writes, ...(isLast ? (input.beside ?? []) : [])],
    };
  });
}

/** Before the last part nobody has looked at the day yet: its run and its letters go in with that part alone. */
function unfinished({ head: { monitoredOn, runs, mail }, next }: CommitInput): Head {
  const { runs: _run, mail: _letters, ...rest } = next;
  return { ...rest, digests: {}, monitoredOn, ...(runs && { runs }), ...(mail && { mail }) };
}

/** The rows that share a shard with a changed one: no others are written. */
function touchedRows(
  { worksheet, base, changes }: WorksheetChanges,
  numberOf: CommitInput['numberOf'],
): Map<RowId, StoredRow> {
  const shardOf = (rowId: RowId) => Math.floor(numberOf(worksheet, rowId) / SHARD_SIZE);
  const touched = new Set(changes.map(({ rowId }) => shardOf(rowId)));
  return new Map(base.entries().filter(([rowId]) => touched.has(shardOf(rowId))));
}

function groupByShard(
  { worksheet, base, changes }: WorksheetChanges,
  numberOf: CommitInput['numberOf'],
): ShardEntries[] {
  const shardOf = (rowId: RowId) => Math.floor(numberOf(worksheet, rowId) / SHARD_SIZE);
  const entries = changes.map((change) => ({ worksheet, change, size: sizeOfChange(change) }));
  const touched = Map.groupBy(entries, ({ change }) => shardOf(change.rowId));
  const standing = new Map<number, number>();
  for (const [rowId, row] of base) {
    const shard = shardOf(rowId);
    if (!touched.has(shard)) continue;
    standing.set(shard, (standing.get(shard) ?? 0) + sizeInShard(row));
  }
  return [...touched].flatMap(([shard, those]) => {
    const frame = standing.get(shard) ?? 0;
    return splitBySize(those, MAX_PART_BYTES - frame).map((part) => ({
      entries: part,
      size: part.reduce((sum, { size }) => sum + size, frame),
    }));
  });
}

function isSameHead({ head, next }: CommitInput): boolean {
  return hashOf(head) === hashOf(next);
}

function headOnly({ next, beside = [] }: CommitInput): CommitPart {
  return { head: next, writes: beside };
}

/** The write of the head that fences the part: it fails where anyone else has written since `version`. */
export function fencedHead(workbookId: string, head: Head, version: string): StoreWrite {
  return { kind: 'put', key: headKey(workbookId), data: headToJson(head), ifVersion: version };
}
