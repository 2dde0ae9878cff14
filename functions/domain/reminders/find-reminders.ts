import type { Assessed } from '../assessment/assessed.ts';
import type { DueOccurrence } from '../assessment/due-occurrence.ts';
import type { Obligation } from '../assessment/obligation.ts';
import { isCountedItem } from '../assessment/school-plans/school-plans.ts';
import { isPending } from '../assessment/states/state.ts';
import { daysBetween } from '../dates/dates.ts';
import type { Measure } from '../records/regulation.ts';
import type { RowId } from '../records/worksheet-key.ts';
import { responsibleFor } from './find-people.ts';
import { stepOf, type LadderContext } from './ladder.ts';
import type { Reminder, ReminderKind } from './reminder.ts';

/** An obligation with a term that somebody still has to do something about. */
export interface OpenObligation {
  readonly obligation: Obligation & { readonly occurrence: DueOccurrence };
  readonly measure: Measure;
  readonly kind: ReminderKind;
  /** Where its row stands. */
  readonly worksheet: 'executions' | 'schoolPlans';
  /** Names row and occurrence. */
  readonly key: string;
}

/** Whose term is known, and which are neither done nor waiting for somebody else. */
export function findOpen({ obligations, measures, schools }: Assessed): readonly OpenObligation[] {
  const measureOf = new Map(measures.map(({ measure }) => [measure.number, measure]));
  const schoolIds = new Map(schools.map(({ name, rowId }) => [name, rowId]));
  return obligations.flatMap((obligation) => {
    const { occurrence } = obligation;
    const measure = measureOf.get(obligation.measure);
    const kind = kindOf(obligation);
    if (!occurrence || !measure || !kind) return [];
    const school = obligation.school === null ? '' : schoolIds.get(obligation.school);
    const key = keyOf(measure, school, occurrence);
    return [{ obligation: { ...obligation, occurrence }, measure, kind, worksheet: 'executions', key }];
  });
}

/** The overdue of the schools' own plans: nobody's of the department, so the head alone hears of them. */
export function findOverduePlanItems({ schoolPlans }: Assessed): readonly OpenObligation[] {
  return schoolPlans.filter(isCountedItem).flatMap(({ item: { measure }, standing }) => {
    const { occurrence, state } = standing;
    if (!occurrence || state !== 'overdue') return [];
    const key = keyOf(measure, '', occurrence);
    const obligation = { ...standing, occurrence };
    return [{ obligation, measure, kind: 'overdue', worksheet: 'schoolPlans', key }];
  });
}

/** By ids, so that a school that is renamed is no news; a term that is moved is one. */
function keyOf({ rowId }: Measure, school: RowId | undefined, { controlDate, label }: DueOccurrence): string {
  return [rowId, school ?? '', label, controlDate].join('/');
}

function kindOf({ state, execution }: Obligation): ReminderKind | undefined {
  const isReturned = execution?.control?.returned !== undefined;
  if (state === 'overdue') return isReturned ? 'returned' : 'overdue';
  if (state === 'done_unproved') return 'unproved';
  if (!isPending(state)) return undefined;
  return isReturned ? 'returned' : 'due';
}

/** What its executor could be told of it today; undefined where the first step has not come. */
export function remindOf(open: OpenObligation, context: LadderContext): Reminder | undefined {
  const { obligation, kind, key } = open;
  const step = stepOf(obligation.occurrence, context);
  const returned = obligation.execution?.control?.returned;
  const steps = [
    // Of a document that lacks the day before the term is no matter: it is said once, when it is seen.
    ...(kind === 'unproved' ? ['unproved'] : []),
    ...(kind !== 'unproved' && step !== undefined ? [step] : []),
    ...(kind === 'returned' && returned !== undefined ? [`returned ${returned}`] : []),
  ];
  if (steps.length === 0) return undefined;
  return toReminder(open, { keys: steps.map((each) => `${key}/${each}`), ...context });
}

/** The row as a digest tells of it, under these keys. */
export function toReminder(
  { obligation, measure, kind, worksheet }: OpenObligation,
  { keys, today, calendar }: Pick<LadderContext, 'today' | 'calendar'> & { readonly keys: readonly string[] },
): Reminder {
  const { execution, occurrence, school, overdueDays } = obligation;
  const returned = execution?.control?.returned;
  return {
    keys,
    kind,
    place: execution
      ? { worksheet, rowId: execution.rowId }
      : { worksheet: 'regulation', rowId: measure.rowId },
    school,
    measure: measure.number,
    title: measure.title,
    responsible: responsibleFor(obligation, measure),
    controlDate: occurrence.controlDate,
    remindDate: occurrence.remindDate,
    overdueDays,
    lastDay: occurrence.overdueAfter,
    daysLeft: daysBetween(today, occurrence.remindDate),
    workingDaysLeft: calendar.workingDaysBetween(today, occurrence.remindDate),
    ...(kind === 'returned' && returned !== undefined && { returned }),
  };
}
