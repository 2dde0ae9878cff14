import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { Store } from '../ports/ports.ts';
import { hashOf } from '../stored/encoding/canonical-json.ts';
import type { Head } from '../stored/head.ts';
import { startChain, type ChainLink } from '../stored/reports/chain.ts';
import { ReportAlteredError, ReportGoneError } from '../stored/reports/errors.ts';
import { assertRecord, readAllFacts, readReport, type ReportFacts } from '../stored/reports/reports.ts';

/**
 * Goes over all reports that have a number: each text against its hash, each record against the next one's link, the
 * last against the head, what the region adds up against its report. Russian: the first thing that is wrong; null
 * where all is well. Two store reads a report, more for large ones.
 */
export async function checkReports(
  store: Store,
  { workbookId, head }: { readonly workbookId: string; readonly head: Head },
): Promise<string | null> {
  try {
    const known = await readChecked(store, { workbookId, head });
    assertAggregates(head, known);
    return null;
  } catch (error) {
    if (error instanceof UserFacingError) return error.message;
    throw error;
  }
}

type Known = ReadonlyMap<number, string>;

/** The hash of each report's aggregates, by number. */
async function readChecked(
  store: Store,
  { workbookId, head }: { readonly workbookId: string; readonly head: Head },
): Promise<Known> {
  const { reportChain: chain, lastReport } = head;
  const aggregates = new Map<number, string>();
  const earlier: ReportFacts[] = [];
  let link: ChainLink = { number: 0, hash: '' };
  for await (const facts of readAllFacts(store, workbookId, lastReport?.number ?? 0)) {
    await readReport(store, workbookId, facts.number);
    aggregates.set(facts.number, hashOf(facts.aggregates ?? null));
    if (!chain || facts.number < chain.from) earlier.push(facts);
    else {
      if (facts.number === chain.from) link = originOf(earlier, chain.from);
      link = nextLink(link, facts);
    }
  }
  if (chain && (link.number !== chain.number || link.hash !== chain.hash)) throw lostOrAltered(link, chain);
  if (chain && originOf(earlier, chain.from).hash !== chain.origin)
    throw new ReportAlteredError(chain.from - 1);
  if (!chain && earlier.some(({ recordHash }) => recordHash !== undefined)) throw new ReportAlteredError(0);
  return aggregates;
}

function originOf(earlier: readonly ReportFacts[], from: number): ChainLink {
  return startChain(earlier, from);
}

function nextLink(link: ChainLink, facts: ReportFacts): ChainLink {
  const { number, before, recordHash } = facts;
  assertRecord(facts);
  if (!before || recordHash === undefined) throw new ReportAlteredError(number);
  if (before.number !== link.number) throw new ReportGoneError(before.number);
  if (before.hash !== link.hash) throw new ReportAlteredError(link.number || number);
  return { number, hash: recordHash };
}

function lostOrAltered(link: ChainLink, chain: ChainLink): UserFacingError {
  return link.number === chain.number
    ? new ReportAlteredError(chain.number)
    : new ReportGoneError(chain.number);
}

function assertAggregates({ aggregates }: Head, known: Known): void {
  if (aggregates && known.get(aggregates.number) !== hashOf(aggregates.value))
    throw new ReportAlteredError(aggregates.number);
}
