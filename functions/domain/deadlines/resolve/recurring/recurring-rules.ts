import { addDays, formatDate } from '../../../dates/dates.ts';
import type { Period } from '../../../dates/period.ts';
import { countOf } from '../../../text/russian.ts';
import type { FrequencyUnit, RecurringAt, RuleOf } from '../../rule/rule.ts';
import { dated, type Option, type Outcome, type Setting, type Span } from '../outcome.ts';
import { equalParts } from './equal-parts.ts';
import { shortMonths, spansAt, withSecondDate } from './recurring-days.ts';
import { weekdaysIn } from './recurring-weekdays.ts';
import { seasonSpans } from './season.ts';
import { UNSAID_FROM, withinDates } from './within-dates.ts';
import { OUTSIDE_YEAR } from '../year/year-rules.ts';
import { calendarYearsIn, groups, unitsIn } from '../units.ts';

type Recurring = RuleOf<'recurring'>;

/** Every occurrence whose control date falls into the period, and into the months that the phrase names beside it. */
export function resolveRecurring(rule: Recurring, setting: Setting): Outcome {
  const { at } = rule;
  if (at?.type === 'within') return withinDates(rule, at, setting);
  if (rule.frequency.unit === 'report_period') return reportPeriods(rule, setting);
  const several = at === null ? severalTimes(rule, setting) : undefined;
  if (several) return several;
  const outside = rule.during && isBeside(seasonSpans(rule.during, setting), setting);
  const options = unitReadings(rule, setting).map(({ meaning, school }) => ({
    meaning,
    spans: spansOf(rule, setting, school),
  }));
  return dated(options, {
    ambiguous: options.length > 1 || isOpen(rule),
    warnings: [
      ...shortMonths(at, options[0]?.spans ?? []),
      ...openWarnings(rule),
      ...(outside ? [OUTSIDE_YEAR] : []),
    ],
    ...(!rule.during && { note: nextPeriodNote(rule, setting) }),
  });
}

/** «2 раза в год»: a control date for each of the equal parts, or all by the end of the unit. */
function severalTimes(rule: Recurring, setting: Setting): Outcome | undefined {
  const { times, every } = rule.frequency;
  if (times === 1 || every > 1) return undefined;
  const [whole] = [spansOf(rule, setting, false)];
  const parts = whole.map((unit) => equalParts(unit, rule.frequency, setting));
  if (parts.length === 0 || !parts.every((part) => part !== undefined)) return undefined;
  const count = countOf(times, ['срок', 'срока', 'сроков']);
  return dated(
    [
      { meaning: `${count}: по одному на каждую часть`, spans: parts.flat() },
      { meaning: 'все — к концу промежутка', spans: whole },
    ],
    {
      ambiguous: true,
      warnings: ['Дни не названы: сроки поставлены через равные промежутки, назначьте даты.'],
    },
  );
}

/** The report on the last unit of the period falls due after it: said, for here it has no control date. */
function nextPeriodNote(rule: Recurring, setting: Setting): string | undefined {
  const { at, frequency } = rule;
  if (at?.type !== 'day_of_month' || at.of !== 'next' || frequency.every > 1) return undefined;
  const { period } = setting;
  const last = unitsIn(period, frequency.unit, false).at(-1);
  const report = last && spansAt(at, last, { setting, unitKind: frequency.unit }).at(-1);
  return report && report.end > period.end
    ? `Отчёт за последний промежуток (${report.label}) — до ${formatDate(report.end)}, в следующем периоде.`
    : undefined;
}

const UNIT_MEANINGS: Partial<Record<FrequencyUnit, string>> = {
  trimester: 'триместры по три месяца',
  module: 'триместры по модулям',
};

/** Half-years are of the calendar or of the school; the period decides which is the default. */
function unitReadings(
  { frequency, at }: Recurring,
  { periodKind }: Setting,
): { meaning: string; school: boolean }[] {
  const readings = [
    { meaning: 'календарные полугодия', school: false },
    { meaning: 'школьные полугодия', school: true },
  ];
  if (frequency.unit !== 'half_year')
    return [{ meaning: UNIT_MEANINGS[frequency.unit] ?? 'по календарю', school: false }];
  if (at?.type === 'day_of_month' && at.of === 'next') return readings.slice(0, 1);
  return periodKind === 'school_year' ? readings.toReversed() : readings;
}

