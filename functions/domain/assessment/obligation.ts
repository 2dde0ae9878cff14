import { daysBetween, type CalendarDate } from '../dates/dates.ts';
import type { DeadlineResolution } from '../deadlines/index.ts';
import { isProof } from '../records/evidence.ts';
import type { Execution, Settings } from '../records/records.ts';
import type { Measure } from '../records/regulation.ts';
import type { WorkingCalendar } from '../working-calendar/index.ts';
import { hasRunOut, postponeOccurrence, type DueOccurrence } from './due-occurrence.ts';
import { resolveState, type StateFacts } from './states/resolve-state.ts';
import type { State } from './states/state.ts';

export interface MeasureAssessment {
  readonly measure: Measure;
  readonly resolution: DeadlineResolution;
  readonly occurrences: readonly DueOccurrence[];
  /** The control date of the measure as a whole: that of its last occurrence. */
  readonly controlDate: CalendarDate | null;
  /** Russian: how the control date was found, or why there is none. */
  readonly explanation: string;
}

/** What has to be done once: school × measure × occurrence. A row of «Исполнение» may or may not stand for it. */
export interface Obligation {
  readonly measure: string;
  /** Null: the municipality as a whole. */
  readonly school: string | null;
  readonly occurrence?: DueOccurrence;
  readonly execution?: Execution;
  readonly state: State;
  /** The control date has come: the obligation counts in the denominator of the percentage. */
  readonly isDue: boolean;
  /** Calendar days past the control date, 0 where not overdue. */
  readonly overdueDays: number;
  /** Of these the working days. */
  readonly overdueWorkingDays: number;
  /** Calendar days past the control date on which it was done, 0 where not done late; known of what waits too. */
  readonly lateDays: number;
}

export interface ObligationInput {
  readonly assessment: MeasureAssessment;
  readonly school: string | null;
  readonly occurrence?: DueOccurrence;
  readonly execution?: Execution;
}

/** What of the day and the settings decides on states. */
export interface ObligationContext {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly settings: Settings;
}

export function assessObligation(input: ObligationInput, context: ObligationContext): Obligation {
  const { assessment, school, execution } = input;
  const { today, calendar } = context;
  const occurrence = postponeOccurrence(input.occurrence, execution, context);
  const state = resolveState(factsOf({ assessment, occurrence, execution }, context));
  const since = state === 'overdue' && occurrence ? lastDay(occurrence) : today;
  return {
    measure: assessment.measure.number,
    school,
    ...(occurrence && { occurrence }),
    ...(execution && { execution }),
    state,
    isDue: state !== 'not_required' && occurrence !== undefined && lastDay(occurrence) <= today,
    overdueDays: daysBetween(since, today),
    overdueWorkingDays: calendar.workingDaysBetween(since, today),
    lateDays: MAY_BE_LATE.has(state) ? lateDaysOf(occurrence, execution) : 0,
  };
}

const MAY_BE_LATE: ReadonlySet<State> = new Set(['done_late', 'awaiting_acceptance']);

/** The day of the work; where nobody has entered it, that of the document. */
export function factDate({ doneOn, evidence }: Execution): CalendarDate | undefined {
  return doneOn ?? evidence.date;
}

function lateDaysOf(occurrence: DueOccurrence | undefined, execution: Execution | undefined): number {
  const day = execution && factDate(execution);
  if (!occurrence || day === undefined || !hasRunOut(occurrence, day)) return 0;
  return daysBetween(lastDay(occurrence), day);
}

/** The control date, or the working day before it where that is already the last by the setting. */
function lastDay({ controlDate, overdueAfter }: DueOccurrence): CalendarDate {
  return overdueAfter < controlDate ? overdueAfter : controlDate;
}

type Standing = Pick<ObligationInput, 'assessment'> & {
  readonly occurrence: DueOccurrence | undefined;
  readonly execution: Execution | undefined;
};

function factsOf({ assessment, occurrence, execution }: Standing, context: ObligationContext): StateFacts {
  const { today, settings } = context;
  const { mark, evidence = {}, control } = execution ?? {};
  const day = execution && factDate(execution);
  return {
    isNotRequired: mark === 'не требуется',
    // What is entered as done on a day still to come is not done.
    isDone: mark === 'выполнено' && (day ?? today) <= today,
    isProved: isProof(evidence) && (evidence.date ?? today) <= today,
    isLate: lateDaysOf(occurrence, execution) > 0,
    isInProgress: mark === 'в работе',
    isTakenOff: control?.takenOffOn !== undefined && control.takenOffOn <= today,
    isReturned: control?.returned !== undefined,
    needsAcceptance: settings.control.needsAcceptance,
    undated: occurrence ? undefined : undatedAs(assessment),
    hasExpired: occurrence !== undefined && hasRunOut(occurrence, today),
    isSoon: occurrence !== undefined && isSoon(occurrence, { today, settings }),
  };
}

/** Whether the days of reminding have begun. */
export function isSoon(
  { remindDate, controlDate }: DueOccurrence,
  { today, settings }: Pick<ObligationContext, 'today' | 'settings'>,
): boolean {
  return daysBetween(today, remindDate) <= settings.remindDaysBefore || controlDate <= today;
}

function undatedAs({ measure, resolution: { status } }: MeasureAssessment): StateFacts['undated'] {
  if (measure.scope === 'on_request' || status === 'on_demand') return 'on_request';
  return status === 'waiting_act' ? 'waiting_act' : 'no_deadline';
}
