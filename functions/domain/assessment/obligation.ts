import { daysBetween, type CalendarDate } from '../dates.ts';
import type { DeadlineResolution } from '../deadlines/index.ts';
import { isProof } from '../evidence.ts';
import type { Execution } from '../records.ts';
import type { Measure } from '../regulation.ts';

/** The states partition the obligations: each is in exactly one. */
export const STATES = [
  'done',
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
  done_unproved: 'выполнено, не подтверждено',
  in_progress: 'в работе',
  not_started: 'не начато',
  overdue: 'просрочено',
  waiting_act: 'ожидает акта',
  on_request: 'по запросу',
  no_deadline: 'срок не определён',
  not_required: 'не требуется',
};

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
    isDue: state !== 'not_required' && occurrence !== undefined && occurrence.controlDate <= today,
    overdueDays: state === 'overdue' && occurrence ? daysBetween(occurrence.controlDate, today) : 0,
  };
}

function resolveState({ assessment, occurrence, execution }: ObligationInput, today: CalendarDate): State {
  if (execution?.mark === 'не требуется') return 'not_required';
  if (execution?.mark === 'выполнено') return isProof(execution.evidence) ? 'done' : 'done_unproved';
  if (!occurrence) return stateWithoutDate(assessment);
  if (today > occurrence.overdueAfter) return 'overdue';
  return execution?.mark === 'в работе' ? 'in_progress' : 'not_started';
}

function stateWithoutDate({ measure, resolution: { status } }: MeasureAssessment): State {
  if (measure.scope === 'on_request') return 'on_request';
  if (status === 'waiting_act') return 'waiting_act';
  if (status === 'on_demand') return 'on_request';
  return 'no_deadline';
}
