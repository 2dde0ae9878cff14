import type { ReportForm } from '../../domain/report/report-document.ts';
import type { Store } from '../ports/ports.ts';
import type { Head } from '../stored/head.ts';
import { readReportStates } from '../stored/report-states.ts';
import { readReportFacts, type ReportFacts } from '../stored/reports.ts';

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
  { form, except, last }: { readonly form: ReportForm; readonly except: number; readonly last: number },
): Promise<InForce> {
  const standing: ReportFacts[] = [];
  const first = Math.max(1, last - MAX_BACK + 1);
  for (let upTo = last; upTo >= first; upTo -= AT_ONCE) {
    const numbers = range(Math.max(first, upTo - AT_ONCE + 1), upTo).filter((number) => number !== except);
    const facts = await readReportFacts(store, workbookId, numbers);
    const ofForm = facts.filter((each) => each.form === form);
    const states = await Promise.all(ofForm.map(({ number }) => readReportStates(store, workbookId, number)));
    standing.unshift(...ofForm.filter((_, index) => states[index]?.changes.at(-1)?.state !== 'recalled'));
  }
  const number = standing.at(-1)?.number;
  const aggregates = standing.map(keptOf).reduce(latestAggregates, undefined);
  return { ...(number !== undefined && { number }), ...(aggregates && { aggregates }) };
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
