import type { DayPoint, Frequency, FrequencyUnit, RecurringAt, RuleOf } from '../rule/rule.ts';
import { countOf } from '../../text/russian.ts';
import { formatDated, formatDay } from './dated.ts';
import {
  amountAccusative,
  BOUND_WORD,
  countedUnits,
  UNIT_ACCUSATIVE,
  UNIT_GENITIVE,
  WEEKDAYS,
  WEEKDAYS_GENITIVE,
} from './words.ts';

/** Prints a recurring rule; of an unsaid reporting period only the day is said. */
export function formatRecurring({ frequency, at, during }: RuleOf<'recurring'>): string {
  const often = frequency.unit === 'report_period' ? '' : formatFrequency(frequency);
  const day = at ? formatAt(at, frequency.unit) : '';
  return [often, day, during ? formatDuring(during) : ''].filter(Boolean).join(', ');
}

/** A whole year is said as such: «ежеквартально, с 1 января по 31 декабря 2021» would name days of its own. */
function formatDuring(during: NonNullable<RuleOf<'recurring'>['during']>): string {
  const [only, second] = during.kind === 'date_range' ? during.spans : [];
  if (second || only?.type !== 'days' || only.from.year === null) return formatDated(during);
  const [{ from, to }, first, next] = [only, only.from.year, only.to?.year];
  if (isDay(from, 1, 1) && isDay(to, 31, 12) && next === first) return `в течение ${first} года`;
  if (isDay(from, 1, 1) && isDay(to, 31, 12) && next && next > first) return `${first}–${next} годы`;
  if (isDay(from, 1, 1) && to === null) return `с ${first} года`;
  if (isDay(from, 1, 9) && isDay(to, 31, 8) && next === first + 1)
    return `в течение ${first}/${next} учебного года`;
  return formatDated(during);
}
const isDay = (point: DayPoint | null, day: number, month: number): boolean =>
  point?.day === day && point.month === month;

const EVERY: Partial<Record<FrequencyUnit, string>> = {
  day: 'ежедневно',
  week: 'еженедельно',
  month: 'ежемесячно',
  quarter: 'ежеквартально',
};

function formatFrequency({ times, every, unit, atLeast }: Frequency): string {
  const simple = times === 1 && every === 1 && !atLeast ? EVERY[unit] : undefined;
  if (simple) return simple;
  const count = atLeast
    ? `не реже ${times} раз${times % 10 === 1 && times % 100 !== 11 ? 'а' : ''}`
    : countOf(times, ['раз', 'раза', 'раз']);
  return `${count} в ${every === 1 ? UNIT_ACCUSATIVE[unit] : countedUnits(every, unit)}`;
}

/** Which month of the unit, after the day; `plain` stands where nothing more need be said. */
function monthRef(
  of: Extract<RecurringAt, { type: 'day_of_month' }>['of'],
  unit: FrequencyUnit,
  plain: string,
): string {
  if (of === 'same') return plain;
  if (of === 'next') return ' месяца, следующего за отчётным';
  return ` ${of === 'first' ? 'первого' : 'последнего'} месяца ${UNIT_GENITIVE[unit]}`;
}

function formatAt(at: RecurringAt, unit: FrequencyUnit): string {
  switch (at.type) {
    case 'day_of_month':
      return formatDayOfMonth(at, unit);
    case 'working_day':
      return formatWorkingDay(at, unit);
    case 'weekday':
      return formatWeekday(at);
    case 'week':
      return at.weeks[0] === 'last' ? 'последняя неделя' : `${at.weeks.join(', ')} неделя`;
    case 'after_unit':
      return `в течение ${at.amount} ${at.unit === 'day' ? 'дней' : 'рабочих дней'} после отчётного периода`;
    case 'before_unit':
      return `за ${amountAccusative(at.amount)} до ${at.edge === 'start' ? 'начала' : 'окончания'} ${reportedUnit(unit)}`;
    case 'edge':
      return `${{ start: 'в начале', end: 'в конце', results: 'по итогам' }[at.edge]} ${UNIT_GENITIVE[unit]}`;
    case 'within':
      return formatDated(at.rule);
  }
}

const reportedUnit = (unit: FrequencyUnit): string =>
  unit === 'report_period' ? 'отчётного периода' : UNIT_GENITIVE[unit];

function formatDayOfMonth(
  { bound, days, from, of, andUntil }: Extract<RecurringAt, { type: 'day_of_month' }>,
  unit: FrequencyUnit,
): string {
  if (from !== undefined) {
    const to = days.map((each) => (each === 'last' ? 'последнее' : each)).join(', ');
    return `с ${from} по ${to} число${monthRef(of, unit, '')}`;
  }
  const until = andUntil ? ` и до ${formatDay(andUntil)}` : '';
  const isLast = days[0] === 'last';
  const day = isLast
    ? bound === 'on'
      ? 'последнее число'
      : 'последнего числа'
    : `${days.map((each) => (each === 'last' ? 'последнего' : each)).join(', ')} числа`;
  return BOUND_WORD[bound] + day + monthRef(of, unit, isLast ? ' месяца' : '') + until;
}

function formatWorkingDay(
  { bound, ordinal, of }: Extract<RecurringAt, { type: 'working_day' }>,
  unit: FrequencyUnit,
): string {
  const [adjective, noun] = bound === 'on' ? ['рабочий', 'день'] : ['рабочего', 'дня'];
  const number = ordinal === 'last' ? (bound === 'on' ? 'последний' : 'последнего') : ordinal;
  return `${BOUND_WORD[bound]}${number} ${adjective} ${noun}${monthRef(of, unit, ' месяца')}`;
}

function formatWeekday({ bound, weekdays, ordinals }: Extract<RecurringAt, { type: 'weekday' }>): string {
  const names = bound === 'on' ? WEEKDAYS : WEEKDAYS_GENITIVE;
  const days = weekdays.map((day) => names[day - 1]).join(', ');
  if (ordinals.length === 0) return BOUND_WORD[bound] + days;
  return `${ordinals[0] === 'last' ? 'последний' : ordinals.join(', ')} ${days} месяца`;
}
