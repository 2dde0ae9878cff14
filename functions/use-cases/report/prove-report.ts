import type { Store } from '../ports/ports.ts';
import type { Head } from '../stored/head.ts';
import type { ReportChain } from '../stored/reports/chain.ts';
import { ReportAlteredError, ReportGoneError, ReportMissingError } from '../stored/reports/errors.ts';
import {
  assertRecord,
  readReport,
  readReportFacts,
  type ReportFacts,
  type StoredReport,
} from '../stored/reports/reports.ts';

interface Wanted {
  readonly workbookId: string;
  readonly head: Head;
  readonly number: number;
}

/**
 * The stored report, once its text, its record and the link that the next record or the head has to it were compared.
 * Two store reads mostly. Throws `ReportMissingError`, `ReportGoneError`, `ReportAlteredError`, `ReportOutdatedError`.
 */
export async function readProvedReport(store: Store, wanted: Wanted): Promise<StoredReport> {
  const { workbookId, number } = wanted;
  const [facts] = await readReportFacts(store, workbookId, [number]);
  if (facts) await assertProved(store, wanted, facts);
  else await assertNeverThere(store, wanted);
  return await readReport(store, workbookId, number);
}

/** Throws `ReportAlteredError` where the record is not the one that the head or the next record was linked to. */
export async function assertProved(
  store: Store,
  { workbookId, head, number }: Wanted,
  facts: ReportFacts,
): Promise<void> {
  assertRecord(facts);
  const chain = head.reportChain;
  if (!chain || number < chain.from) {
    if (facts.recordHash !== undefined) throw new ReportAlteredError(number);
    return;
  }
  const linked = number === chain.number ? chain : await readNextLink(store, { workbookId, chain, number });
  if (linked?.number !== number)
    throw linked ? new ReportGoneError(linked.number) : new ReportAlteredError(number);
  if (linked.hash !== facts.recordHash) throw new ReportAlteredError(number);
}

/** A number that a tab of an earlier store bore was never given; any other was, and its record has been deleted. */
async function assertNeverThere(store: Store, { workbookId, head, number }: Wanted): Promise<void> {
  const chain = head.reportChain;
  if (!chain || number < chain.from || number > chain.number) throw new ReportMissingError(number);
  if (number === chain.number) throw new ReportGoneError(number);
  const linked = await readNextLink(store, { workbookId, chain, number });
  throw linked && linked.number < number ? new ReportMissingError(number) : new ReportGoneError(number);
}

/** Numbers that one look asks for. */
const AT_ONCE = 6;

/** What the first record after the number has kept of the one before it. */
async function readNextLink(
  store: Store,
  {
    workbookId,
    chain,
    number,
  }: { readonly workbookId: string; readonly chain: ReportChain; readonly number: number },
) {
  for (let from = number + 1; from <= chain.number; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, chain.number - from + 1);
    const numbers = Array.from({ length: count }, (_, index) => from + index);
    const [next] = await readReportFacts(store, workbookId, numbers);
    if (next) return next.before;
  }
  return undefined;
}
