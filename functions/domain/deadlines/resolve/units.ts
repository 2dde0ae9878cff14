import {
  addDays,
  calendarDate,
  endOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
  type CalendarDate,
} from '../../dates.ts';
import type { Period } from '../../period.ts';
import type { FrequencyUnit } from '../rule/rule.ts';
import { lastOfMonth } from './day-of.ts';
import { monthAndYear, ROMAN, formatWindow } from './names.ts';

export interface Unit {
  readonly label: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** More than the weeks of four years: an absurd period must not grow an absurd list. */
const MOST_UNITS = 250;

/** The units of time that lie in the period (a half-year of the school where `school`), clipped to it. */
export function unitsIn(period: Period, unit: FrequencyUnit, school: boolean): Unit[] {
  switch (unit) {
    case 'week':
      return weeksIn(period);
    case 'month':
    case 'report_period':
      return monthsIn(period, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], monthAndYear);
    case 'quarter':
      return monthsIn(
        period,
        [1, 4, 7, 10],
        (start) => `${ROMAN[Math.ceil(monthOf(start) / 3)]} квартал ${yearOf(start)}`,
      );
    case 'half_year':
      return school
        ? schoolHalves(period)
        : monthsIn(
            period,
            [1, 7],
            (start) => `${monthOf(start) < 7 ? 'I' : 'II'} полугодие ${yearOf(start)}`,
          );
    case 'school_quarter':
      return schoolQuarters(period);
    default:
      return [{ label: formatWindow(period), ...period }];
  }
}

function weeksIn({ start, end }: Period): Unit[] {
  const weeks: Unit[] = [];
  for (
    let monday = addDays(start, 1 - weekdayOf(start));
    monday <= end && weeks.length < MOST_UNITS;
    monday = addDays(monday, 7)
  ) {
    weeks.push(clipped(monday, addDays(monday, 6), { start, end }, 'неделя'));
  }
  return weeks;
}

function clipped(from: CalendarDate, to: CalendarDate, { start, end }: Period, name: string): Unit {
  const span = { start: from < start ? start : from, end: to > end ? end : to };
  return { label: `${name} ${formatWindow(span)}`, ...span };
}

/** Spans that begin with each of the `firsts` and end before the next; only whole ones count. */
function monthsIn(period: Period, firsts: readonly number[], label: (start: CalendarDate) => string): Unit[] {
  const length = 12 / firsts.length;
  const units: Unit[] = [];
  for (let year = yearOf(period.start); year <= yearOf(period.end) && units.length < MOST_UNITS; year += 1) {
    for (const month of firsts) {
      const start = calendarDate(year, month, 1) as CalendarDate;
      const end = lastOfMonth(year, month + length - 1);
      if (end >= period.start && end <= period.end) units.push({ label: label(start), start, end });
    }
  }
  return units;
}

function schoolHalves(period: Period): Unit[] {
  return schoolSpans(period, [
    [9, 12, 'I полугодие'],
    [1, 5, 'II полугодие'],
  ]);
}
function schoolQuarters(period: Period): Unit[] {
  return schoolSpans(period, [
    [9, 10, 'I четверть'],
    [11, 12, 'II четверть'],
    [1, 3, 'III четверть'],
    [4, 5, 'IV четверть'],
  ]);
}

function schoolSpans(period: Period, spans: readonly (readonly [number, number, string])[]): Unit[] {
  const units: Unit[] = [];
  for (let year = yearOf(period.start); year <= yearOf(period.end) && units.length < MOST_UNITS; year += 1) {
    for (const [from, to, name] of spans) {
      const start = calendarDate(year, from, 1) as CalendarDate;
      const end = endOfMonth(calendarDate(year, to, 1) as CalendarDate);
      if (start >= period.start && end <= period.end)
        units.push({ label: `${name} ${yearOf(start)}`, start, end });
    }
  }
  return units.sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** Whole calendar years that end in the period: «за отчётным годом». */
export const calendarYearsIn = (period: Period): Unit[] =>
  monthsIn(period, [1], (start) => `${yearOf(start)} год`);

/** «каждые 3 месяца»: `size` units as one, counted from the first. */
export function groups(units: readonly Unit[], size: number): Unit[] {
  if (size === 1) return [...units];
  const grouped: Unit[] = [];
  for (let index = 0; index < units.length; index += size) {
    const [first, last] = [units[index], units[Math.min(index + size, units.length) - 1]];
    if (!first || !last) continue;
    const label = first === last ? first.label : `${first.label} – ${last.label}`;
    grouped.push({ label, start: first.start, end: last.end });
  }
  return grouped;
}
