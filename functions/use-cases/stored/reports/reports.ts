import * as z from 'zod';
import type { CalendarDate } from '../../../domain/dates.ts';
import type { ReportAggregates } from '../../../domain/report/report-aggregates.ts';
import {
  REPORT_FORMS,
  type ReportDocument,
  type ReportForm,
} from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import { hashOfText } from '../encoding/canonical-json.ts';
import { packText, unpackText } from '../encoding/packed-text.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import type { JsonObject, Store, StoreWrite } from '../../ports/ports.ts';
import { aggregatesValue } from '../head.ts';
import { hashOfRecord, type ChainLink, type ProvedFields } from './chain.ts';
import { ReportAlteredError, ReportMissingError, ReportOutdatedError } from './errors.ts';

/**
 * `workbooks/ID/reports/NUMBER`: written once and never again. The document value lies in `text` as canonical JSON,
 * packed, and goes on in `workbooks/ID/reports/NUMBER/parts/PART` where it is large.
 */
const reportSchema = z.object({
  schema: z.literal('report-1'),
  form: z.enum(REPORT_FORMS),
  asOf: z.string(),
  /** The day on which it was composed, the title of its span, the school of a card: absent in what is older. */
  date: z.string().optional(),
  span: z.string().optional(),
  subject: z.string().optional(),
  /** The revision of the workbook whose data it shows. */
  revision: z.number().int(),
  documentHash: z.string(),
  inputHash: z.string(),
  /** The instant, ISO 8601 in UTC; the address. */
  at: z.string(),
  by: z.string(),
  text: z.string(),
  /** Documents of text, this one included. */
  parts: z.number().int().min(1).max(100),
  /** What a region adds up, for the day on which a later report is recalled; of some forms there is none. */
  aggregates: aggregatesValue.optional(),
  /** The record before, the history up to here, and the hash of this record with both: absent in what is older. */
  before: z.object({ number: z.number().int(), hash: z.string() }).optional(),
  historyHash: z.string().optional(),
  recordHash: z.string().optional(),
});

const partSchema = z.object({ text: z.string() });

/** `workbooks/ID/report-inputs/HASH`: which report these inputs have had. */
const inputSchema = z.object({ number: z.number().int() });

export interface StoredReport {
  readonly document: ReportDocument;
  readonly proof: ReportProof;
  readonly at: string;
  readonly by: string;
}

export function reportKey(workbookId: string, number: number): string {
  return `workbooks/${workbookId}/reports/${String(number).padStart(6, '0')}`;
}

function partKey(workbookId: string, number: number, part: number): string {
  return `${reportKey(workbookId, number)}/parts/${String(part).padStart(3, '0')}`;
}

export function inputKey(workbookId: string, inputHash: string): string {
  return `workbooks/${workbookId}/report-inputs/${inputHash}`;
}

/**
 * One store read, and one for each further part of a large report. What comes back is what was hashed when it was
 * stored. Throws `ReportMissingError`, `ReportAlteredError`, `ReportOutdatedError`.
 */
export async function readReport(store: Store, workbookId: string, number: number): Promise<StoredReport> {
  const [found] = await store.getMany([reportKey(workbookId, number)]);
  if (!found) throw new ReportMissingError(number);
  if (found.data['schema'] !== 'report-1') throw new ReportOutdatedError(number);
  const report = parseStored(reportSchema, found);
  assertRecord({ number, ...report });
  const rest = await readParts(store, workbookId, { number, parts: report.parts });
  const { documentHash, inputHash, at, by } = report;
  const text = unpackProved([report.text, ...rest], { number, documentHash });
  const document = JSON.parse(text) as ReportDocument;
  if (document.schema !== 'report-document-1') throw new ReportOutdatedError(number);
  return { document, proof: { documentHash, inputHash }, at, by };
}

/** Throws `ReportAlteredError` where a field is not what it was when the record was written. */
export function assertRecord({
  recordHash,
  ...fields
}: ProvedFields & { recordHash?: string | undefined }): void {
  if (recordHash !== undefined && hashOfRecord(fields) !== recordHash)
    throw new ReportAlteredError(fields.number);
}

/** What is known of a report without its document. */
export interface ReportFacts extends ProvedFields {
  readonly form: ReportForm;
  readonly aggregates?: ReportAggregates | undefined;
  readonly asOf: CalendarDate;
  /** The day on which it was composed; absent of a report that an older version stored. */
  readonly date?: CalendarDate | undefined;
  /** Absent of a report that an older version stored. */
  readonly recordHash?: string | undefined;
}

