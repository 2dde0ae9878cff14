import {
  addDays,
  calendarDate,
  endOfMonth,
  monthOf,
  yearOf,
  type CalendarDate,
} from '../../../dates/dates.ts';
import type { FrequencyUnit, RecurringAt } from '../../rule/rule.ts';
import { dayOf } from '../day-of.ts';
import { weekIfAny } from '../dated/month-parts.ts';
import { formatWindow, monthAndYear } from '../names.ts';
import type { Setting, Span } from '../outcome.ts';
import { moved } from '../waiting/term.ts';
import type { Unit } from '../units.ts';

/** The day or days of a recurring rule within each unit of time. */

export type At<T extends RecurringAt['type']> = Extract<RecurringAt, { type: T }>;

export interface Inside {
  readonly setting: Setting;
  readonly unitKind: FrequencyUnit;
}

export function spansAt(at: RecurringAt, unit: Unit, inside: Inside): Span[] {
  switch (at.type) {
    case 'day_of_month':
      return dayOfMonthSpans(at, unit, inside);
    case 'working_day':
      return [workingDaySpan(at, unit, inside)];
    case 'after_unit':
      return [afterUnit(at, unit, inside.setting)];
    case 'before_unit':
      return [beforeUnit(at, unit, inside.setting)];
    case 'edge':
      return [edgeSpan(at, unit)];
    case 'week':
      return weekSpans(at, unit);
    default:
      return [];
  }
}

/** The month in which the day falls; «ежеквартально до 7 числа» is read as the month after the quarter. */
function monthOfDay(of: At<'day_of_month'>['of'], unit: Unit, unitKind: FrequencyUnit): CalendarDate {
  if (of === 'first') return unit.start;
  if (of === 'last') return addDays(unit.end, 1 - Number(unit.end.slice(8)));
  return of === 'same' && unitKind === 'month' ? unit.start : addDays(endOfMonth(unit.end), 1);
}

function dayOfMonthSpans(
  { days, from, of, bound }: At<'day_of_month'>,
  unit: Unit,
  { setting, unitKind }: Inside,
): Span[] {
  const first = monthOfDay(of, unit, unitKind);
  const early = bound === 'until' && !setting.settings.beforeIsInclusive ? -1 : 0;
  const ends = [...new Set(days.map((day) => dayInMonth(day, first)))].sort();
  // the window of «до 15 и 30 числа» opens when the one before it has closed
  return ends.map((end, index) => {
    const before = ends[index - 1];
    const start = from ? dayInMonth(from, first) : before ? addDays(before, 1 + early) : first;
    return spanUntil(addDays(end, early), start, { bound, label: unit.label });
  });
}

/** A month that lacks the day ends with its last; see `shortMonths`. */
const dayInMonth = (day: number | 'last', first: CalendarDate): CalendarDate =>
  (day === 'last' ? undefined : calendarDate(yearOf(first), monthOf(first), day)) ?? endOfMonth(first);

/** Russian: the months among the spans that lack the day of the rule, if any. */
export function shortMonths(at: RecurringAt | null, spans: readonly Span[]): string[] {
  const latest =
    at?.type === 'day_of_month' ? Math.max(...at.days.map((day) => (day === 'last' ? 0 : day))) : 0;
  const ends = spans.map(({ end }) => endOfMonth(end)).filter((last) => Number(last.slice(8)) < latest);
  const months = [...new Set(ends)].map(monthAndYear);
  return months.length === 0
    ? []
    : [`Нет ${latest}-го числа: ${months.join(', ')}; взят последний день месяца.`];
}

function spanUntil(
  end: CalendarDate,
  monthStart: CalendarDate,
  { bound, label }: { bound: 'on' | 'until' | 'not_later'; label: string },
): Span {
  const start = bound === 'on' || monthStart > end ? end : monthStart;
  return { label, start, end };
}

function workingDaySpan(
  { ordinal, of, bound }: At<'working_day'>,
  unit: Unit,
  { setting: { calendar }, unitKind }: Inside,
): Span {
  const first = monthOfDay(of, unit, unitKind);
  const end =
    ordinal === 'last'
      ? calendar.previousWorkingDay(endOfMonth(first))
      : calendar.addWorkingDays(addDays(first, -1), ordinal);
  return spanUntil(end, first, { bound, label: unit.label });
}

function afterUnit({ amount, unit: kind }: At<'after_unit'>, unit: Unit, { calendar }: Setting): Span {
  const end = kind === 'working_day' ? calendar.addWorkingDays(unit.end, amount) : addDays(unit.end, amount);
  return { label: unit.label, start: addDays(unit.end, 1), end };
}

function beforeUnit({ amount, edge }: At<'before_unit'>, unit: Unit, setting: Setting): Span {
  const end = moved(edge === 'start' ? unit.start : unit.end, amount, -1, setting);
  return { label: unit.label, start: unit.start <= end ? unit.start : end, end };
}

function weekSpans({ weeks }: At<'week'>, unit: Unit): Span[] {
  const [year, month] = [yearOf(unit.end), monthOf(unit.end)];
  return weeks.flatMap((week) => {
    const span = weekIfAny(week === 'last' ? 'last_week' : `week_${week as 1 | 2 | 3 | 4 | 5}`, year, month);
    return span ? [{ label: `${unit.label}, неделя ${formatWindow(span)}`, ...span }] : [];
  });
}

const EDGE_DAYS = 9;
function edgeSpan({ edge }: At<'edge'>, unit: Unit): Span {
  if (edge === 'start') return { label: unit.label, start: unit.start, end: addDays(unit.start, EDGE_DAYS) };
  if (edge === 'end') return { label: unit.label, start: addDays(unit.end, -EDGE_DAYS), end: unit.end };
  const next = addDays(unit.end, 1);
  return { label: `итоги: ${unit.label}`, start: next, end: endOfMonth(next) };
}

/** «до 15 числа месяца, следующего за полугодием, и до 1 февраля года»: the named date closes the year. */
export function withSecondDate(
  spans: readonly Span[],
  point: Parameters<typeof dayOf>[0],
  { period, calendar }: Setting,
): Span[] {
  const kept = spans.filter(({ end }) => monthOf(end) !== 1);
  for (let year = yearOf(period.start); year <= yearOf(period.end); year += 1) {
    const end = dayOf(point, year, calendar);
    if (end >= period.start && end <= period.end)
      kept.push({ label: `итоги ${year - 1} года`, start: calendarDate(year, 1, 1) as CalendarDate, end });
  }
  return kept;
}
