import type { CalendarDate } from '../dates/dates.ts';
import type { State } from '../assessment/states/state.ts';
import type { Period } from '../dates/period.ts';
import type { ReportBasis } from './report-basis.ts';
import { tally, type Tally } from '../assessment/tally.ts';

/** What a region adds up of one municipality: counts alone, no school by name. Plain JSON, a few kilobytes. */
export interface ReportAggregates {
  readonly schema: 'report-aggregates-1';
  readonly institution: string;
  readonly asOf: CalendarDate;
  readonly span: Period & { readonly title: string };
  readonly schools: number;
  readonly measures: readonly MeasureAggregate[];
}

export interface MeasureAggregate extends AdditiveCounts {
  readonly number: string;
  readonly section: string;
  readonly title: string;
}

/** Of many workbooks each figure is the sum of theirs. */
export interface AdditiveCounts {
  readonly total: number;
  /** A report of an earlier version does not tell all states apart. */
  readonly byState: Readonly<Partial<Record<State, number>>>;
  readonly due: number;
  readonly dueDone: number;
}

/** The same figures as in the summary of the report on the same basis. */
export function aggregatesOf(basis: ReportBasis): ReportAggregates {
  const { assessment, asOf, span, schools, measures, obligations } = basis;
  const byMeasure = Map.groupBy(obligations, ({ measure }) => measure);
  return {
    schema: 'report-aggregates-1',
    institution: assessment.records.settings.institution,
    asOf,
    span: { start: span.start, end: span.end, title: span.title },
    schools: schools.length,
    measures: measures.map(({ measure: { number, section, title } }) => ({
      number,
      section,
      title,
      ...additive(tally(byMeasure.get(number) ?? [])),
    })),
  };
}

function additive({ total, byState, due, dueDone }: Tally): AdditiveCounts {
  return { total, byState, due, dueDone };
}
