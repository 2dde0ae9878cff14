import { COMPARED_FORMS } from '../../../domain/report/parts/changes-part.ts';
import type { ReportDocument, ReportForm } from '../../../domain/report/report-document.ts';
import type { Store } from '../../ports/store.ts';
import type { Head } from '../../stored/head/head.ts';
import { readReportStates } from '../../stored/reports/states.ts';
import { readReport } from '../../stored/reports/reports.ts';
import { readReportFacts, type ReportFacts } from '../../stored/reports/record.ts';

type KeptAggregates = NonNullable<Head['aggregates']>;

/** A report on a past day never takes the place of a later one on the same span: the region counts the latest day. */
export function latestAggregates(
  kept: KeptAggregates | undefined,
  next: KeptAggregates | undefined,
): KeptAggregates | undefined {
  if (!kept || !next) return next ?? kept;
  const { span, asOf } = kept.value;
  const isSameSpan = span.start === next.value.span.start && span.end === next.value.span.end;
  return isSameSpan && next.value.asOf < asOf ? kept : next;
}

/** What stands once a report is recalled. */
export interface InForce {
  /** Absent: no report of the form is left. */
  readonly number?: number;
  readonly aggregates?: KeptAggregates;
}

/** How far back a report is looked for: a recall is rare, and each costs two store reads. */
const MAX_BACK = 60;
const AT_ONCE = 6;

/** The latest reports of the form that were not recalled, without the report `except`. */
export async function readInForce(
  store: Store,
  workbookId: string,
  { except, ...asked }: { readonly form: ReportForm; readonly except: number; readonly last: number },
): Promise<InForce> {
  const standing: ReportFacts[] = [];
  for await (const facts of readStanding(store, workbookId, asked)) {
    if (facts.number !== except) standing.unshift(facts);
  }
  const number = standing.at(-1)?.number;
  const aggregates = standing.map(keptOf).reduce(latestAggregates, undefined);
  return { ...(number !== undefined && { number }), ...(aggregates && { aggregates }) };
}

/** Reports of the form that were not recalled, the latest first. */
async function* readStanding(
  store: Store,
  workbookId: string,
  { form, last }: { readonly form: ReportForm; readonly last: number },
): AsyncGenerator<ReportFacts> {
  const first = Math.max(1, last - MAX_BACK + 1);
  for (let upTo = last; upTo >= first; upTo -= AT_ONCE) {
    const facts = await readReportFacts(store, workbookId, range(Math.max(first, upTo - AT_ONCE + 1), upTo));
    const ofForm = facts.filter((each) => each.form === form).toReversed();
    const states = await Promise.all(ofForm.map(({ number }) => readReportStates(store, workbookId, number)));
    yield* ofForm.filter((_, index) => states[index]?.changes.at(-1)?.state !== 'recalled');
  }
}

export type Comparable = Pick<ReportDocument, 'form' | 'span' | 'asOf'>;

interface ComparableRequest {
  readonly workbookId: string;
  readonly head: Head;
  readonly recipe: { readonly form: ReportForm; readonly comparesWith: (earlier: Comparable) => boolean };
}

/**
 * The latest report in force whose figures mean what this one's do, whichever reports came between. Mostly that is the
 * latest of the form: one store read; else two more for each that is looked at.
 */
export async function readComparable(
  store: Store,
  { workbookId, head, recipe: { form, comparesWith } }: ComparableRequest,
): Promise<ReportDocument | undefined> {
  const latest = head.latestReports?.[form];
  if (latest === undefined || !COMPARED_FORMS.has(form)) return undefined;
  const { document } = await readReport(store, workbookId, latest);
  if (comparesWith(document)) return document;
  for await (const { number } of readStanding(store, workbookId, { form, last: latest - 1 })) {
    const earlier = await readReport(store, workbookId, number);
    if (comparesWith(earlier.document)) return earlier.document;
  }
  return undefined;
}

/** As the head keeps them; undefined of a report that has none. */
export function keptOf({
  number,
  documentHash,
  aggregates,
}: Pick<ReportFacts, 'number' | 'documentHash' | 'aggregates'>): KeptAggregates | undefined {
  return aggregates && { number, documentHash, value: aggregates };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
