import type { MeasureAssessment, Obligation } from '../assessment/obligation.ts';
import { isDone, type State } from '../assessment/states/state.ts';
import type { CountedPlanItem } from '../assessment/school-plans/school-plans.ts';
import type { School } from '../records/records.ts';

interface Orders {
  readonly measures: readonly MeasureAssessment[];
  readonly schools: readonly School[];
}

/**
 * Early work first, then what has fallen due, then the rest: so those due stand together as well as those of one
 * state. Only where work is done early without proof, or days of grace run, does a stretch of the due fall apart.
 */
const STATES_IN_ORDER: readonly State[] = [
  'done',
  'off_control',
  'done_late',
  'awaiting_acceptance',
  'done_unproved',
  'overdue',
  'returned',
  'in_progress',
  'due_soon',
  'not_started',
  'waiting_act',
  'on_request',
  'no_deadline',
  'not_required',
];

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
  const stateAt = new Map(STATES_IN_ORDER.map((state, index) => [state, index]));
  const keyed = obligations.map((obligation) => ({
    obligation,
    measure: measureAt.get(obligation.measure) ?? measures.length,
    state: stateAt.get(obligation.state) ?? STATES_IN_ORDER.length,
    due: obligation.isDue === isDone(obligation.state) ? 1 : 0,
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

/** By school, and of a school in the order of its obligations. */
export function orderPlanItems(
  items: readonly CountedPlanItem[],
  schools: readonly School[],
): readonly CountedPlanItem[] {
  const itemOf = new Map(items.map((each) => [each.standing, each]));
  const bySchool = Map.groupBy(itemOf.keys(), ({ school }) => school);
  return schools
    .flatMap(({ name }) => orderObligations(bySchool.get(name) ?? [], { measures: [], schools: [] }))
    .flatMap((standing) => itemOf.get(standing) ?? []);
}
