import { addDays } from '../../dates.ts';
import type { DeadlineRule } from '../rule.ts';
import type { DeadlineReading } from '../types.ts';
import type { Outcome, Setting } from './outcome.ts';

/** Days at the head of a period: a «до» that ends there leaves no time, so its end may be meant. */
const HEAD_OF_PERIOD = 5;

/** Words that may take the deadline back, whatever stands beside them. */
const CANCELLED = /приостанов|аннулир|прекращ|утрат|исполнен|выполнен|бессрочн/iu;

/** `2020`, or the last two digits of `15.09.20`. */
const YEAR = /\d{4}|\d\.\d{1,2}\.\d{2}(?!\d)/u;

/** Russian sentences: what in the rule itself makes its dates uncertain (promise 7: never guess in silence). */
export function ruleDoubtsOf(
  reading: DeadlineReading,
  outcome: Outcome,
  setting: Setting,
): readonly string[] {
  const { phrase, rule, remarks } = reading;
  if (outcome.status !== 'dated') return [];
  const hasYear = YEAR.test(phrase);
  return [
    yearsDiffer(rule, phrase) && 'Год назван не у каждой даты: проверьте годы.',
    mixesDaysAndMonths(rule) && 'Рядом с днём назван целый месяц: возможно, имеется в виду тот же день.',
    isRareWeekday(rule) && 'День недели повторяется не каждую неделю или месяц: проверьте даты.',
    remarks.some((remark) => CANCELLED.test(remark)) && 'Рядом со сроком сказано, что он, возможно, снят.',
    !hasYear &&
      endsAtHead(rule, outcome, setting) &&
      'Срок приходится на самое начало периода: возможно, имеется в виду его конец.',
    !hasYear && liesOutside(outcome, setting) && 'Дата лежит вне периода: проверьте год.',
  ].filter((doubt) => doubt !== false);
}

function yearsDiffer(rule: DeadlineRule, phrase: string): boolean {
  const items = rule.kind === 'by_date' ? rule.dates : rule.kind === 'month' ? rule.months : [];
  if (items.length < 2) return false;
  const named = phrase.match(/\d{4}/gu)?.length ?? 0;
  return named > 0 && named < items.length && new Set(items.map(({ year }) => year)).size > 1;
}

function mixesDaysAndMonths(rule: DeadlineRule): boolean {
  if (rule.kind !== 'date_range') return false;
  const days = rule.spans.filter((span) => span.type === 'days');
  const whole = days.filter(
    ({ from, to }) => from.day === 1 && to?.day === 'last' && from.month === to.month,
  );
  return whole.length > 0 && whole.length < days.length;
}

function isRareWeekday(rule: DeadlineRule): boolean {
  if (rule.kind !== 'recurring' || rule.at?.type !== 'weekday') return false;
  const { unit, every } = rule.frequency;
  const isUsual = unit === 'week' || (unit === 'month' && rule.at.ordinals.length > 0);
  return !isUsual || every > 1;
}

function endsAtHead(rule: DeadlineRule, { options }: Outcome, { period }: Setting): boolean {
  const [only, second] = options[0]?.spans ?? [];
  if (rule.kind !== 'by_date' || rule.bound === 'on' || rule.yearWord !== 'none' || !only || second)
    return false;
  return only.end >= period.start && only.end <= addDays(period.start, HEAD_OF_PERIOD - 1);
}

function liesOutside({ options }: Outcome, { period }: Setting): boolean {
  return (options[0]?.spans ?? []).some(({ end }) => end < period.start || end > period.end);
}
