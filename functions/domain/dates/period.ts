import { calendarDate, yearOf, type CalendarDate, type DateSpan } from './dates.ts';

/** The span in which deadlines are read, both ends included. */
export type Period = DateSpan;

export type PeriodKind = 'calendar_year' | 'school_year' | 'other';

function day(year: number, month: number, dayOfMonth: number): CalendarDate {
  const date = calendarDate(year, month, dayOfMonth);
  if (!date) throw new RangeError(`no such day: ${year}-${month}-${dayOfMonth}`);
  return date;
}

/** 01.01–31.12 of `year`. */
export function calendarYear(year: number): Period {
  return { start: day(year, 1, 1), end: day(year, 12, 31) };
}

/** 01.09 of `firstYear` – 31.08 of the next: the school year of 273-ФЗ practice. */
export function schoolYear(firstYear: number): Period {
  return { start: day(firstYear, 9, 1), end: day(firstYear + 1, 8, 31) };
}

export function kindOfPeriod(period: Period): PeriodKind {
  const year = yearOf(period.start);
  if (sameSpan(period, calendarYear(year))) return 'calendar_year';
  if (sameSpan(period, schoolYear(year))) return 'school_year';
  return 'other';
}

function sameSpan(a: DateSpan, b: DateSpan): boolean {
  return a.start === b.start && a.end === b.end;
}
