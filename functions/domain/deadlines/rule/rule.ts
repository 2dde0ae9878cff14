import * as z from 'zod';
import {
  beforeMonthRule,
  byDateRule,
  dateRangeRule,
  monthRangeRule,
  monthsRule,
  quarterRule,
  datedRule,
  year,
  type bound,
  type dayPointSchema,
  type monthPointSchema,
  type partOfMonthSchema,
  type rangeSpanSchema,
  type yearWord,
} from './rule-dated.ts';
import {
  recurringRule,
  type frequencySchema,
  type frequencyUnit,
  type recurringAt,
} from './rule-recurring.ts';
import { byExternalActRule, onDemandRule, relativeRule, type ACT_KINDS } from './rule-waiting.ts';
import type { amount } from './amount.ts';

export { MOST_ITEMS } from './rule-dated.ts';
export { ACT_KINDS } from './rule-waiting.ts';

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

/** `years`: «ежегодно с 2023 года» (`to: null`), «ежегодно, 2021–2024». */
const annual = z.object({
  kind: z.literal('annual'),
  within: datedRule.nullable(),
  years: z.object({ from: z.int().min(1800).max(2099), to: year }).optional(),
});

/** `impossible`: a date in form that no calendar has («07.12-19.20»). `reason` is a Russian sentence. */
const unknown = z.object({ kind: z.literal('unknown'), reason: z.string().min(1), impossible: z.boolean() });

export const deadlineRuleSchema = z.discriminatedUnion('kind', [
  byDateRule,
  monthsRule,
  beforeMonthRule,
  monthRangeRule,
  quarterRule,
  dateRangeRule,
  yearRound,
  annual,
  recurringRule,
  relativeRule,
  byExternalActRule,
  onDemandRule,
  unknown,
]);

export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;
export type DeadlineKind = DeadlineRule['kind'];
export type RuleOf<K extends DeadlineKind> = Extract<DeadlineRule, { kind: K }>;
export type QuarterSystem = RuleOf<'quarter'>['system'];
export type DatedRule = z.infer<typeof datedRule>;
export type DayPoint = z.infer<typeof dayPointSchema>;
export type MonthPoint = z.infer<typeof monthPointSchema>;
export type Bound = z.infer<typeof bound>;
export type YearWord = z.infer<typeof yearWord>;
export type RangeSpan = z.infer<typeof rangeSpanSchema>;
export type PartOfMonth = z.infer<typeof partOfMonthSchema>;
export type Frequency = z.infer<typeof frequencySchema>;
export type FrequencyUnit = z.infer<typeof frequencyUnit>;
export type RecurringAt = z.infer<typeof recurringAt>;
export type Amount = z.infer<typeof amount>;
export type ActKind = (typeof ACT_KINDS)[number];

const DATED: ReadonlySet<string> = new Set(datedRule.options.map(({ shape }) => shape.kind.value));

/** Whether it names days, months or quarters once; other kinds recur, wait for something, or are not read. */
export function isDated(rule: DeadlineRule): rule is DatedRule {
  return DATED.has(rule.kind);
}
