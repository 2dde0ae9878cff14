import { yearOf, type CalendarDate, type DateSpan } from '../dates/dates.ts';
import type {
  Execution,
  ExternalAct,
  FirstRows,
  SchoolPlanItem,
  Settings,
  WorkbookRecords,
} from '../records/records.ts';
import { spansOf } from './label-spans.ts';
import { parseLabel } from './parse-label.ts';

/** Which periods a workbook has been kept in, as seen from the one that is assessed. */
type Periods = Pick<Settings, 'period' | 'otherPeriods' | keyof FirstRows>;

/**
 * Whether the row was entered for another period of the workbook: its label says the year; else its number, which
 * counts up, lies before or after the first row of the period; else, where nobody noted that row, its day says it.
 */
export function isOfOtherPeriod(execution: Execution, periods: Periods): boolean {
  const { period, otherPeriods: others = [] } = periods;
  if (others.length === 0) return false;
  const named = namedSpans(execution.occurrence, period.start);
  if (named.length > 0)
    return named.every((span) => !meets(period, span) && others.some((other) => meets(other, span)));
  return isOfOtherByRow(execution, periods, 'firstRow');
}

/** Of a row of a school's plan the same; the years that its term names are its label. */
export function isPlanItemOfOtherPeriod({ measure, execution }: SchoolPlanItem, periods: Periods): boolean {
  const { period, otherPeriods: others = [] } = periods;
  if (others.length === 0) return false;
  const years = yearsIn(measure.deadlinePhrase);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const lies = ({ start, end }: DateSpan) => yearOf(start) <= last && first <= yearOf(end);
  if (years.length > 0) return !lies(period) && others.some(lies);
  return isOfOtherByRow(execution, periods, 'firstPlanRow');
}

/**
 * Whether the row was entered for another period in words that mean another term when they are said of this one: a plan
 * that is handed in each year says «до 15 октября» again.
 */
export function isFormerPlanItem(item: SchoolPlanItem, periods: Periods): boolean {
  return yearsIn(item.measure.deadlinePhrase).length === 0 && isPlanItemOfOtherPeriod(item, periods);
}

function yearsIn(phrase: string): readonly number[] {
  return (phrase.match(/(?<!\d)20\d\d(?!\d)/gu) ?? []).map(Number);
}

function isOfOtherByRow(
  { rowId, doneOn: day }: Execution,
  periods: Periods,
  noted: keyof FirstRows,
): boolean {
  const { period, otherPeriods: others = [] } = periods;
  const row = numberOf(rowId);
  const bounds = rowBounds(periods, noted);
  if (bounds && row !== undefined) return row < bounds.first || row >= bounds.next;
  return day !== undefined && !holds(period, day) && others.some((other) => holds(other, day));
}

/** An act of another period binds here only by a term of its own that lies here. */
export function isActOfOtherPeriod({ date, dueDate }: ExternalAct, periods: Periods): boolean {
  const { period, otherPeriods: others = [] } = periods;
  if (holds(period, date) || (dueDate !== undefined && holds(period, dueDate))) return false;
  return others.some((other) => holds(other, date));
}

/** Without what was entered for another period of the workbook. */
export function ofThisPeriod(records: WorkbookRecords): WorkbookRecords {
  const { settings } = records;
  const { period, otherPeriods: others = [] } = settings;
  if (others.length === 0) return records;
  const isElsewhere = (day: CalendarDate): boolean =>
    !holds(period, day) && others.some((other) => holds(other, day));
  return {
    ...records,
    executions: records.executions.filter((execution) => !isOfOtherPeriod(execution, settings)),
    acts: records.acts.filter((act) => !isActOfOtherPeriod(act, settings)),
    journal: records.journal.filter(({ date }) => !isElsewhere(date)),
  };
}

/** The days that a label with a year can mean; none where it says no year. */
function namedSpans(label: string, around: CalendarDate): readonly DateSpan[] {
  const name = label.trim() === '' ? undefined : parseLabel(label);
  if (!name) return [];
  const saysYear = name.year !== null || name.schoolYear !== null;
  return saysYear || (name.unit === 'days' && name.from.year !== null) ? spansOf(name, around) : [];
}

/** From the first row of the period to before the first of the next; undefined where no such row was noted. */
function rowBounds(
  { period, otherPeriods = [], ...own }: Periods,
  noted: keyof FirstRows,
): { first: number; next: number } | undefined {
  const firstRow = own[noted];
  const later = otherPeriods.filter(({ start }) => start > period.start).flatMap((each) => each[noted] ?? []);
  if (firstRow === undefined && later.length === 0) return undefined;
  return { first: firstRow ?? 0, next: Math.min(...later, Infinity) };
}

const meets = (a: DateSpan, b: DateSpan): boolean => a.start <= b.end && b.start <= a.end;
const holds = ({ start, end }: DateSpan, day: CalendarDate): boolean => start <= day && day <= end;

/** `e17-4fa` → 17. */
function numberOf(rowId: string): number | undefined {
  const digits = /^[a-z]+(\d+)/u.exec(rowId)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
