import type { Assessment } from '../assessment.ts';
import { daysBetween } from '../dates.ts';
import type { MeasureAssessment, Obligation } from '../obligation.ts';
import type { LateLine } from './summary-report.ts';

const WHOLE_MUNICIPALITY = 'муниципалитет';

/** Overdue (longest first) and at risk: not done, due within the days of reminding (nearest first). */
export function assembleLateLines(
  { obligations, records, today }: Assessment,
  measures: readonly MeasureAssessment[],
): { readonly overdue: readonly LateLine[]; readonly atRisk: readonly LateLine[] } {
  const titles = new Map(measures.map(({ measure }) => [measure.number, measure.title]));
  const lineOf = (obligation: Obligation): LateLine[] => {
    const { occurrence, school, measure, state } = obligation;
    if (!occurrence) return [];
    const days = daysBetween(occurrence.controlDate, today);
    const title = titles.get(measure) ?? '';
    return [
      {
        school: school ?? WHOLE_MUNICIPALITY,
        measure,
        title,
        controlDate: occurrence.controlDate,
        days,
        state,
      },
    ];
  };
  const pending = obligations.filter(({ state }) => state === 'not_started' || state === 'in_progress');
  return {
    overdue: obligations
      .filter(({ state }) => state === 'overdue')
      .flatMap(lineOf)
      .toSorted((a, b) => b.days - a.days),
    atRisk: pending
      .flatMap(lineOf)
      .filter(({ days }) => -days <= records.settings.remindDaysBefore)
      .toSorted((a, b) => b.days - a.days),
  };
}
