import * as z from 'zod';
import {
  STAFF_WORKSHEETS,
  type RowId,
  type StaffWorksheetKey,
} from '../../../domain/records/worksheet-key.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import type { JsonObject, Store } from '../../ports/store.ts';
import { readLargeRows, storedRow, type StoredRow } from './row.ts';

/** `workbooks/ID/rows/SHARD`: neighbours in number share a document, so that one read brings many. */
const shardSchema = z.object({ worksheet: z.enum(STAFF_WORKSHEETS), rows: z.record(z.string(), storedRow) });

/** Rows a shard: a changed cell rewrites one shard, a first load of 10,000 rows writes 200. */
export const SHARD_SIZE = 50;

/** Shards of a worksheet whose next new row gets this number; rows are numbered from 1. */
export function shardCount(nextNumber: number): number {
  return nextNumber <= 1 ? 0 : Math.ceil(nextNumber / SHARD_SIZE);
}

export function shardKey(workbookId: string, worksheet: StaffWorksheetKey, shard: number): string {
  return `workbooks/${workbookId}/rows/${worksheet}-${String(shard).padStart(5, '0')}`;
}

/** All rows of a worksheet, tombstones too: one store read a shard, and one for each part of a large row. */
export async function readRows(
  store: Store,
  workbookId: string,
  { worksheet, nextNumber }: { worksheet: StaffWorksheetKey; nextNumber: number },
): Promise<ReadonlyMap<RowId, StoredRow>> {
  const shards = [...Array(shardCount(nextNumber)).keys()];
  return await readShards(store, workbookId, { worksheet, shards });
}

/** The rows of some shards of a worksheet, as `readRows`. */
export async function readShards(
  store: Store,
  workbookId: string,
  { worksheet, shards }: { worksheet: StaffWorksheetKey; shards: readonly number[] },
): Promise<ReadonlyMap<RowId, StoredRow>> {
  const keys = shards.map((shard) => shardKey(workbookId, worksheet, shard));
  const documents = keys.length > 0 ? await store.getMany(keys) : [];
  const rows = documents.flatMap((document) =>
    document ? Object.entries(parseStored(shardSchema, document).rows) : [],
  );
  return new Map(await readLargeRows(store, workbookId, rows));
}

/**
 * One row by its number, tombstones too: one store read, and one for each part of a large row. Undefined where no
 * such row was ever accepted.
 */
export async function readRow(
  store: Store,
  workbookId: string,
  { worksheet, rowId, number }: { worksheet: StaffWorksheetKey; rowId: RowId; number: number },
): Promise<StoredRow | undefined> {
  const key = shardKey(workbookId, worksheet, Math.floor(number / SHARD_SIZE));
  const [document] = await store.getMany([key]);
  const row = document && parseStored(shardSchema, document).rows[rowId];
  if (!row) return undefined;
  const [resolved] = await readLargeRows(store, workbookId, [[rowId, row]]);
  return resolved?.[1];
}

export function shardToJson(shard: z.infer<typeof shardSchema>): JsonObject {
  return shard as unknown as JsonObject;
}
