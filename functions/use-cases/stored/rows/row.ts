import * as z from 'zod';
import type { RowId } from '../../../domain/records/worksheet-key.ts';
import { StoreDamagedError } from '../../ports/errors.ts';
import { parseStored, storedCell } from '../encoding/parse-stored.ts';
import type { Store, StoreWrite } from '../../ports/store.ts';
import { sizeOfCells, splitCells } from '../encoding/split-cells.ts';

const cells = z.record(z.string(), storedCell);

export const storedRow = z.object({
  /** Filled cells only. */
  cells,
  /** The revision that last touched the row: its entry in the history names the one before. */
  revision: z.number().int(),
  isDeleted: z.boolean().optional(),
  /**
   * The cells lie outside of the shard, in `parts` documents that were written once, at this revision, and stay: a
   * reader who was slow finds what the shard told of when it was read.
   */
  large: z.object({ revision: z.number().int(), parts: z.number().int().positive() }).optional(),
});

export type StoredRow = z.infer<typeof storedRow>;

/** Instead of the revision: the row is known from the sheet alone, and its shard must not be written. */
export const UNREAD = 0;

/** `workbooks/ID/large/ROW-REVISION-PART`: some cells of a row that would crowd its neighbours out of a shard. */
const largeSchema = z.object({ cells });

/** Rows above this lie outside: a full shard of those below takes 750 kB of the store's 1 MiB. */
const LARGE_ROW_BYTES = 15_000;

/** A cell of Google Sheets holds at most 50,000 characters (150 kB), so each part stays near this. */
const MAX_PART_BYTES = 400_000;

/** Documents that one call asks for: at most 400 MB, and in practice a hundredth of it. */
const PAGE = 1_000;

export function largeRowKey(
  workbookId: string,
  { rowId, revision, part }: { readonly rowId: RowId; readonly revision: number; readonly part: number },
): string {
  return `workbooks/${workbookId}/large/${rowId}-${revision}-${part}`;
}

/** The row with the place of its cells, and the writes that put them there; none where they fit the shard. */
export function planPlace(workbookId: string, rowId: RowId, row: StoredRow) {
  const { revision } = row;
  // Tombstones beside it would be lost: a bug of ours.
  if (revision === UNREAD) throw new Error(`the shard of ${rowId} is to be written and was not read`);
  if (row.large || sizeOfCells(row.cells) <= LARGE_ROW_BYTES) return { row, writes: [] };
  const parts = splitCells(row.cells, MAX_PART_BYTES);
  const writes = parts.map((part, index): StoreWrite => ({
    kind: 'put',
    key: largeRowKey(workbookId, { rowId, revision, part: index }),
    data: { cells: part },
  }));
  return { row: { ...row, large: { revision, parts: parts.length } }, writes };
}

/** The row as it lies in its shard. */
export function inShard(row: StoredRow): StoredRow {
  return row.large ? { ...row, cells: {} } : row;
}

/** Bytes that the row takes of its shard. */
export function sizeInShard(row: StoredRow): number {
  return sizeOfCells(inShard(row).cells) + ROW_FRAME;
}

/** Id, revision and the rest. */
const ROW_FRAME = 150;

/**
 * The rows of shards with all their cells: one store read for each document outside, none where there are none.
 * Throws `StoreDamagedError` where one is missing.
 */
export async function readLargeRows(
  store: Store,
  workbookId: string,
  rows: readonly (readonly [RowId, StoredRow])[],
): Promise<readonly (readonly [RowId, StoredRow])[]> {
  const keysOf = (rowId: RowId, { large }: StoredRow) =>
    Array.from({ length: large?.parts ?? 0 }, (_, part) =>
      largeRowKey(workbookId, { rowId, revision: large?.revision ?? 0, part }),
    );
  const found = await readCells(
    store,
    rows.flatMap(([rowId, row]) => keysOf(rowId, row)),
  );
  if (found.size === 0) return rows;
  return rows.map(([rowId, row]) => {
    const parts = keysOf(rowId, row).map((key) => found.get(key) ?? {});
    return [rowId, row.large ? { ...row, cells: Object.assign({}, ...parts) } : row] as const;
  });
}

async function readCells(store: Store, keys: readonly string[]) {
  const found = new Map<string, StoredRow['cells']>();
  for (let start = 0; start < keys.length; start += PAGE) {
    const page = keys.slice(start, start + PAGE);
    const documents = await store.getMany(page);
    documents.forEach((document, index) => {
      const key = page[index] ?? '';
      if (!document) throw new StoreDamagedError(key);
      found.set(key, parseStored(largeSchema, document).cells);
    });
  }
  return found;
}
