import type { CalendarDate } from '../dates/dates.ts';
import type { Execution, Settings } from '../records/records.ts';
import { shiftToWorkingDay, type WorkingCalendar } from '../working-calendar/index.ts';

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
  /** The control date before the controller moved it; absent where it stands as it was set. */
  readonly postponedFrom?: CalendarDate;
}

/** What of the workbook moves dates. */
export interface Moving {
  readonly calendar: WorkingCalendar;
  readonly settings: Pick<Settings, 'deadlines'>;
}

/** What the calendar makes of a control date. */
export function termOn(
  date: CalendarDate,
  { calendar, settings: { deadlines } }: Moving,
): Pick<DueOccurrence, 'controlDate' | 'remindDate' | 'overdueAfter'> {
  return {
    controlDate: date,
    remindDate: shiftToWorkingDay(date, deadlines.remindPolicy, calendar),
    overdueAfter: shiftToWorkingDay(date, deadlines.overduePolicy, calendar),
  };
}

/** Whether on `day` the term is past: a control date on a day off need not be the last day. */
export function hasRunOut({ overdueAfter }: Pick<DueOccurrence, 'overdueAfter'>, day: CalendarDate): boolean {
  return day > overdueAfter;
}

/** The day to which the controller has moved the term: not without a ground, as a date set by hand is not either. */
export function postponedTo(execution: Execution | undefined): CalendarDate | undefined {
  const { postponedTo: date, postponementGround } = execution?.control ?? {};
  return postponementGround === undefined ? undefined : date;
}

/** The occurrence as it stands for this row: at the postponed date, if there is one, with its original date beside it. */
export function postponeOccurrence(
  occurrence: DueOccurrence | undefined,
  execution: Execution | undefined,
  { calendar, settings: { deadlines } }: Moving,
): DueOccurrence | undefined {
  const date = postponedTo(execution);
  if (!occurrence || date === undefined || date === occurrence.controlDate) return occurrence;
  return {
    ...occurrence,
    end: date > occurrence.end ? date : occurrence.end,
    ...termOn(date, { calendar, settings: { deadlines } }),
    postponedFrom: occurrence.controlDate,
  };
}
