import { addDays, addMonths, type CalendarDate } from '../../../dates/dates.ts';
import type { Amount } from '../../rule/rule.ts';
import type { Setting } from '../outcome.ts';

const DAYS_IN: Partial<Record<Amount['unit'], number>> = { day: 1, week: 7 };
const MONTHS_IN: Partial<Record<Amount['unit'], number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };
const HOURS_A_DAY = 24;

/** ГК РФ art. 191–192: the term runs from the next day; a term in months ends on the same day of the month, or its last. */
export function moved(
  date: CalendarDate,
  amount: Amount | null,
  sign: 1 | -1,
  { calendar }: Setting,
): CalendarDate {
  if (amount === null) return addDays(date, sign);
  const { count, unit } = amount;
  if (unit === 'working_day') return calendar.addWorkingDays(date, sign * count);
  if (unit === 'hour') return addDays(date, sign * Math.ceil(count / HOURS_A_DAY));
  const months = MONTHS_IN[unit];
  return months ? addMonths(date, sign * months * count) : addDays(date, sign * count * (DAYS_IN[unit] ?? 1));
}
