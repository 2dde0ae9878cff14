import { z } from 'zod';
import { STAFF_WORKSHEETS, type RowId, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import type { JsonObject, Store, StoredDocument } from './ports.ts';
import { StoreDamagedError } from './errors.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const perWorksheet = <Value extends z.ZodType>(value: Value) => z.record(z.enum(STAFF_WORKSHEETS), value);

export const ROLES = ['municipal_coordinator', 'head', 'service'] as const;

const severityCounts = z.object({
  error: z.number(),
  overdue: z.number(),
  warning: z.number(),
  reminder: z.number(),
});

const reportReference = z.object({ number: z.number(), inputHash: z.string() });

const selfCheck = z.object({
  /** The latest revision that was looked at. */
  revision: z.number().int(),
  /** The instant, ISO 8601 in UTC. */
  at: z.string(),
  /** Where the next comparison begins: the rows after this revision had this hash. */
  anchor: z.object({ revision: z.number().int(), hash: z.string() }),
  /** Russian: what does not agree; null where all is well. */
  problem: z.string().nullable(),
});

const heldLosses = z.object({
  /** Rows that vanished, and how many may go unasked. */
  rows: z.number(),
  limit: z.number(),
  /** Columns that were emptied, with the number of cells that held something. */
  columns: z.array(z.object({ column: z.string(), cells: z.number() })).optional(),
});

/** `workbooks/ID`: one read tells who may enter, where the sheets are and whether anything changed. */
const headSchema = z.object({
  title: z.string(),
  /** Accepted synchronisations so far. */
  revision: z.number().int(),
  /** Address → role; the security rules of Firestore read it too. */
  members: z.record(z.string(), z.enum(ROLES)),
  timeZone: z.string(),
  sheetIds: z.record(z.enum([...STAFF_WORKSHEETS, 'control', 'about', 'instruction']), z.number()),
  /** The number that the next new row of each worksheet gets. */
  nextNumbers: perWorksheet(z.number().int()),
  /** Hash of each sheet as it stands after our own write. */
  digests: z.record(z.string(), z.string()),
  /** Worksheets whose losses wait for a person's word. */
  held: z.partialRecord(z.enum(STAFF_WORKSHEETS), heldLosses),
  assessedOn: z.string().nullable(),
  monitoredOn: z.string().nullable(),
  findings: severityCounts,
  lastReport: reportReference.nullable(),
  /** What the last comparison of history and rows has shown; absent before the first. */
  selfCheck: selfCheck.optional(),
});

export type Head = z.infer<typeof headSchema>;
export type SelfCheck = z.infer<typeof selfCheck>;
export type SeverityCounts = z.infer<typeof severityCounts>;

const storedRow = z.object({
  cells: z.record(z.string(), cell),
  /** The revision that last touched the row: its entry in the history names the one before. */
  revision: z.number().int(),
  isDeleted: z.boolean().optional(),
});

export type StoredRow = z.infer<typeof storedRow>;

/** `workbooks/ID/rows/SHARD`: neighbours in number share a document, so that one read brings many. */
const shardSchema = z.object({ worksheet: z.enum(STAFF_WORKSHEETS), rows: z.record(z.string(), storedRow) });

/** Rows a shard: a changed cell rewrites one shard, a first load of 10,000 rows writes 200. */
export const SHARD_SIZE = 50;

export function headKey(workbookId: string): string {
  return `workbooks/${workbookId}`;
}

export function shardKey(workbookId: string, worksheet: StaffWorksheetKey, shard: number): string {
  return `workbooks/${workbookId}/rows/${worksheet}-${String(shard).padStart(5, '0')}`;
}

export function historyKey(workbookId: string, revision: number, part: number): string {
  return `workbooks/${workbookId}/history/${String(revision).padStart(9, '0')}-${part}`;
}

export function reportKey(workbookId: string, number: number): string {
  return `workbooks/${workbookId}/reports/${String(number).padStart(6, '0')}`;
}

export interface StoredHead {
  readonly head: Head;
  readonly version: string;
}

/** One store read. Undefined where the workbook was never provisioned. */
export async function readHead(store: Store, workbookId: string): Promise<StoredHead | undefined> {
  const [document] = await store.getMany([headKey(workbookId)]);
  return document && { head: parseStored(headSchema, document), version: document.version };
}

/** All rows of a worksheet, tombstones too: one store read a shard. */
export async function readRows(
  store: Store,
  workbookId: string,
  { worksheet, nextNumber }: { worksheet: StaffWorksheetKey; nextNumber: number },
): Promise<ReadonlyMap<RowId, StoredRow>> {
  const shards = Math.ceil(nextNumber / SHARD_SIZE);
  const keys = Array.from({ length: shards }, (_, shard) => shardKey(workbookId, worksheet, shard));
  const documents = keys.length > 0 ? await store.getMany(keys) : [];
  const rows = documents.flatMap((document) =>
    document ? Object.entries(parseStored(shardSchema, document).rows) : [],
  );
  return new Map(rows);
}

/** One row by its number, tombstones too: one store read. Undefined where no such row was ever accepted. */
export async function readRow(
  store: Store,
  workbookId: string,
  { worksheet, rowId, number }: { worksheet: StaffWorksheetKey; rowId: RowId; number: number },
): Promise<StoredRow | undefined> {
  const key = shardKey(workbookId, worksheet, Math.floor(number / SHARD_SIZE));
  const [document] = await store.getMany([key]);
  return document && parseStored(shardSchema, document).rows[rowId];
}

/** Throws `StoreDamagedError` where a document is not as we write it. */
export function parseStored<Value>(schema: z.ZodType<Value>, { key, data }: StoredDocument): Value {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new StoreDamagedError(key, { cause: parsed.error });
  return parsed.data;
}

export function toJson(value: Head | z.infer<typeof shardSchema>): JsonObject {
  return value as unknown as JsonObject;
}
