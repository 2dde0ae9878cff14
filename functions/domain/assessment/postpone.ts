import type { CalendarDate } from '../dates.ts';
import type { Execution } from '../records.ts';
import { shiftToWorkingDay } from '../working-calendar/index.ts';
import type { DueOccurrence, ObligationContext } from './obligation.ts';

/** The day to which the controller has moved the term: not without a ground, as a date set by hand is not either. */
export function postponedTo(execution: Execution | undefined): CalendarDate | undefined {
  const { postponedTo: date, postponementGround } = execution?.control ?? {};
  return postponementGround === undefined ? undefined : date;
}

/** The occurrence as it stands for this row: at the postponed date, if there is one, with its original date beside it. */
export function postponeOccurrence(
  occurrence: DueOccurrence | undefined,
  execution: Execution | undefined,
  { calendar, settings: { deadlines } }: Pick<ObligationContext, 'calendar' | 'settings'>,
): DueOccurrence | undefined {
  const date = postponedTo(execution);
  if (!occurrence || date === undefined || date === occurrence.controlDate) return occurrence;
  return {
    ...occurrence,
    end: date > occurrence.end ? date : occurrence.end,
    controlDate: date,
    remindDate: shiftToWorkingDay(date, deadlines.remindPolicy, calendar),
    overdueAfter: shiftToWorkingDay(date, deadlines.overduePolicy, calendar),
    postponedFrom: occurrence.controlDate,
  };
}
