import {
  addDays,
  calendarDate,
  endOfMonth,
  formatDate,
  monthOf,
  weekdayOf,
  yearOf,
  type CalendarDate,
} from '../../dates.ts';
import type { Period } from '../../period.ts';
import type { DatedRule, FrequencyUnit, RecurringAt, RuleOf } from '../rule.ts';
import { dayOf, lastOfMonth } from './anchor.ts';
import { resolveDated } from './dated-rules.ts';
import { weekIfAny } from './month-parts.ts';
import { formatWindow, monthAndYear } from './names.ts';
import { dated, type Option, type Outcome, type Setting, type Span } from './outcome.ts';
import { unitsIn, type Unit } from './units.ts';

type Recurring = RuleOf<'recurring'>;
type At<T extends RecurringAt['type']> = Extract<RecurringAt, { type: T }>;

/** Every occurrence whose control date falls into the period. */
export function resolveRecurring(rule: Recurring, setting: Setting): Outcome {
  const { at } = rule;
  if (at?.type === 'within') return withinDates(rule, at, setting);
  if (rule.frequency.unit === 'report_period') return reportPeriods(rule, setting);
  const warnings: string[] = [];
  const options = unitReadings(rule, setting).map(({ meaning, school }) => ({
    meaning,
    spans: spansOf(rule, setting, school, warnings),
  }));
  return dated(options, {
    ambiguous: options.length > 1 || isOpen(rule),
    warnings: [...warnings, ...openWarnings(rule)],
  });
}

/** Half-years are of the calendar or of the school; the period decides which is the default. */
function unitReadings(
  { frequency, at }: Recurring,
  { periodKind }: Setting,
): { meaning: string; school: boolean }[] {
  const readings = [
    { meaning: 'календарные полугодия', school: false },
    { meaning: 'школьные полугодия', school: true },
  ];
  if (frequency.unit !== 'half_year') return [{ meaning: 'по календарю', school: false }];
  if (at?.type === 'day_of_month' && at.of === 'next') return readings.slice(0, 1);
  return periodKind === 'school_year' ? readings.reverse() : readings;
}

function reportPeriods(rule: Recurring, setting: Setting): Outcome {
  const names = [
    ['month', 'отчётный период — месяц'],
    ['quarter', 'отчётный период — квартал'],
  ] as const;
  const warnings: string[] = ['Отчётный период не назван: выберите месяц или квартал.'];
  const options = names.map(([unit, meaning]): Option => ({
    meaning,
    spans: spansOf({ ...rule, frequency: { ...rule.frequency, unit } }, setting, false, warnings),
  }));
  return dated(options, { ambiguous: true, warnings });
}

function withinDates({ frequency }: Recurring, at: At<'within'>, setting: Setting): Outcome {
  const outcome = resolveDated(at.rule, setting);
  if (isRange(at.rule) && ['day', 'week', 'month'].includes(frequency.unit))
    return eachUnitWithin(outcome, frequency.unit);
  const named = outcome.options[0]?.spans.length ?? 0;
  const differs =
    frequency.unit === 'year' && frequency.every === 1 && !frequency.atLeast && named !== frequency.times;
  if (!differs) return outcome;
  return {
    ...outcome,
    warnings: [
      ...outcome.warnings,
      `Сказано «${frequency.times} раз(а) в год», а сроков названо ${named}: проверьте.`,
    ],
  };
}

const isRange = ({ kind }: DatedRule): boolean =>
  kind === 'month_range' || kind === 'date_range' || kind === 'month' || kind === 'quarter';

/** «ежемесячно, сентябрь – май»: an occurrence in every month of the range; a month that is named alone stays one. */
function eachUnitWithin(outcome: Outcome, unit: FrequencyUnit): Outcome {
  const spread = (span: Span): Span[] =>
    span.start ? unitsIn({ start: span.start, end: span.end }, unit, false) : [span];
  const options = outcome.options.map(({ meaning, spans }) => ({ meaning, spans: spans.flatMap(spread) }));
  return { ...outcome, options: options.every(({ spans }) => spans.length > 0) ? options : outcome.options };
}

function isOpen({ frequency: { times, unit, every }, at }: Recurring): boolean {
  if (at === null) return times > 1 || every > 1 || ['half_year', 'year', 'school_quarter'].includes(unit);
  if (at.type === 'edge') return true;
  return ('of' in at && at.of === 'same' && unit !== 'month') || unit === 'school_quarter';
}

function openWarnings(rule: Recurring): string[] {
  if (rule.at === null && rule.frequency.unit !== 'day')
    return ['День не назван: контроль поставлен на конец каждого промежутка.'];
  return isOpen(rule) ? ['Точный день не назван: назначьте дату.'] : [];
}

