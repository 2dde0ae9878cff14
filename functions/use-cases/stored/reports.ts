import * as z from 'zod';
import type { CalendarDate } from '../../domain/dates.ts';
import type { ReportAggregates } from '../../domain/report/report-aggregates.ts';
import { REPORT_FORMS, type ReportDocument, type ReportForm } from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import { hashOfText } from './canonical-json.ts';
import { packText, unpackText } from './packed-text.ts';
import { parseStored } from './parse-stored.ts';
import type { JsonObject, Store, StoreWrite } from '../ports/ports.ts';
import { aggregatesValue } from './head.ts';
import { ReportAlteredError, ReportMissingError, ReportOutdatedError } from './report-errors.ts';

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
  const rest = await readParts(store, workbookId, { number, parts: report.parts });
  const { documentHash, inputHash, at, by } = report;
  const text = unpackProved([report.text, ...rest], { number, documentHash });
  const document = JSON.parse(text) as ReportDocument;
  if (document.schema !== 'report-document-1') throw new ReportOutdatedError(number);
  return { document, proof: { documentHash, inputHash }, at, by };
}

/** What is known of a report without its document. */
export interface ReportFacts {
  readonly number: number;
  readonly form: ReportForm;
  readonly documentHash: string;
  readonly aggregates?: ReportAggregates | undefined;
  readonly asOf: CalendarDate;
  /** Title of the span; absent of a report that an older version stored. */
  readonly span?: string | undefined;
  /** The school of a card. */
  readonly subject?: string | undefined;
  /** The day on which it was composed; absent of a report that an older version stored. */
  readonly date?: CalendarDate | undefined;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
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
    const { form, documentHash, aggregates, span, subject, at, ...days } = parseStored(reportSchema, stored);
    const date = days.date as CalendarDate | undefined;
    const asOf = days.asOf as CalendarDate;
    return [{ number, form, documentHash, aggregates, asOf, span, subject, date, at }];
  });
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
}

/** The writes that keep a report; they fail where one has its number, or its inputs, already. */
export function planReport({ workbookId, document, text, proof, ...rest }: NewReport): readonly StoreWrite[] {
  const { at, by, aggregates, subject } = rest;
  const { number, form, asOf, revision, date, span } = document;
  const { documentHash, inputHash } = proof;
  const [first = '', ...further] = packText(text);
  const report: z.infer<typeof reportSchema> = {
    schema: 'report-1',
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
    text: first,
    parts: further.length + 1,
    ...(aggregates && { aggregates }),
  };
  return [
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
}
