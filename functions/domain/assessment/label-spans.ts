import { calendarDate, endOfMonth, yearOf, type CalendarDate, type DateSpan } from '../dates/dates.ts';
import { termOf, type SchoolTerm, type TermSystem } from '../deadlines/school-terms.ts';
import { calendarYear, schoolYear } from '../dates/period.ts';
import type { LabelName, NamedDay, NamedDays } from './parse-label.ts';

/** First and last months of the parts of a year; school half-years and quarters as the deadlines have them. */
const PARTS = {
  quarter: [
    [1, 3],
    [4, 6],
    [7, 9],
    [10, 12],
  ],
  school_quarter: [
    [9, 10],
    [11, 12],
    [1, 3],
    [4, 5],
  ],
  half_year: [
    [1, 6],
    [7, 12],
  ],
  school_half_year: [
    [9, 12],
    [1, 5],
  ],
} as const;

/**
 * The days that the label can mean: in its year, in its school year, or where it says neither in the years about
 * `around`. A half-year whose year is not that of a school can be either.
 */
export function spansOf(name: LabelName, around: CalendarDate): readonly DateSpan[] {
  const { year, schoolYear: school } = name;
  if (name.unit === 'year') return spansOfYear(name);
  const near = yearOf(around);
  const years = school !== null ? [school, school + 1] : year !== null ? [year] : [near - 1, near, near + 1];
  const spans = years.flatMap((each) => spansIn(name, each));
  if (school === null) return spans;
  // As with deadlines a part belongs to the year in which it ends: «III квартал 2021/22» is July to September 2021.
  const { start, end } = schoolYear(school);
  return spans.filter((span) => start <= span.end && span.end <= end);
}

function spansOfYear({ year, schoolYear: school }: LabelName): readonly DateSpan[] {
  if (school !== null) return [schoolYear(school)];
  return year === null ? [] : [calendarYear(year)];
}

function spansIn(name: LabelName, year: number): readonly DateSpan[] {
  switch (name.unit) {
    case 'month':
      return months(name.from, name.to, year);
    case 'half_year': {
      const school = partsIn('school_half_year', name, year);
      return name.schoolYear === null ? [...partsIn('half_year', name, year), ...school] : school;
    }
    case 'quarter':
    case 'school_quarter':
      return partsIn(name.unit, name, year);
    case 'trimester':
      return TRIMESTERS.flatMap((system) => termIn(system, name, year));
    case 'days':
      return daysIn(name, year);
    default:
      return [];
  }
}

function partsIn(
  system: keyof typeof PARTS,
  { from, to }: { readonly from: number; readonly to: number },
  year: number,
): readonly DateSpan[] {
  const [first, last] = [PARTS[system][from - 1], PARTS[system][to - 1]];
  return first && last ? months(first[0], last[1], year) : [];
}

const TRIMESTERS = ['trimester', 'module'] as const;

function termIn(
  system: TermSystem,
  { from, to }: { readonly from: number; readonly to: number },
  year: number,
): readonly DateSpan[] {
  const [first, last] = [termOf(system, from).from, termOf(system, to).to];
  const lastYear = last.month < first.month ? year + 1 : year;
  const start = dayIn(first, year);
  const end = dayIn(last, lastYear);
  return start && end ? [{ start, end }] : [];
}
function dayIn({ day, month }: SchoolTerm['to'], year: number): CalendarDate | undefined {
  const first = calendarDate(year, month, 1);
  return day === 'last' ? first && endOfMonth(first) : calendarDate(year, month, day);
}

/** «декабрь – февраль» ends in the next year. */
function months(from: number, to: number, year: number): readonly DateSpan[] {
  const start = calendarDate(year, from, 1);
  const last = calendarDate(to < from ? year + 1 : year, to, 1);
  return start && last ? [{ start, end: endOfMonth(last) }] : [];
}

function daysIn({ from, to }: NamedDays, year: number): readonly DateSpan[] {
  const [start, end] = [from, to].map((day: NamedDay) => calendarDate(day.year ?? year, day.month, day.day));
  return start && end && start <= end ? [{ start, end }] : [];
}
