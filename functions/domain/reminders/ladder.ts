import { daysBetween, type CalendarDate } from '../dates/dates.ts';
import { hasRunOut, type DueOccurrence } from '../assessment/due-occurrence.ts';
import type { WorkingCalendar } from '../working-calendar/index.ts';

export interface LadderContext {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  /** Working days before, the most first. */
  readonly ladder: readonly number[];
}

const WEEK = 7;

/**
 * The step on which the occurrence stands today: `before-7`, `day`, `week-2`; undefined where none has come yet. It is
 * the latest step whose day has come, on whatever day it fell: what fell on a day off, or on a day without a run, is
 * the step of the next working day, and of several missed steps the latest alone.
 */
export function stepOf(
  { remindDate }: Pick<DueOccurrence, 'remindDate'>,
  context: LadderContext,
): string | undefined {
  const { today, calendar, ladder } = context;
  if (today < remindDate) {
    const reached = ladder.filter((days) => calendar.addWorkingDays(remindDate, -days) <= today);
    return reached.length > 0 ? `before-${Math.min(...reached)}` : undefined;
  }
  const weeks = Math.floor(daysBetween(remindDate, today) / WEEK);
  return weeks === 0 ? 'day' : `week-${weeks}`;
}

/** Whether so many working days have been overdue, the first of them being the one after `overdueAfter`. */
export function isEscalated(
  term: Pick<DueOccurrence, 'overdueAfter'>,
  { today, calendar, after }: Omit<LadderContext, 'ladder'> & { readonly after: number },
): boolean {
  return hasRunOut(term, today) && calendar.addWorkingDays(term.overdueAfter, after) <= today;
}