/** One store read each; numbers that have no report, or one of another version, are left out. */
export async function readReportFacts(
  store: Store,
  workbookId: string,
  numbers: readonly number[],
): Promise<readonly ReportFacts[]> {
  if (numbers.length === 0) return [];
  const found = await store.getMany(numbers.map((number) => reportKey(workbookId, number)));
  return numbers.flatMap((number, index) => {
    const stored = found[index];
    if (stored?.data['schema'] !== 'report-1') return [];
    const { schema: _, text: __, parts: ___, ...facts } = parseStored(reportSchema, stored);
    const date = facts.date as CalendarDate | undefined;
    return [{ ...facts, number, date, asOf: facts.asOf as CalendarDate }];
  });
}

const FACTS_AT_ONCE = 100;

/** Of all reports from number 1 to `last` that are there; one store read each. */
export async function* readAllFacts(
  store: Store,
  workbookId: string,
  last: number,
): AsyncGenerator<ReportFacts> {
  for (let from = 1; from <= last; from += FACTS_AT_ONCE) {
    const count = Math.min(FACTS_AT_ONCE, last - from + 1);
    yield* await readReportFacts(
      store,
      workbookId,
      Array.from({ length: count }, (_, index) => from + index),
    );
  }
}

async function readParts(
  store: Store,
  workbookId: string,
  { number, parts }: { readonly number: number; readonly parts: number },
): Promise<readonly string[]> {
  const keys = Array.from({ length: parts - 1 }, (_, index) => partKey(workbookId, number, index + 1));
  if (keys.length === 0) return [];
  const found = await store.getMany(keys);
  return found.map((part) => {
    if (!part) throw new ReportAlteredError(number);
    return parseStored(partSchema, part).text;
  });
}

/** Throws `ReportAlteredError` for anything but the text that was hashed. */
function unpackProved(
  parts: readonly string[],
  { number, documentHash }: { readonly number: number; readonly documentHash: string },
): string {
  let text: string;
  try {
    text = unpackText(parts);
  } catch (cause) {
    throw new ReportAlteredError(number, { cause });
  }
  if (hashOfText(text) !== documentHash) throw new ReportAlteredError(number);
  return text;
}

/** The number of the report that these inputs have; undefined for new ones. One store read. */
export async function readNumberOf(
  store: Store,
  workbookId: string,
  inputHash: string,
): Promise<number | undefined> {
  const [found] = await store.getMany([inputKey(workbookId, inputHash)]);
  return found && parseStored(inputSchema, found).number;
}

export interface NewReport {
  readonly workbookId: string;
  readonly document: ReportDocument;
  /** The document as canonical JSON in UTF-8. */
  readonly text: Buffer;
  readonly proof: ReportProof;
  readonly at: string;
  readonly by: string;
  readonly aggregates?: ReportAggregates | undefined;
  /** The school of a card. */
  readonly subject?: string | undefined;
  /** The record before this one, and the history that led to its data. */
  readonly before: ChainLink;
  readonly historyHash: string;
}

/** The writes that keep a report, and the hash of its record. */
export interface ReportPlan {
  readonly writes: readonly StoreWrite[];
  readonly recordHash: string;
}

/** The writes that keep a report; they fail where one has its number, or its inputs, already. */
export function planReport({ workbookId, document, text, proof, ...rest }: NewReport): ReportPlan {
  const { at, by, aggregates, subject, before, historyHash } = rest;
  const { number, form, asOf, revision, date, span } = document;
  const { documentHash, inputHash } = proof;
  const [first = '', ...further] = packText(text);
  const facts = {
    form,
    asOf: asOf satisfies CalendarDate,
    date,
    span: span.title,
    ...(subject && { subject }),
    revision,
    documentHash,
    inputHash,
    at,
    by,
    ...(aggregates && { aggregates }),
    before,
    historyHash,
  };
  const recordHash = hashOfRecord({ number, ...facts });
  const report: z.infer<typeof reportSchema> = {
    schema: 'report-1',
    ...facts,
    recordHash,
    text: first,
    parts: further.length + 1,
  };
  const writes: readonly StoreWrite[] = [
    {
      kind: 'put',
      key: reportKey(workbookId, number),
      data: report as unknown as JsonObject,
      ifVersion: 'absent',
    },
    ...further.map((part, index): StoreWrite => ({
      kind: 'put',
      key: partKey(workbookId, number, index + 1),
      data: { text: part },
    })),
    { kind: 'put', key: inputKey(workbookId, inputHash), data: { number }, ifVersion: 'absent' },
  ];
  return { writes, recordHash };
}
