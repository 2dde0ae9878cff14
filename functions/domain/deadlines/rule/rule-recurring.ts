import * as z from 'zod';
import { amount } from './amount.ts';
import {
  bound,
  dateRangeRule,
  dayNumber,
  dayPointSchema,
  monthRangeRule,
  MOST_ITEMS,
  datedRule,
} from './rule-dated.ts';

export const frequencyUnit = z.enum([
  'day',
  'week',
  'month',
  'quarter',
  'school_quarter',
  /** A third of a school year, by months or by modules. */
  'trimester',
  'module',
  'half_year',
  'year',
  'report_period',
]);
/** `times` in every `every` units: «3 раза в год» is 3, 1, year; «каждые 3 месяца» is 1, 3, month. */
export const frequencySchema = z.object({
  times: z.int().min(1).max(999),
  every: z.int().min(1).max(999),
  unit: frequencyUnit,
  atLeast: z.boolean(),
});

export const recurringAt = z.discriminatedUnion('type', [
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
    /** «15-20 числа»: the first day of the window that the one day in `days` closes. */
    from: dayNumber.optional(),
    of: z.enum(['same', 'next', 'first', 'last']),
    andUntil: dayPointSchema.nullable(),
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
  /** «за 10 дней до окончания квартала». */
  z.object({ type: z.literal('before_unit'), amount, edge: z.enum(['start', 'end']) }),
  z.object({ type: z.literal('edge'), edge: z.enum(['start', 'end', 'results']) }),
  z.object({ type: z.literal('within'), rule: datedRule }),
]);
export const recurringRule = z.object({
  kind: z.literal('recurring'),
  frequency: frequencySchema,
  at: recurringAt.nullable(),
  /** «ежемесячно до 5 числа, с октября по май»: control dates outside it do not count. */
  during: z.union([monthRangeRule, dateRangeRule]).optional(),
});
