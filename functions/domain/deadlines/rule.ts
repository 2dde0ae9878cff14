import { z } from 'zod';

/**
 * How a deadline phrase was understood, before any period gives it dates.
 * `null` always means "not said in the phrase": a year is then taken from the period.
 */
/** Lists in a rule: longer ones are another text pasted into the cell. */
export const MOST_ITEMS = 40;

const year = z.int().min(1800).max(2099).nullable();
const month = z.int().min(1).max(12);
const dayNumber = z.int().min(1).max(31);

/** A day of a month; `last` is «конец сентября», an object «последняя пятница октября». The day may not exist («31 сентября»): resolution refuses it. */
const weekdayOfMonth = z.object({
  weekday: z.int().min(1).max(7),
  ordinal: z.union([z.int().min(1).max(5), z.literal('last')]),
});
const dayPoint = z.object({ day: z.union([dayNumber, z.literal('last'), weekdayOfMonth]), month, year });
const monthPoint = z.object({ month, year });

/**
 * `on`: that very day. `until`: «до», «к», inclusive or not by the setting. `not_later`: «не позднее»,
 * «по … включительно», always inclusive.
 */
const bound = z.enum(['on', 'until', 'not_later']);

/** Which year a phrase means by words: «текущего года», «отчётного года», «года, следующего за отчётным». */
const yearWord = z.enum(['none', 'current', 'next', 'report', 'after_report']);

const byDate = z.object({
  kind: z.literal('by_date'),
  bound,
  dates: z.array(dayPoint).min(1).max(MOST_ITEMS),
  yearWord,
});

/** `thenAllYear`: «сентябрь, в течение года». */
const months = z.object({
  kind: z.literal('month'),
  months: z.array(monthPoint).min(1).max(MOST_ITEMS),
  thenAllYear: z.boolean(),
});

/** «до сентября» ends with August; with `inclusive` («не позднее сентября») it ends with September. */
const beforeMonth = z.object({ kind: z.literal('before_month'), month: monthPoint, inclusive: z.boolean() });

/** `to: null` is «с сентября»: until the period ends. */
const monthRange = z.object({
  kind: z.literal('month_range'),
  ranges: z
    .array(z.object({ from: monthPoint, to: monthPoint.nullable() }))
    .min(1)
    .max(MOST_ITEMS),
});

/** Calendar quarters, or school quarters (четверти); `year` is the first year of the school year for the latter. */
const quarter = z.object({
  kind: z.literal('quarter'),
  system: z.enum(['calendar', 'school']),
  ranges: z
    .array(z.object({ from: z.int().min(1).max(4), to: z.int().min(1).max(4), year }))
    .min(1)
    .max(MOST_ITEMS),
});

const partOfMonth = z.enum([
  'until_middle',
  'first_half',
  'second_half',
  'beginning',
  'middle',
  'end',
  'decade_1',
  'decade_2',
  'decade_3',
  'week_1',
  'week_2',
  'week_3',
  'week_4',
  'week_5',
  'last_week',
]);

const monthPart = z.object({ part: partOfMonth, month, year });

const span = z.discriminatedUnion('type', [
  z.object({ type: z.literal('days'), from: dayPoint, to: dayPoint.nullable() }),
  z.object({
    type: z.literal('half_year'),
    half: z.int().min(1).max(2),
    system: z.enum(['calendar', 'school', 'unsaid']),
    year,
  }),
  monthPart.extend({ type: z.literal('month_part') }),
  /** `to: null` is «с середины октября». */
  z.object({ type: z.literal('part_range'), from: monthPart, to: monthPart.nullable() }),
  z.object({ type: z.literal('summer_holidays'), year }),
]);

/** `to: null` is «с 15 сентября»: until the period ends. */
const dateRange = z.object({ kind: z.literal('date_range'), spans: z.array(span).min(1).max(MOST_ITEMS) });

/**
 * `unsaid`: plain «в течение года». `always`: «постоянно». `document`: while the programme or plan runs.
 * `from`–`to` are explicit years (for `school` the first years of the school years); `to` alone is «по 2024 год».
 */
const yearRound = z.object({
  kind: z.literal('year_round'),
  scope: z.enum(['unsaid', 'calendar', 'school', 'financial', 'always', 'document']),
  from: year,
  to: year,
});

/** The rules that name dates by themselves, of which annual and recurring ones are made. */
const within = z.discriminatedUnion('kind', [byDate, months, beforeMonth, monthRange, quarter, dateRange]);

const annual = z.object({ kind: z.literal('annual'), within: within.nullable() });

const frequencyUnit = z.enum([
  'day',
  'week',
  'month',
  'quarter',
  'school_quarter',
  'half_year',
  'year',
  'report_period',
]);
/** `times` in every `every` units: «3 раза в год» is 3, 1, year; «каждые 3 месяца» is 1, 3, month. */
const frequency = z.object({
  times: z.int().min(1).max(999),
  every: z.int().min(1).max(999),
  unit: frequencyUnit,
  atLeast: z.boolean(),
});

