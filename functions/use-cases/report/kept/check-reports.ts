import { UserFacingError } from '../../../domain/user-facing-error.ts';
import type { Store } from '../../ports/store.ts';
import { hashOf } from '../../stored/encoding/canonical-json.ts';
import type { Head } from '../../stored/head/head.ts';
import { startChain, type ChainLink, type ReportChain } from '../../stored/reports/chain.ts';
import { ReportAlteredError, ReportGoneError } from '../../stored/reports/errors.ts';
import { readReport } from '../../stored/reports/reports.ts';
import { readFactsBetween, type ReportFacts } from '../../stored/reports/record.ts';

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
  const linked: ReportFacts[] = [];
  const all = { from: 1, to: lastReport?.number ?? 0 };
  for await (const facts of readFactsBetween(store, workbookId, all)) {
    await readReport(store, workbookId, facts.number);
    aggregates.set(facts.number, hashOf(facts.aggregates ?? null));
    (chain && facts.number >= chain.from ? linked : earlier).push(facts);
  }
  if (chain) assertChain(chain, earlier, linked);
  else assertUnlinked(earlier);
  return aggregates;
}

function assertChain(
  chain: ReportChain,
  earlier: readonly ReportFacts[],
  linked: readonly ReportFacts[],
): void {
  const start = startChain(earlier, chain.from);
  const end = linked.reduce<ChainLink>(nextLink, start);
  if (end.number !== chain.number || end.hash !== chain.hash) throw lostOrAltered(end, chain);
  if (start.origin !== chain.origin) throw new ReportAlteredError(start.number);
}

/** The head knows of no chain, so no record may. */
function assertUnlinked(reports: readonly ReportFacts[]): void {
  const linked = reports.find(({ recordHash }) => recordHash !== undefined);
  if (linked) throw new ReportAlteredError(linked.number);
}

/** Throws where the record does not go on from the link. */
function nextLink(link: ChainLink, { number, before, recordHash }: ReportFacts): ChainLink {
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
