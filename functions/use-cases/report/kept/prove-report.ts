import type { Store } from '../../ports/store.ts';
import type { Head } from '../../stored/head/head.ts';
import type { ChainLink, ReportChain } from '../../stored/reports/chain.ts';
import { ReportAlteredError, ReportGoneError, ReportMissingError } from '../../stored/reports/errors.ts';
import { assertRecord, readFactsBetween, type ReportFacts } from '../../stored/reports/record.ts';
import { findReport, type StoredReport } from '../../stored/reports/reports.ts';

interface Wanted {
  readonly workbookId: string;
  readonly head: Head;
  readonly number: number;
}

/**
 * The stored report, once its text, its record and the link that the next record or the head has to it were compared.
 * One store read of the latest report; of an earlier one mostly those of the next six records besides. Throws
 * `ReportMissingError`, `ReportGoneError`, `ReportAlteredError`, `ReportOutdatedError`.
 */
export async function readProvedReport(store: Store, wanted: Wanted): Promise<StoredReport> {
  const { workbookId, number } = wanted;
  const found = await findReport(store, workbookId, number);
  if (!found) throw await whyMissing(store, wanted);
  await assertLinked(store, wanted, found.recordHash);
  return found.report;
}

/** Throws `ReportAlteredError` where the record is not the one that was written, `ReportGoneError` where others are gone. */
export async function assertProved(store: Store, wanted: Wanted, facts: ReportFacts): Promise<void> {
  assertRecord(facts);
  await assertLinked(store, wanted, facts.recordHash);
}

/** The head or the next record knows the hash of this one. */
async function assertLinked(
  store: Store,
  { workbookId, head, number }: Wanted,
  recordHash: string | undefined,
): Promise<void> {
  const chain = head.reportChain;
  if (!chain || number < chain.from) {
    if (recordHash !== undefined) throw new ReportAlteredError(number);
    return;
  }
  const link = number === chain.number ? chain : await readNextLink(store, { workbookId, chain, number });
  if (link && link.number !== number) throw new ReportGoneError(link.number);
  if (!link || link.hash !== recordHash) throw new ReportAlteredError(number);
}

/** A number that a tab of an earlier store bore was never given; any other was, and its record has been deleted. */
async function whyMissing(
  store: Store,
  { workbookId, head: { reportChain: chain }, number }: Wanted,
): Promise<ReportMissingError | ReportGoneError> {
  if (!chain || number < chain.from || number > chain.number) return new ReportMissingError(number);
  const link = await readNextLink(store, { workbookId, chain, number });
  return link && link.number < number ? new ReportMissingError(number) : new ReportGoneError(number);
}

interface After {
  readonly workbookId: string;
  readonly chain: ReportChain;
  readonly number: number;
}

/** Mostly the next number has it; a further few are asked for along with it. */
const AT_ONCE = 6;

/** What the first record after the number has kept of the one before it; undefined where there is none. */
async function readNextLink(
  store: Store,
  { workbookId, chain, number }: After,
): Promise<ChainLink | undefined> {
  const later = { from: number + 1, to: chain.number, atOnce: AT_ONCE };
  for await (const { before } of readFactsBetween(store, workbookId, later)) return before;
  return undefined;
}
