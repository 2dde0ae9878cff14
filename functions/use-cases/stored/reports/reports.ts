import * as z from 'zod';
import type { CalendarDate } from '../../../domain/dates/dates.ts';
import type { ReportAggregates } from '../../../domain/report/report-aggregates.ts';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import { hashOfText } from '../encoding/canonical-json.ts';
import { packText, unpackText } from '../encoding/packed-text.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import type { JsonObject, Store, StoreWrite } from '../../ports/store.ts';
import { hashOfRecord, type ChainLink } from './chain.ts';
import { ReportAlteredError, ReportMissingError, ReportOutdatedError } from './errors.ts';
import { assertRecord, partKey, partSchema, recordSchema, reportKey } from './record.ts';

/** `workbooks/ID/report-inputs/HASH`: which report these inputs have had. */
const inputSchema = z.object({ number: z.number().int() });

export interface StoredReport {
  readonly document: ReportDocument;
  readonly proof: ReportProof;
  readonly at: string;
  readonly by: string;
}

export function inputKey(workbookId: string, inputHash: string): string {
  return `workbooks/${workbookId}/report-inputs/${inputHash}`;
}

/**
 * One store read, and one for each further part of a large report. What comes back is what was hashed when it was
 * stored. Throws `ReportMissingError`, `ReportAlteredError`, `ReportOutdatedError`.
 */
export async function readReport(store: Store, workbookId: string, number: number): Promise<StoredReport> {
  const found = await findReport(store, workbookId, number);
  if (!found) throw new ReportMissingError(number);
  return found.report;
}

/** A stored report with what its record says to the one after it. */
interface FoundReport {
  readonly report: StoredReport;
  readonly recordHash: string | undefined;
}

/** `readReport` for whoever has more to say of a report that is not there: undefined then. */
export async function findReport(
  store: Store,
  workbookId: string,
  number: number,
): Promise<FoundReport | undefined> {
  const [found] = await store.getMany([reportKey(workbookId, number)]);
  if (!found) return undefined;
  if (found.data['schema'] !== 'report-1') throw new ReportOutdatedError(number);
  const report = parseStored(recordSchema, found);
  assertRecord({ number, ...report });
  const rest = await readParts(store, workbookId, { number, parts: report.parts });
  const { documentHash, inputHash, at, by, recordHash } = report;
  const text = unpackProved([report.text, ...rest], { number, documentHash });
  const document = JSON.parse(text) as ReportDocument;
  if (document.schema !== 'report-document-1') throw new ReportOutdatedError(number);
  return { report: { document, proof: { documentHash, inputHash }, at, by }, recordHash };
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
  const report: z.infer<typeof recordSchema> = {
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
