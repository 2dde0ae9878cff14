import { daysBetween, type CalendarDate } from '../dates.ts';
import type { DeadlineResolution } from '../deadlines/index.ts';
import { isProof } from '../evidence.ts';
import type { Execution } from '../records.ts';
import type { Measure } from '../regulation.ts';
import { countOf, NOUNS } from '../russian.ts';

/** The states partition the obligations: each is in exactly one. */
export const STATES = [
  'done',
  'done_late',
  'done_unproved',
  'in_progress',
  'not_started',
  'overdue',
  'waiting_act',
  'on_request',
  'no_deadline',
  'not_required',
] as const;

export type State = (typeof STATES)[number];

export const STATE_TITLES: Readonly<Record<State, string>> = {
  done: 'выполнено',
  done_late: 'выполнено с опозданием',
  done_unproved: 'выполнено, не подтверждено',
  in_progress: 'в работе',
  not_started: 'не начато',
  overdue: 'просрочено',
  waiting_act: 'ожидает акта',
  on_request: 'по запросу',
  no_deadline: 'срок не определён',
  not_required: 'не требуется',
};

/** Done with proof, in time or late: the numerator of the percentage. */
export function isDone(state: State): boolean {
  return state === 'done' || state === 'done_late';
}

/** One occurrence of a measure's deadline, after the manual control date had its say. */
export interface DueOccurrence {
  readonly label: string;
  readonly start: CalendarDate | null;
  readonly end: CalendarDate;
  readonly controlDate: CalendarDate;
  /** The control date moved for reminding (by default to the working day before). */
  readonly remindDate: CalendarDate;
  /** The last day that does not count as overdue. */
  readonly overdueAfter: CalendarDate;
}

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
  /** Calendar days past the control date on which it was done, 0 where not done late. */
  readonly lateDays: number;
}

export interface ObligationInput {
  readonly assessment: MeasureAssessment;
  readonly school: string | null;
  readonly occurrence?: DueOccurrence;
  readonly execution?: Execution;
}

export function assessObligation(input: ObligationInput, today: CalendarDate): Obligation {
  const { assessment, school, occurrence, execution } = input;
  const state = resolveState(input, today);
  return {
    measure: assessment.measure.number,
    school,
    ...(occurrence && { occurrence }),
    ...(execution && { execution }),
    state,
    isDue: state !== 'not_required' && occurrence !== undefined && lastDay(occurrence) <= today,
    overdueDays: state === 'overdue' && occurrence ? daysBetween(lastDay(occurrence), today) : 0,
    lateDays: state === 'done_late' ? lateDaysOf(input) : 0,
  };
}

/** «выполнено с опозданием на 8 дней»: the state with what a reader asks of it first. */
export function formatState({ state, lateDays }: Pick<Obligation, 'state' | 'lateDays'>): string {
  const late = state === 'done_late' ? ` на ${countOf(lateDays, NOUNS.day)}` : '';
  return `${STATE_TITLES[state]}${late}`;
}

/** The day of the work; where nobody has entered it, that of the document. */
export function factDate({ doneOn, evidence }: Execution): CalendarDate | undefined {
  return doneOn ?? evidence.date;
}

function lateDaysOf({ occurrence, execution }: ObligationInput): number {
  const day = execution && factDate(execution);
  return occurrence && day !== undefined ? daysBetween(lastDay(occurrence), day) : 0;
}

/** The control date, or the working day before it where that is already the last by the setting. */
function lastDay({ controlDate, overdueAfter }: DueOccurrence): CalendarDate {
  return overdueAfter < controlDate ? overdueAfter : controlDate;
}

function resolveState({ assessment, occurrence, execution }: ObligationInput, today: CalendarDate): State {
  if (execution?.mark === 'не требуется') return 'not_required';
  if (execution && isDoneOn(execution, today)) return stateOfDone(execution, occurrence, today);
  if (!occurrence) return stateWithoutDate(assessment);
  if (today > occurrence.overdueAfter) return 'overdue';
  return execution?.mark === 'в работе' ? 'in_progress' : 'not_started';
}

/** What is entered as done on a day still to come is not done. */
function isDoneOn(execution: Execution, today: CalendarDate): boolean {
  return execution.mark === 'выполнено' && (factDate(execution) ?? today) <= today;
}

function stateOfDone(
  execution: Execution,
  occurrence: DueOccurrence | undefined,
  today: CalendarDate,
): State {
  const { evidence } = execution;
  if (!isProof(evidence) || (evidence.date ?? today) > today) return 'done_unproved';
  const day = factDate(execution);
  return occurrence && day !== undefined && day > occurrence.overdueAfter ? 'done_late' : 'done';
}

function stateWithoutDate({ measure, resolution: { status } }: MeasureAssessment): State {
  if (measure.scope === 'on_request') return 'on_request';
  if (status === 'waiting_act') return 'waiting_act';
  if (status === 'on_demand') return 'on_request';
  return 'no_deadline';
}