function spansOf(rule: Recurring, setting: Setting, school: boolean, warnings: string[]): Span[] {
  const { at, frequency } = rule;
  const { period } = setting;
  if (at?.type === 'weekday') return weekdaysIn(period, at);
  const spans = groups(unitsIn(reportedSpan(period, at), frequency.unit, school), frequency.every).flatMap(
    (unit) => (at === null ? [unit] : spansAt(at, unit, { setting, unitKind: frequency.unit, warnings })),
  );
  const inside = spans.filter(({ end }) => end >= period.start && end <= period.end);
  return at?.type === 'day_of_month' && at.andUntil ? withSecondDate(inside, at.andUntil, period) : inside;
}

/** Reports on a unit fall due after it: the unit before the period still reports within the period. */
function reportedSpan(period: Period, at: RecurringAt | null): Period {
  const looksBack =
    at !== null && (at.type === 'after_unit' || (at.type === 'edge' && at.edge === 'results') || 'of' in at);
  return looksBack ? { start: addDays(period.start, -184), end: period.end } : period;
}

function groups(units: readonly Unit[], size: number): Unit[] {
  if (size === 1) return [...units];
  const grouped: Unit[] = [];
  for (let index = 0; index < units.length; index += size) {
    const [first, last] = [units[index], units[Math.min(index + size, units.length) - 1]];
    if (first && last)
      grouped.push({ label: `${first.label} – ${last.label}`, start: first.start, end: last.end });
  }
  return grouped;
}

interface Inside {
  readonly setting: Setting;
  readonly unitKind: FrequencyUnit;
  readonly warnings: string[];
}

function spansAt(at: RecurringAt, unit: Unit, inside: Inside): Span[] {
  switch (at.type) {
    case 'day_of_month':
      return dayOfMonthSpans(at, unit, inside);
    case 'working_day':
      return [workingDaySpan(at, unit, inside)];
    case 'after_unit':
      return [afterUnit(at, unit, inside.setting)];
    case 'edge':
      return [edgeSpan(at, unit)];
    case 'week':
      return weekSpans(at, unit);
    default:
      return [];
  }
}

/** The month in which the day falls; «один раз в квартал до 10 числа месяца» is read as the month after the quarter. */
function monthOfDay(of: 'same' | 'next', unit: Unit, unitKind: FrequencyUnit): CalendarDate {
  return of === 'same' && unitKind === 'month' ? unit.start : addDays(endOfMonth(unit.end), 1);
}

function dayOfMonthSpans(
  { days, of, bound }: At<'day_of_month'>,
  unit: Unit,
  { setting, unitKind, warnings }: Inside,
): Span[] {
  const first = monthOfDay(of, unit, unitKind);
  const early = bound === 'until' && !setting.settings.beforeIsInclusive ? -1 : 0;
  const spans: Span[] = [];
  for (const day of days) {
    const date = day === 'last' ? endOfMonth(first) : calendarDate(yearOf(first), monthOf(first), day);
    if (!date)
      warnings.push(`${monthAndYear(first)}: нет ${day}-го числа, назначьте дату этого месяца вручную.`);
    else spans.push(spanUntil(addDays(date, early), first, { bound, label: unit.label }));
  }
  return spans;
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

function weekdaysIn({ start, end }: Period, { weekdays, ordinals, bound }: At<'weekday'>): Span[] {
  const spans: Span[] = [];
  for (let date = start; date <= end && spans.length < 400; date = addDays(date, 1)) {
    if (!weekdays.includes(weekdayOf(date)) || !isNth(date, ordinals)) continue;
    const monday = addDays(date, 1 - weekdayOf(date));
    const from = bound === 'on' ? date : monday < start ? start : monday;
    spans.push({ label: formatDate(date), start: from, end: date });
  }
  return spans;
}

function isNth(date: CalendarDate, ordinals: readonly (number | 'last')[]): boolean {
  if (ordinals.length === 0) return true;
  const day = Number(date.slice(8));
  const isLast = addDays(date, 7) > lastOfMonth(yearOf(date), monthOf(date));
  return ordinals.includes(Math.ceil(day / 7)) || (isLast && ordinals.includes('last'));
}

/** «до 15 числа месяца, следующего за полугодием, и до 1 февраля года»: the named date closes the year. */
function withSecondDate(spans: readonly Span[], point: Parameters<typeof dayOf>[0], period: Period): Span[] {
  const kept = spans.filter(({ end }) => monthOf(end) !== 1);
  for (let year = yearOf(period.start); year <= yearOf(period.end); year += 1) {
    const end = dayOf(point, year);
    if (end >= period.start && end <= period.end)
      kept.push({ label: `итоги ${year - 1} года`, start: calendarDate(year, 1, 1) as CalendarDate, end });
  }
  return kept.sort((a, b) => (a.end < b.end ? -1 : 1));
}
