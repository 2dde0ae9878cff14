import type { Assessment } from '../assessment/assessed.ts';
import type { Obligation } from '../assessment/obligation.ts';
import { isDone } from '../assessment/states/state.ts';
import { addDays, type CalendarDate } from '../dates/dates.ts';

/** The head's figures of one day. */
export interface RunFigures {
  readonly total: number;
  /** Of these the control date has come. */
  readonly due: number;
  /** Done with proof, whenever the control date is; in time or late. */
  readonly done: number;
  /** Of the done ones, those done late. */
  readonly late: number;
  readonly overdue: number;
  /** Not done, and due today or within so many days from it: what is due «через 7» is of the week. */
  readonly week: number;
  readonly month: number;
  /** Waiting for a ministry's act: without a date, and so never overdue. */
  readonly waiting: number;
}

export const WEEK_DAYS = 7;
export const MONTH_DAYS = 30;

export function countFigures({ obligations, today }: Assessment): RunFigures {
  const count = (isCounted: (obligation: Obligation) => boolean) => obligations.filter(isCounted).length;
  return {
    total: obligations.length,
    due: count(({ isDue }) => isDue),
    done: count(({ state }) => isDone(state)),
    late: count(({ state }) => state === 'done_late'),
    overdue: count(({ state }) => state === 'overdue'),
    week: count((obligation) => isComing(obligation, today, WEEK_DAYS)),
    month: count((obligation) => isComing(obligation, today, MONTH_DAYS)),
    waiting: count(({ state }) => state === 'waiting_act'),
  };
}

const SETTLED: ReadonlySet<string> = new Set([
  'not_required',
  'done_unproved',
  'awaiting_acceptance',
  'overdue',
]);

/** Something is still to be done, and the control date is today or at most `days` days from it. */
export function isComing({ state, occurrence }: Obligation, today: CalendarDate, days: number): boolean {
  if (!occurrence || isDone(state) || SETTLED.has(state)) return false;
  const { controlDate } = occurrence;
  return controlDate >= today && controlDate <= addDays(today, days);
}
