import { yearOf } from '../../dates/dates.ts';
import { shiftToWorkingDay } from '../../working-calendar/index.ts';
import type { DeadlineOccurrence } from '../types.ts';
import type { Setting, Span } from './outcome.ts';

/** One due date with what the calendar makes of it. */
export function occurrence({ label, start, end }: Span, { calendar, settings }: Setting): DeadlineOccurrence {
  const kind = calendar.dayKind(end);
  const moves = kind === 'day_off' || kind === 'decree_day_off';
  return {
    label,
    window: { start: start !== null && start > end ? end : start, end },
    controlDate: end,
    remindDate: moves ? shiftToWorkingDay(end, settings.remindPolicy, calendar) : end,
    overdueAfter: moves ? shiftToWorkingDay(end, settings.overduePolicy, calendar) : end,
  };
}

/** Years of the dates, moved ones too, for which no official calendar is known. */
export function gapsBetween(
  occurrences: readonly DeadlineOccurrence[],
  { calendar }: Setting,
): readonly number[] {
  const years = new Set<number>();
  for (const { controlDate, remindDate, overdueAfter } of occurrences) {
    years.add(yearOf(controlDate));
    if (remindDate !== controlDate) years.add(yearOf(remindDate));
    if (overdueAfter !== controlDate) years.add(yearOf(overdueAfter));
  }
  return [...years].filter((year) => !calendar.hasDataFor(year));
}
