import type { Assessment } from '../assessment.ts';
import type { MeasureAssessment, Obligation, State } from '../obligation.ts';
import type { SchoolLine } from './summary-report.ts';
import { tally } from './tally.ts';

/** From most to least in need of attention: a cell of several occurrences shows the first that applies. */
const WORST_FIRST: readonly State[] = [
  'overdue',
  'no_deadline',
  'done_unproved',
  'not_started',
  'in_progress',
  'waiting_act',
  'on_request',
  'done',
  'not_required',
];

/** The matrix school × measure. Measures of the municipality as a whole have no cell. */
export function assembleSchoolLines(
  { schools, obligations }: Assessment,
  measures: readonly MeasureAssessment[],
): readonly SchoolLine[] {
  const bySchool = Map.groupBy(obligations, ({ school }) => school);
  return schools.map(({ name }) => {
    const own = bySchool.get(name) ?? [];
    const byMeasure = Map.groupBy(own, ({ measure }) => measure);
    return {
      school: name,
      states: measures.map(({ measure }) => worstState(byMeasure.get(measure.number) ?? [])),
      tally: tally(own),
    };
  });
}

function worstState(obligations: readonly Obligation[]): State | null {
  const states = new Set(obligations.map(({ state }) => state));
  return WORST_FIRST.find((state) => states.has(state)) ?? null;
}