function reportPeriods(rule: Recurring, setting: Setting): Outcome {
  const names = [
    ['month', 'отчётный период — месяц'],
    ['quarter', 'отчётный период — квартал'],
  ] as const;
  const options = names.map(([unit, meaning]): Option => ({
    meaning,
    spans: spansOf({ ...rule, frequency: { ...rule.frequency, unit } }, setting, false),
  }));
  const warnings = [
    'Отчётный период не назван: выберите месяц или квартал.',
    ...shortMonths(rule.at, options[0]?.spans ?? []),
  ];
  return dated(options, { ambiguous: true, warnings });
}

const OF_SCHOOL: ReadonlySet<FrequencyUnit> = new Set(['school_quarter', 'trimester', 'module']);
const OF_UNSAID_BOUNDS: ReadonlySet<FrequencyUnit> = new Set([...OF_SCHOOL, 'half_year', 'year']);

function isOpen({ frequency: { times, unit, every }, at }: Recurring): boolean {
  if (at === null) return times > 1 || every > 1 || OF_UNSAID_BOUNDS.has(unit);
  if (at.type === 'edge') return true;
  if (every > 1 || at.type === 'week') return true;
  return ('of' in at && at.of === 'same' && unit !== 'month') || OF_SCHOOL.has(unit);
}

function openWarnings(rule: Recurring): string[] {
  if (rule.at === null && rule.frequency.unit !== 'day')
    return ['День не назван: контроль поставлен на конец каждого промежутка.'];
  if (rule.at !== null && rule.frequency.every > 1) return [UNSAID_FROM];
  return isOpen(rule) ? ['Точный день не назван: назначьте дату.'] : [];
}

function spansOf(rule: Recurring, setting: Setting, school: boolean): Span[] {
  const seasons = rule.during && seasonSpans(rule.during, setting);
  const spans = spansInPeriod(rule, seasons ? besidePeriod(seasons, setting) : setting, school);
  return seasons
    ? spans.filter(({ end }) => seasons.some(({ start, end: last }) => end >= (start ?? end) && end <= last))
    : spans;
}

/** «2008–2010, ежемесячно» in 2021: the years are as they are written, though none is of the period. */
function besidePeriod(seasons: readonly Span[], setting: Setting): Setting {
  const [only] = seasons;
  if (!only || !isBeside(seasons, setting)) return setting;
  return { ...setting, period: { start: only.start ?? only.end, end: only.end } };
}

function isBeside([only, second]: readonly Span[], { period }: Setting): boolean {
  return only !== undefined && !second && (only.end < period.start || (only.start ?? only.end) > period.end);
}

function spansInPeriod(rule: Recurring, setting: Setting, school: boolean): Span[] {
  const { at, frequency } = rule;
  const { period } = setting;
  if (at?.type === 'weekday') return weekdaysIn(period, at);
  const span = withNextFirst(reportedSpan(period, at), rule, setting);
  const units =
    frequency.unit === 'year' && span !== period
      ? calendarYearsIn(span)
      : unitsIn(span, frequency.unit, school);
  const spans = groups(units, frequency.every).flatMap((unit) =>
    at === null ? [unit] : spansAt(at, unit, { setting, unitKind: frequency.unit }),
  );
  const inside = spans.filter(({ end }) => end >= period.start && end <= period.end);
  return at?.type === 'day_of_month' && at.andUntil ? withSecondDate(inside, at.andUntil, setting) : inside;
}

/**
 * Reports on a unit fall due after it: the unit before the period still reports within the period. The first month
 * of a unit may lie in the period though its last does not.
 */
function reportedSpan(period: Period, at: RecurringAt | null): Period {
  if (at === null) return period;
  const looksAhead = ('of' in at && at.of === 'first') || at.type === 'before_unit';
  if (looksAhead) return { start: period.start, end: addDays(period.end, 366) };
  const looksBack = 'of' in at || at.type === 'after_unit' || (at.type === 'edge' && at.edge === 'results');
  return looksBack ? { start: addDays(period.start, -184), end: period.end } : period;
}

/** «ежемесячно до 1 числа», that day not included: the first month after the period falls due on its last day. */
function withNextFirst(span: Period, { at, frequency }: Recurring, { settings }: Setting): Period {
  if (settings.beforeIsInclusive || at?.type !== 'day_of_month' || at.bound !== 'until') return span;
  const isNext = at.of === 'same' && frequency.every === 1 && at.days.includes(1);
  return isNext ? { start: span.start, end: addDays(span.end, 31) } : span;
}
