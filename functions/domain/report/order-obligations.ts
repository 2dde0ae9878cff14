import { STATES, type MeasureAssessment, type Obligation } from '../obligation.ts';
import type { School } from '../records.ts';

interface Orders {
  readonly measures: readonly MeasureAssessment[];
  readonly schools: readonly School[];
}

/**
 * By measure, state, due or not, school and control date: what a figure of one measure counts stands together.
 * Positions instead of names, for names compare slowly and there can be tens of thousands.
 */
export function orderObligations(
  obligations: readonly Obligation[],
  { measures, schools }: Orders,
): readonly Obligation[] {
  const measureAt = new Map(measures.map(({ measure }, index) => [measure.number, index]));
  const schoolAt = new Map(schools.map(({ name }, index) => [name, index]));
  const stateAt = new Map(STATES.map((state, index) => [state, index]));
  const keyed = obligations.map((obligation) => ({
    obligation,
    measure: measureAt.get(obligation.measure) ?? measures.length,
    state: stateAt.get(obligation.state) ?? STATES.length,
    due: obligation.isDue ? 0 : 1,
    school: obligation.school === null ? -1 : (schoolAt.get(obligation.school) ?? schools.length),
    date: obligation.occurrence?.controlDate ?? '',
  }));
  return keyed
    .sort(
      (a, b) =>
        a.measure - b.measure ||
        a.state - b.state ||
        a.due - b.due ||
        a.school - b.school ||
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0),
    )
    .map(({ obligation }) => obligation);
}
