import type {
  Amount,
  Bound,
  DatedRule,
  DayPoint,
  DeadlineRule,
  Frequency,
  FrequencyUnit,
  RecurringAt,
} from '../rule/rule.ts';
import type { DayItem } from './build-items.ts';

/** Rules of what comes back. */

/** The day within the unit, with the unit that its own words name («месяца, следующего за кварталом»). */
export interface AtDraft {
  readonly at: RecurringAt;
  readonly unit: FrequencyUnit | 'unsaid';
  /** False for «до пятницы»: a weekday that comes back only where the frequency is said beside it. */
  readonly recurs: boolean;
}

/** Which month a day of the month belongs to: of the unit, or the one after it, and of what unit. */
interface MonthRef {
  readonly of: 'same' | 'next' | 'first' | 'last';
  readonly unit: FrequencyUnit | 'unsaid';
}

export const everyUnit = (unit: FrequencyUnit): Frequency => ({ times: 1, every: 1, unit, atLeast: false });
export const frequency = (
  times: number,
  { every, unit }: { every: number; unit: FrequencyUnit },
  atLeast: boolean,
): Frequency => ({ times, every, unit, atLeast });

const draft = (at: RecurringAt, unit: AtDraft['unit'] = 'unsaid', recurs = true): AtDraft => ({
  at,
  unit,
  recurs,
});

export function dayOfMonth(
  bound: Bound | null,
  days: (number | 'last')[],
  more: { of: MonthRef | null; until: DayItem | null; from?: number },
): AtDraft {
  const { of, until, from } = more;
  const andUntil: DayPoint | null = until && { day: until.day, month: until.month, year: until.year };
  return draft(
    {
      type: 'day_of_month',
      bound: bound ?? 'on',
      days,
      ...(from !== undefined && { from }),
      of: of?.of ?? 'same',
      andUntil,
    },
    of?.unit,
  );
}

export function workingDay(bound: Bound | null, ordinal: number | 'last', of: MonthRef | null): AtDraft {
  return draft({ type: 'working_day', bound: bound ?? 'on', ordinal, of: of?.of ?? 'same' }, of?.unit);
}

export function weekday(
  weekdays: number[],
  ordinals: (number | 'last')[],
  more: { recurs: boolean; bound?: Bound },
): AtDraft {
  const at: RecurringAt = { type: 'weekday', bound: more.bound ?? 'on', weekdays, ordinals };
  return draft(at, ordinals.length > 0 ? 'month' : 'week', more.recurs);
}

export const weeks = (numbers: (number | 'last')[]): AtDraft =>
  draft({ type: 'week', weeks: numbers }, 'month');
export const within = (rule: DatedRule): AtDraft => draft({ type: 'within', rule });
export const edge = (of: 'start' | 'end' | 'results', unit: FrequencyUnit): AtDraft =>
  draft({ type: 'edge', edge: of }, unit);

export const beforeUnit = (
  { count, unit }: Amount,
  edge: 'start' | 'end',
  of: FrequencyUnit | 'report_period',
): AtDraft => draft({ type: 'before_unit', amount: { count, unit }, edge }, of);

export function afterUnit({ count, unit }: Amount, of: FrequencyUnit): AtDraft {
  return draft(
    { type: 'after_unit', amount: count, unit: unit === 'working_day' ? 'working_day' : 'day' },
    of,
  );
}

/** «2 раза в год, по итогам полугодия»: as often as the unit that the day is of. */
const UNITS_A_YEAR: Partial<Record<string, number>> = {
  half_year: 2,
  quarter: 4,
  school_quarter: 4,
  trimester: 3,
  month: 12,
};
const sameOften = ({ times, every, unit }: Frequency, day: AtDraft): boolean =>
  times > 1 && every === 1 && unit === 'year' && UNITS_A_YEAR[day.unit] === times;

/** «4 раза в год (1 раз в четверть)»: the same said twice. */
export const isSameOften = (one: Frequency, other: Frequency): boolean => {
  const [year, part] = one.unit === 'year' ? [one, other] : [other, one];
  return (
    year.unit === 'year' && part.times === 1 && part.every === 1 && UNITS_A_YEAR[part.unit] === year.times
  );
};

/** «до 5 числа» and «до 5 числа следующего месяца» alone do not say how often. */
export function recurring(
  given: Frequency | null,
  day: AtDraft | null,
  during: DatedRule | null = null,
): DeadlineRule {
  const unit = !day || day.unit === 'unsaid' ? 'report_period' : day.unit;
  const own = given && day && sameOften(given, day) ? everyUnit(day.unit as FrequencyUnit) : given;
  const rule = { kind: 'recurring' as const, frequency: own ?? everyUnit(unit), at: day?.at ?? null };
  const isRange = during?.kind === 'month_range' || during?.kind === 'date_range';
  return isRange ? { ...rule, during } : rule;
}
/** «по состоянию на 20 число каждого месяца – до 25 числа»: as often as the figures are taken. */
export const ofUnit = (rule: DeadlineRule, { unit }: AtDraft): DeadlineRule =>
  rule.kind === 'recurring' && rule.frequency.unit === 'report_period' && unit !== 'unsaid'
    ? { ...rule, frequency: { ...rule.frequency, unit } }
    : rule;
/** «по итогам квартала до 10 числа»: of the month after the quarter. */
export const afterwards = ({ at, ...draft }: AtDraft): AtDraft => ({
  ...draft,
  at: 'of' in at && at.of === 'same' ? { ...at, of: 'next' } : at,
});
export const isWithin = (day: AtDraft | null): boolean => day?.at.type === 'within';
