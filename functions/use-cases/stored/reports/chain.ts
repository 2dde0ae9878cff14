import { hashOf } from '../encoding/canonical-json.ts';

/** The record before this one, whose hash this one's covers; of the first it is number 0 and the hash ''. */
export interface ChainLink {
  readonly number: number;
  readonly hash: string;
}

/**
 * What proves the records of reports among themselves. `origin` stands for those made before there was a chain: the
 * hash of what was known of them when it began.
 */
export interface ReportChain extends ChainLink {
  /** The first report that is a link. */
  readonly from: number;
  readonly origin: string;
}

/** Everything of a record but its text, which its own hash stands for. */
export interface ProvedFields {
  readonly number: number;
  readonly documentHash: string;
  readonly inputHash: string;
  readonly form: string;
  readonly asOf: string;
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly date?: string | undefined;
  readonly span?: string | undefined;
  readonly subject?: string | undefined;
  readonly aggregates?: unknown;
  readonly before?: ChainLink | undefined;
  /** Of the history that led to its data. */
  readonly historyHash?: string | undefined;
}

/** SHA-256 of the record with the link to the one before: who changes one must change all that follow, and the head. */
export function hashOfRecord({ number, documentHash, inputHash, form, asOf, ...rest }: ProvedFields): string {
  const { revision, at, by, date, span, subject, aggregates, before, historyHash } = rest;
  const optional = [date, span, subject, aggregates, historyHash].map((value) => value ?? null);
  const { number: last, hash } = before ?? { number: 0, hash: '' };
  return hashOf([number, documentHash, inputHash, form, asOf, revision, at, by, ...optional, last, hash]);
}

/** The chain of a workbook whose reports begin here, or go on from records that have no link. */
export function startChain(earlier: readonly ProvedFields[], from: number): ReportChain {
  const origin = earlier.length === 0 ? '' : hashOf(earlier.map(hashOfRecord));
  return { number: earlier.at(-1)?.number ?? 0, hash: origin, from, origin };
}
