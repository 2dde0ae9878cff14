import { addDays, calendarDate, weekdayOf, type CalendarDate } from '../../dates/dates.ts';
import type { WorkingCalendar } from '../../working-calendar/index.ts';
import type { DayPoint } from '../rule/rule.ts';
import { monthGenitive } from './names.ts';

/** Thrown inside the resolver and turned into the status `impossible` at its edge; `message` is Russian. */
export class NoSuchDayError extends Error {
  readonly month: string;

  /** `month` is `yyyy-MM`. */
  constructor(message: string, month: string) {
    super(message);
    this.name = 'NoSuchDayError';
    this.month = month;
  }
}

export function dayOf({ day, month }: DayPoint, year: number, calendar: WorkingCalendar): CalendarDate {
  if (day === 'last') return lastOfMonth(year, month);
  if (typeof day === 'object')
    return 'workingDay' in day ? workingDayIn(day, { year, month }, calendar) : weekdayIn(day, year, month);
  const date = calendarDate(year, month, day);
  if (!date)
    throw new NoSuchDayError(
      `В ${year} году нет даты «${day} ${monthGenitive(month)}»: исправьте срок.`,
      monthKey(year, month),
    );
  return date;
}

const monthKey = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** «первый рабочий день сентября». */
function workingDayIn(
  { workingDay }: Extract<DayPoint['day'], { workingDay: unknown }>,
  { year, month }: { year: number; month: number },
  calendar: WorkingCalendar,
): CalendarDate {
  const last = lastOfMonth(year, month);
  if (workingDay === 'last') return calendar.previousWorkingDay(last);
  const before = addDays(calendarDate(year, month, 1) as CalendarDate, -1);
  const date = calendar.addWorkingDays(before, workingDay);
  if (date <= last) return date;
  throw new NoSuchDayError(
    `В ${year} году нет ${workingDay}-го рабочего дня ${monthGenitive(month)}: исправьте срок.`,
    monthKey(year, month),
  );
}

/** «последняя пятница октября», «5-й понедельник» where the month has it. */
function weekdayIn(
  { weekday, ordinal }: Extract<DayPoint['day'], { weekday: unknown }>,
  year: number,
  month: number,
): CalendarDate {
  const last = lastOfMonth(year, month);
  if (ordinal === 'last') return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  const first = calendarDate(year, month, 1) as CalendarDate;
  const date = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (ordinal - 1));
  if (date <= last) return date;
  throw new NoSuchDayError(
    'В этом месяце нет пятого такого дня недели: исправьте срок.',
    monthKey(year, month),
  );
}

export const lastOfMonth = (year: number, month: number): CalendarDate =>
  addDays(calendarDate(month === 12 ? year + 1 : year, (month % 12) + 1, 1) as CalendarDate, -1);
