import * as z from 'zod';

/** Rules that name their days, months or quarters by themselves. */

/** Lists in a rule: longer ones are another text pasted into the cell. */
export const MOST_ITEMS = 40;

export const year = z.int().min(1800).max(2099).nullable();
const month = z.int().min(1).max(12);
export const dayNumber = z.int().min(1).max(31);

/** A day of a month; `last` is «конец сентября», an object «последняя пятница октября». The day may not exist («31 сентября»): resolution refuses it. */
const weekdayOfMonth = z.object({
  weekday: z.int().min(1).max(7),
  ordinal: z.union([z.int().min(1).max(5), z.literal('last')]),
});
/** «первый рабочий день сентября». */
const workingDayOfMonth = z.object({ workingDay: z.union([z.int().min(1).max(23), z.literal('last')]) });
export const dayPointSchema = z.object({
  day: z.union([dayNumber, z.literal('last'), weekdayOfMonth, workingDayOfMonth]),
  month,
  year,
});
export const monthPointSchema = z.object({ month, year });

/**
 * `on`: that very day. `until`: «до», «к», inclusive or not by the setting. `not_later`: «не позднее»,
 * «по … включительно», always inclusive.
 */
export const bound = z.enum(['on', 'until', 'not_later']);

/** Which year a phrase means by words: «текущего года», «отчётного года», «года, следующего за отчётным». */
export const yearWord = z.enum(['none', 'current', 'next', 'report', 'after_report']);

export const byDateRule = z.object({
  kind: z.literal('by_date'),
  bound,
  dates: z.array(dayPointSchema).min(1).max(MOST_ITEMS),
  yearWord,
});

/** `thenAllYear`: «сентябрь, в течение года». */
export const monthsRule = z.object({
  kind: z.literal('month'),
  months: z.array(monthPointSchema).min(1).max(MOST_ITEMS),
  thenAllYear: z.boolean(),
});

/** «до сентября» ends with August; with `inclusive` («не позднее сентября») it ends with September. */
export const beforeMonthRule = z.object({
  kind: z.literal('before_month'),
  month: monthPointSchema,
  inclusive: z.boolean(),
});

/** `to: null` is «с сентября»: until the period ends. */
export const monthRangeRule = z.object({
  kind: z.literal('month_range'),
  ranges: z
    .array(z.object({ from: monthPointSchema, to: monthPointSchema.nullable() }))
    .min(1)
    .max(MOST_ITEMS),
});

/** Calendar quarters, school quarters (четверти), trimesters; `year` is the first year of the school year for all but the first. */
export const quarterRule = z.object({
  kind: z.literal('quarter'),
  system: z.enum(['calendar', 'school', 'trimester', 'module']),
  ranges: z
    .array(z.object({ from: z.int().min(1).max(4), to: z.int().min(1).max(4), year }))
    .min(1)
    .max(MOST_ITEMS),
});

export const partOfMonthSchema = z.enum([
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

const monthPart = z.object({ part: partOfMonthSchema, month, year });

export const rangeSpanSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('days'), from: dayPointSchema, to: dayPointSchema.nullable() }),
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
  /** «по итогам I полугодия»: the month after it; the calendar has its quarters, the school its own. */
  z.object({
    type: z.literal('results'),
    unit: z.enum(['quarter', 'school_quarter', 'trimester', 'module', 'half_year']),
    number: z.int().min(1).max(4),
    system: z.enum(['calendar', 'school', 'unsaid']),
    year,
  }),
]);

/** `to: null` is «с 15 сентября»: until the period ends. */
export const dateRangeRule = z.object({
  kind: z.literal('date_range'),
  spans: z.array(rangeSpanSchema).min(1).max(MOST_ITEMS),
});

/** The rules that name dates by themselves, of which annual and recurring ones are made. */
export const datedRule = z.discriminatedUnion('kind', [
  byDateRule,
  monthsRule,
  beforeMonthRule,
  monthRangeRule,
  quarterRule,
  dateRangeRule,
]);
