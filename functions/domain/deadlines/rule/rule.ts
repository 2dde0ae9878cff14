import { z } from 'zod';
import {
  beforeMonth,
  byDate,
  dateRange,
  monthRange,
  months,
  quarter,
  within,
  year,
  type bound,
  type dayPoint,
  type monthPoint,
  type partOfMonth,
  type span,
  type yearWord,
} from './rule-dated.ts';
import { recurring, type frequency, type frequencyUnit, type recurringAt } from './rule-recurring.ts';
import { byExternalAct, onDemand, relative, type amount, type EXTERNAL_ACTS } from './rule-waiting.ts';

export { MOST_ITEMS } from './rule-dated.ts';
export { EXTERNAL_ACTS } from './rule-waiting.ts';

/**
 * How a deadline phrase was understood, before any period gives it dates.
 * `null` always means "not said in the phrase": a year is then taken from the period.
 */

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

const annual = z.object({ kind: z.literal('annual'), within: within.nullable() });

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
