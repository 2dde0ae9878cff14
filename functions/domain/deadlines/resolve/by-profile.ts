import { calendarDate, yearOf } from '../../dates/dates.ts';
import { countOf, type NounForms } from '../../text/russian.ts';
import type { DeadlineRule } from '../rule/rule.ts';
import { NO_PROFILE, type TermProfile } from '../term-profile.ts';
import type { DeadlineReading } from '../types.ts';
import { dated, undated, type Outcome, type Setting } from './outcome.ts';

type Word = 'immediately' | 'urgently' | 'atOnce' | 'promptly';

/** The first that the phrase has decides. */
const WORDS: readonly (readonly [RegExp, Word])[] = [
  [/(?<![а-яё])(?:немедленно|безотлагательно|сразу)/iu, 'immediately'],
  [/(?<![а-яё])незамедлительно/iu, 'atOnce'],
  [/(?<![а-яё])срочно/iu, 'urgently'],
  [/(?<![а-яё])оперативно/iu, 'promptly'],
];

/** What the profile makes of a phrase that names no day: another rule, with a sentence that says so. */
export interface ByProfile {
  readonly rule: DeadlineRule;
  /** Russian; absent where the profile says nothing of it. */
  readonly note?: string;
}

export function ruleByProfile({ rule, phrase }: DeadlineReading, setting: Setting): ByProfile {
  const profile = setting.settings.profile ?? NO_PROFILE;
  if (rule.kind === 'recurring') return recurringByProfile(rule, profile);
  const word = WORDS.find(([pattern]) => pattern.test(phrase))?.[1];
  if (word === undefined || profile[word] === null || !isUnsaid(rule)) return { rule };
  const count = profile[word];
  const event = rule.kind === 'relative' && rule.anchor.type === 'event' ? rule.anchor.event : null;
  return {
    rule: {
      kind: 'relative',
      anchor: { type: 'event', direction: 'after', amount: { count, unit: 'working_day' }, event },
    },
    note: said(`«${phrase}» — ${countOf(count, WORKING_DAYS)}`),
  };
}

const WORKING_DAYS: NounForms = ['рабочий день', 'рабочих дня', 'рабочих дней'];

function said(what: string): string {
  return `По профилю сроков (лист «Настройки»): ${what}.`;
}

/** A term of days that says no number, or «оперативно». */
function isUnsaid(rule: DeadlineRule): boolean {
  if (isPromptly(rule)) return true;
  if (rule.kind !== 'relative' || rule.anchor.type !== 'event') return false;
  return rule.anchor.amount === null && rule.anchor.direction === 'after';
}

function isPromptly(rule: DeadlineRule): boolean {
  return rule.kind === 'on_demand' && /^оперативно$/iu.test(rule.detail.trim());
}

function recurringByProfile(
  rule: Extract<DeadlineRule, { kind: 'recurring' }>,
  { dayAfter }: TermProfile,
): ByProfile {
  const { frequency, at } = rule;
  const isPlain = at === null && frequency.times === 1 && frequency.every === 1;
  const isOfMonths = frequency.unit === 'month' || frequency.unit === 'quarter';
  if (dayAfter === null || !isPlain || !isOfMonths) return { rule };
  return {
    rule: {
      ...rule,
      at: { type: 'day_of_month', bound: 'until', days: [dayAfter], of: 'next', andUntil: null },
    },
    note: said(`день не назван — до ${dayAfter}-го числа следующего месяца`),
  };
}

/** What has an outcome of its own: «постоянно» by a day of next January; «оперативно» that nobody has explained asks. */
export function outcomeByProfile(rule: DeadlineRule, setting: Setting): Outcome | undefined {
  if (isPromptly(rule)) return undated('unknown', PROMPTLY_ASKS, true);
  const day = (setting.settings.profile ?? NO_PROFILE).dayOfJanuary;
  const isAlways = rule.kind === 'year_round' && rule.scope === 'always' && rule.to === null;
  if (!isAlways || day === null) return undefined;
  const { start, end } = setting.period;
  const date = calendarDate(yearOf(end) + 1, 1, day);
  if (!date) return undefined;
  return dated([{ meaning: 'постоянно', spans: [{ label: 'постоянно', start, end: date }] }], {
    note: said(`«постоянно» — до ${day} января следующего года`),
  });
}

const PROMPTLY_ASKS =
  'Сколько дней значит «оперативно», не сказано: задайте «Профиль сроков» или «Оперативно, рабочих дней» на листе ' +
  '«Настройки», либо назначьте дату.';
