import type { CalendarDate } from '../../domain/dates/dates.ts';
import type { ReportAggregates } from '../../domain/report/report-aggregates.ts';
import type { ReportDocument, ReportForm } from '../../domain/report/report-document.ts';
import { parseReportTab } from '../../workbook/server-sheets/server-sheets.ts';
import { hashOfText, inCanonicalOrder } from '../stored/encoding/canonical-json.ts';
import { fencedHead } from '../stored/plan-commit.ts';
import type { SpreadsheetOutline } from '../ports/spreadsheets.ts';
import type { Store } from '../ports/store.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Head, StoredHead } from '../stored/head/head.ts';
import { listWithNew } from './archive.ts';
import { keptOf, latestAggregates, readComparable, type Comparable } from './kept/reports-in-force.ts';
import { startChain } from '../stored/reports/chain.ts';
import { planReport, readNumberOf, readReport, type StoredReport } from '../stored/reports/reports.ts';
import { readFactsBetween, readReportFacts, type ReportFacts } from '../stored/reports/record.ts';

/** A report whose figures stand, still without a number. */
export interface ReportRecipe {
  readonly form: ReportForm;
  /** The school of a card. */
  readonly subject?: string;
  /** Hash of everything the figures depend on. */
  readonly inputHash: string;
  /** Whether figures of that earlier report mean what those of this one do. */
  readonly comparesWith: (earlier: Comparable) => boolean;
  readonly compose: (identity: ReportIdentity) => Composed;
}

interface ReportIdentity {
  /** 0: a draft. */
  readonly number: number;
  readonly date: CalendarDate;
  readonly revision: number;
  /** The latest comparable one: what has changed since is told. */
  readonly previous?: ReportDocument | undefined;
}

export interface Composed {
  readonly document: ReportDocument;
  /** Where the form has what a region adds up. */
  readonly aggregates?: ReportAggregates | undefined;
}

interface Registration {
  readonly workbookId: string;
  readonly by: string;
  readonly today: CalendarDate;
  readonly outline: SpreadsheetOutline;
}

export interface RegisteredReport {
  readonly report: StoredReport;
  /** False: these inputs had their report already. */
  readonly isNew: boolean;
  /** As it stands now that the report is stored. */
  readonly head: Head;
}

/**
 * Gives the report the next number of the workbook and stores it, both by one commit; the same inputs have their
 * report once. Throws `StoreConflictError` where anyone has written since the head was read.
 */
export async function registerReport(
  { store, clock }: Dependencies,
  { head, version }: StoredHead,
  recipe: ReportRecipe,
  { workbookId, by, today, outline }: Registration,
): Promise<RegisteredReport> {
  const { inputHash, subject } = recipe;
  const { lastReport } = head;
  const isLatest = lastReport?.inputHash === inputHash;
  const known = isLatest ? lastReport.number : await readNumberOf(store, workbookId, inputHash);
  const place = { workbookId, head, version };
  if (known !== undefined) return { isNew: false, ...(await nameAgain(store, { ...place, number: known })) };
  const number = Math.max(lastReport?.number ?? 0, ...numbersOfTabs(outline)) + 1;
  const previous = await readComparable(store, { workbookId, head, recipe });
  const chain =
    head.reportChain ?? (await readChainStart(store, { workbookId, number, last: lastReport?.number }));
  const composed = recipe.compose({ number, date: today, revision: head.revision, previous });
  const { report, text } = sealReport(composed.document, { inputHash, at: clock.now(), by });
  const { aggregates } = composed;
  const { writes, recordHash } = planReport({
    workbookId,
    text,
    ...report,
    aggregates,
    subject,
    before: { number: chain.number, hash: chain.hash },
    historyHash: head.historyHash ?? '',
  });
  const reportChain = { ...chain, number, hash: recordHash };
  const reportList = await listWithNew(store, { workbookId, head, document: report.document, subject });
  const next = { ...headAfter(head, { report, aggregates }), reportChain, reportList };
  await store.commit([...writes, fencedHead(workbookId, next, version)]);
  return { report, isNew: true, head: next };
}

/** Records of before there was a chain: read once, when the first link is made. */
async function readChainStart(
  store: Store,
  {
    workbookId,
    number,
    last = 0,
  }: { readonly workbookId: string; readonly number: number; readonly last?: number | undefined },
) {
  const earlier: ReportFacts[] = [];
  for await (const facts of readFactsBetween(store, workbookId, { from: 1, to: last })) earlier.push(facts);
  return startChain(earlier, number);
}

interface Known extends StoredHead {
  readonly workbookId: string;
  readonly number: number;
}

/** The data are again what they were when this report was made: the region counts it, not one made in between. */
async function nameAgain(store: Store, { workbookId, head, version, number }: Known) {
  const report = await readReport(store, workbookId, number);
  const isCounted = head.aggregates?.number === number;
  const [facts] = isCounted ? [] : await readReportFacts(store, workbookId, [number]);
  const aggregates = latestAggregates(head.aggregates, facts && keptOf(facts));
  if (!aggregates || aggregates === head.aggregates) return { report, head };
  const next = { ...head, aggregates };
  await store.commit([fencedHead(workbookId, next, version)]);
  return { report, head: next };
}

/** The value with its hash: what is shown now has even the order of its keys in common with what is stored. */
export function sealReport(
  value: ReportDocument,
  { inputHash, at, by }: { readonly inputHash: string; readonly at: string; readonly by: string },
): { readonly report: StoredReport; readonly text: Buffer } {
  const document = inCanonicalOrder(value);
  const text = Buffer.from(JSON.stringify(document));
  return { text, report: { document, proof: { documentHash: hashOfText(text), inputHash }, at, by } };
}

/** Numbers that tabs bear already: a store that was lost must not give them to other reports. */
function numbersOfTabs({ tabs }: SpreadsheetOutline): readonly number[] {
  return tabs.flatMap(({ title }) => parseReportTab(title)?.number ?? []);
}

function headAfter(
  head: Head,
  { report, aggregates }: Pick<RegisteredReport, 'report'> & Pick<Composed, 'aggregates'>,
): Head {
  const { document, proof } = report;
  const { number, form } = document;
  const { documentHash } = proof;
  const inForce = latestAggregates(head.aggregates, keptOf({ number, documentHash, aggregates }));
  return {
    ...head,
    lastReport: { number, inputHash: proof.inputHash },
    latestReports: { ...head.latestReports, [form]: number },
    ...(inForce && { aggregates: inForce }),
  };
}