const recurringAt = z.discriminatedUnion('type', [
  /**
   * `of: next`: the month after the reported unit; `first`, `last`: that month of the unit; `same`: each month (or
   * the unsaid month of a longer unit).
   */
  z.object({
    type: z.literal('day_of_month'),
    bound,
    days: z
      .array(z.union([dayNumber, z.literal('last')]))
      .min(1)
      .max(MOST_ITEMS),
    of: z.enum(['same', 'next', 'first', 'last']),
    andUntil: dayPoint.nullable(),
  }),
  /** The n-th (or last) working day of the month, `of` as above. */
  z.object({
    type: z.literal('working_day'),
    bound,
    ordinal: z.union([z.int().min(1).max(23), z.literal('last')]),
    of: z.enum(['same', 'next', 'first', 'last']),
  }),
  /** `ordinal: null`: every such weekday; else the n-th or last of the month. */
  z.object({
    type: z.literal('weekday'),
    bound,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(MOST_ITEMS),
    ordinals: z.array(z.union([z.int().min(1).max(5), z.literal('last')])).max(MOST_ITEMS),
  }),
  /** «ежемесячно, 2-я неделя». */
  z.object({
    type: z.literal('week'),
    weeks: z
      .array(z.union([z.int().min(1).max(5), z.literal('last')]))
      .min(1)
      .max(MOST_ITEMS),
  }),
  /** «в течение 10 дней после окончания квартала». */
  z.object({
    type: z.literal('after_unit'),
    amount: z.int().min(1).max(999),
    unit: z.enum(['day', 'working_day']),
  }),
  z.object({ type: z.literal('edge'), edge: z.enum(['start', 'end', 'results']) }),
  z.object({ type: z.literal('within'), rule: within }),
]);
const recurring = z.object({ kind: z.literal('recurring'), frequency, at: recurringAt.nullable() });

const amount = z.object({
  count: z.int().min(1).max(999),
  unit: z.enum(['hour', 'day', 'working_day', 'week', 'month', 'quarter', 'half_year', 'year']),
});

const relative = z.object({
  kind: z.literal('relative'),
  anchor: z.discriminatedUnion('type', [
    /** `event` is the phrase's own text in the genitive («получения письма»), null where none is named. */
    z.object({
      type: z.literal('event'),
      direction: z.enum(['after', 'before', 'at']),
      amount: amount.nullable(),
      event: z.string().min(1).max(1000).nullable(),
    }),
    /** A span of the unsaid month, week… in which the row of the plan stands: «в течение месяца», «вторая неделя». */
    z.object({
      type: z.literal('context'),
      span: z.enum(['day', 'week', 'month', 'quarter', 'school_quarter', 'half_year']),
      weeks: z.array(z.int().min(1).max(5)).max(MOST_ITEMS),
      edge: z.enum(['start', 'middle', 'end', 'until_end']).nullable(),
    }),
    z.object({
      type: z.literal('year_edge'),
      of: z.enum(['unsaid', 'calendar', 'school']),
      edge: z.enum(['start', 'middle', 'end', 'until_start', 'until_end']),
      year,
    }),
  ]),
});

export const EXTERNAL_ACTS = [
  'письмо',
  'приказ',
  'план',
  'график',
  'положение',
  'распоряжение',
  'расписание',
  'регламент',
  'порядок',
  'поручение',
  'указание',
  'инструкция',
  'постановление',
  'календарь',
  'циклограмма',
  'дорожная карта',
  'программа',
  'соглашение',
  'договор',
  'решение',
  'протокол',
  'закон',
  'требование',
  'рекомендация',
  'уведомление',
  'документ',
  'срок',
  'информация',
  'указ',
  'контракт',
] as const;

/**
 * The date stands in another document. `act` is its kind; `detail` what the phrase says of it further (issuer,
 * subject). `basis: established` is «в установленные сроки», `event_period` «в период олимпиады».
 */
const byExternalAct = z.object({
  kind: z.literal('by_external_act'),
  basis: z.enum(['act', 'established', 'event_period']),
  act: z.enum(EXTERNAL_ACTS).nullable(),
  detail: z.string().max(1000),
});

const onDemand = z.object({ kind: z.literal('on_demand'), detail: z.string().min(1).max(1000) });

/** `impossible`: a date in form that no calendar has («07.12-19.20»). `reason` is a Russian sentence. */
const unknown = z.object({ kind: z.literal('unknown'), reason: z.string().min(1), impossible: z.boolean() });

export const deadlineRuleSchema = z.discriminatedUnion('kind', [
  byDate,
  months,
  beforeMonth,
  monthRange,
  quarter,
  dateRange,
  yearRound,
  annual,
  recurring,
  relative,
  byExternalAct,
  onDemand,
  unknown,
]);

export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;
export type DeadlineKind = DeadlineRule['kind'];
export type RuleOf<K extends DeadlineKind> = Extract<DeadlineRule, { kind: K }>;
export type DatedRule = z.infer<typeof within>;
export type DayPoint = z.infer<typeof dayPoint>;
export type MonthPoint = z.infer<typeof monthPoint>;
export type Bound = z.infer<typeof bound>;
export type YearWord = z.infer<typeof yearWord>;
export type RangeSpan = z.infer<typeof span>;
export type PartOfMonth = z.infer<typeof partOfMonth>;
export type Frequency = z.infer<typeof frequency>;
export type FrequencyUnit = z.infer<typeof frequencyUnit>;
export type RecurringAt = z.infer<typeof recurringAt>;
export type Amount = z.infer<typeof amount>;
export type ExternalAct = (typeof EXTERNAL_ACTS)[number];
