import * as z from 'zod';
import type { CalendarDate } from '../../../domain/dates/dates.ts';
import type { ReportAggregates } from '../../../domain/report/report-aggregates.ts';
import { REPORT_FORMS, type ReportForm } from '../../../domain/report/report-document.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import type { Store } from '../../ports/store.ts';
import { aggregatesValue } from '../head/head-parts.ts';
import { hashOfRecord, type ProvedFields } from './chain.ts';
import { ReportAlteredError } from './errors.ts';

/**
 * `workbooks/ID/reports/NUMBER`: written once and never again. The document value lies in `text` as canonical JSON,
 * packed, and goes on in `workbooks/ID/reports/NUMBER/parts/PART` where it is large.
 */
export const recordSchema = z.object({
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

export const partSchema = z.object({ text: z.string() });

export function reportKey(workbookId: string, number: number): string {
  return `workbooks/${workbookId}/reports/${String(number).padStart(6, '0')}`;
}

export function partKey(workbookId: string, number: number, part: number): string {
  return `${reportKey(workbookId, number)}/parts/${String(part).padStart(3, '0')}`;
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
    const { schema: _, text: __, parts: ___, ...facts } = parseStored(recordSchema, stored);
    const date = facts.date as CalendarDate | undefined;
    return [{ ...facts, number, date, asOf: facts.asOf as CalendarDate }];
  });
}

const FACTS_AT_ONCE = 100;

/** Of the reports from one number to another, both included, that are there, in their order; one store read each. */
export async function* readFactsBetween(
  store: Store,
  workbookId: string,
  {
    from,
    to,
    atOnce = FACTS_AT_ONCE,
  }: { readonly from: number; readonly to: number; readonly atOnce?: number },
): AsyncGenerator<ReportFacts> {
  for (let start = from; start <= to; start += atOnce) {
    const count = Math.min(atOnce, to - start + 1);
    const numbers = Array.from({ length: count }, (_, index) => start + index);
    yield* await readReportFacts(store, workbookId, numbers);
  }
}
