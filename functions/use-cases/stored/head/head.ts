import * as z from 'zod';
import { REPORT_FORMS } from '../../../domain/report/report-document.ts';
import { ROLES } from '../../../domain/roles.ts';
import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import { WorkbookUnknownError } from '../../../workbook/workbook-errors.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import { storedDay } from '../encoding/stored-day.ts';
import {
  birth,
  heldLosses,
  listedReport,
  places,
  postponement,
  reportReference,
  selfCheck,
  severityCounts,
  shownCell,
  storedAggregates,
  tooLargeRow,
} from './head-parts.ts';
import { runState } from '../runs/run-state.ts';
import { mailState } from '../mail/mail-state.ts';
import { STORED_SCHEMA, upgradeHead } from './upgrades.ts';
import type { JsonObject, Store, StoredDocument } from '../../ports/store.ts';

/** `workbooks/ID`: one read tells who may enter, where the sheets are and whether anything changed. */
const headSchema = z.object({
  title: z.string(),
  /** Accepted synchronisations so far. */
  revision: z.number().int(),
  /** Address → role; the security rules of Firestore read it too. */
  members: z.record(z.string(), z.enum(ROLES)),
  /** Since when each is what they are, ISO 8601 in UTC, and by whom; absent for those from before it was kept. */
  grants: z.record(z.string(), z.object({ at: z.string(), by: z.string() })).optional(),
  timeZone: z.string(),
  /** Which layout provisioning gave the workbook last (`WORKBOOK_LAYOUT`). */
  layout: z.number().int(),
  sheetIds: z.record(
    z.enum([...STAFF_WORKSHEETS, 'control', 'about', 'overview', 'instruction']),
    z.number(),
  ),
  /** The number that the next new row of each worksheet gets. */
  nextNumbers: z.record(z.enum(STAFF_WORKSHEETS), z.number().int()),
  /** Hash of each sheet as it stands after our own write. */
  digests: z.record(z.string(), z.string()),
  /** Per worksheet the digests of its shards, ten characters each (`shard-digests.ts`): what stands needs no read. */
  shards: z.partialRecord(z.enum(STAFF_WORKSHEETS), z.string()).optional(),
  /** Worksheets whose losses wait for a person's word. */
  held: z.partialRecord(z.enum(STAFF_WORKSHEETS), heldLosses),
  /** Rows that stand in the sheet as no store can keep them; absent before the first. */
  tooLarge: z.partialRecord(z.enum(STAFF_WORKSHEETS), z.array(tooLargeRow)).optional(),
  /** What people see of numbers whose value does not tell it (`read-shown.ts`): for the cells with this digest. */
  shown: z
    .object({
      digest: z.string(),
      cells: z.partialRecord(z.enum(STAFF_WORKSHEETS), z.record(z.string(), z.record(z.string(), shownCell))),
    })
    .optional(),
  /** Where columns stood: what a header that is lost has said. Absent before the first pass. */
  places: z.partialRecord(z.enum(STAFF_WORKSHEETS), places).optional(),
  /** Keys of columns that feed figures and that the last pass did not find. */
  lost: z.partialRecord(z.enum(STAFF_WORKSHEETS), z.array(z.string())).optional(),
  /** Rows first accepted of late: whoever takes them away again at once loses nothing. Absent before the first. */
  births: z.array(birth).optional(),
  /** A pass from this instant on looks again though nothing was typed: a half-typed row is an error by then. */
  graceUntil: z.string().optional(),
  /** Terms that were moved, by row of «Исполнение», so that an unchanged pass knows their past; absent before the first pass that kept them. */
  postponements: z.record(z.string(), z.array(postponement).readonly()).readonly().optional(),
  /** `ActEntries` of the domain; absent before the first pass that kept them. */
  actEntries: z.record(z.string(), storedDay.nullable()).readonly().optional(),
  /** In which form our own tabs were drawn last (`OWN_TABS_FORM`); absent in what is older than these. */
  form: z.number().int().optional(),
  assessedOn: storedDay.nullable(),
  monitoredOn: storedDay.nullable(),
  findings: severityCounts,
  /** `inputHash` is '' once it was recalled. */
  lastReport: reportReference.nullable(),
  /** The latest report of each form that was not recalled, to compare the next one with; absent before the first. */
  latestReports: z.partialRecord(z.enum(REPORT_FORMS), z.number().int()).optional(),
  /** The latest reports, the last one at the end, for «Архив отчётов»; absent before the first that listed them. */
  reportList: z.array(listedReport).readonly().optional(),
  /** Where the records of reports end, and where they began to prove each other; absent before the first. */
  reportChain: z
    .object({ number: z.number().int(), hash: z.string(), from: z.number().int(), origin: z.string() })
    .optional(),
  /** The hash of the latest document of the history, which covers the one before; absent in what is older. */
  historyHash: z.string().optional(),
  /** What the region adds up: of the full report on the whole period with the latest day; absent where none is left. */
  aggregates: storedAggregates.optional(),
  /** What the last comparison of history and rows has shown; absent before the first. */
  selfCheck: selfCheck.optional(),
  /** The last monitoring run and the figures of those before it; absent before the first. */
  runs: runState.optional(),
  /** Absent before the first reminders. */
  mail: mailState.optional(),
});

export type Head = z.infer<typeof headSchema>;
export type SelfCheck = z.infer<typeof selfCheck>;
export type SeverityCounts = z.infer<typeof severityCounts>;

export function headKey(workbookId: string): string {
  return `workbooks/${workbookId}`;
}

export interface StoredHead {
  readonly head: Head;
  readonly version: string;
}

/** One store read. Undefined where the workbook was never provisioned. */
export async function readHead(store: Store, workbookId: string): Promise<StoredHead | undefined> {
  const [stored] = await readHeads(store, [workbookId]);
  return stored;
}

/** One store read. Throws `WorkbookUnknownError` where the workbook was never provisioned. */
export async function readKnownHead(store: Store, workbookId: string): Promise<StoredHead> {
  const stored = await readHead(store, workbookId);
  if (!stored) throw new WorkbookUnknownError(workbookId);
  return stored;
}

/** In the order of the workbooks: one store read each. */
export async function readHeads(
  store: Store,
  workbookIds: readonly string[],
): Promise<readonly (StoredHead | undefined)[]> {
  const documents = await store.getMany(workbookIds.map(headKey));
  return documents.map((document) => document && { head: parseHead(document), version: document.version });
}

/** Throws `StoreDamagedError`, `StoreNewerError`. */
export function parseHead(document: StoredDocument): Head {
  return parseStored(headSchema, { ...document, data: upgradeHead(document) });
}

export function headToJson(head: Head): JsonObject {
  return { ...(head as unknown as JsonObject), schema: STORED_SCHEMA };
}
