import { addDays, calendarDate, monthOf, weekdayOf, yearOf, type CalendarDate } from '../../dates/dates.ts';
import type { Period } from '../../dates/period.ts';
import type { FrequencyUnit } from '../rule/rule.ts';
import { SCHOOL_TERMS, termOf, type SchoolTerm, type TermSystem } from '../school-terms.ts';
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
      return termsIn(period, 'school', 'четверть');
    case 'trimester':
    case 'module':
      return termsIn(period, unit, 'триместр');
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
  const halves = [
    { from: termOf('school', 1).from, to: termOf('school', 2).to },
    { from: termOf('school', 3).from, to: termOf('school', 4).to },
  ];
  return schoolSpans(period, halves, 'полугодие');
}

const termsIn = (period: Period, system: TermSystem, name: string): Unit[] =>
  schoolSpans(period, SCHOOL_TERMS[system], name);

/** A part that crosses the turn of the year counts where it ends. */
function schoolSpans(period: Period, terms: readonly SchoolTerm[], name: string): Unit[] {
  const units: Unit[] = [];
  for (
    let year = yearOf(period.start) - 1;
    year <= yearOf(period.end) && units.length < MOST_UNITS;
    year += 1
  ) {
    for (const [index, { from, to }] of terms.entries()) {
      const start = edgeIn(year, from);
      const isTurned = to.month < from.month;
      const end = edgeIn(isTurned ? year + 1 : year, to);
      const isInside = isTurned ? end >= period.start : start >= period.start;
      if (isInside && end <= period.end)
        units.push({ label: `${ROMAN[index + 1]} ${name} ${yearOf(start)}`, start, end });
    }
  }
  return units.sort((a, b) => (a.start < b.start ? -1 : 1));
}

function edgeIn(year: number, { day, month }: SchoolTerm['to']): CalendarDate {
  return day === 'last' ? lastOfMonth(year, month) : (calendarDate(year, month, day) as CalendarDate);
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
