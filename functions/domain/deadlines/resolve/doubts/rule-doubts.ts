import { addDays, formatDate } from '../../../dates/dates.ts';
import { listNames } from '../../../text/russian.ts';
import type { DeadlineRule, RangeSpan, RuleOf } from '../../rule/rule.ts';
import type { DeadlineReading } from '../../types.ts';
import { formatWindow } from '../names.ts';
import type { Outcome, Setting, Span } from '../outcome.ts';
import { remarkDoubts } from './remark-doubts.ts';
import { seasonSpans } from '../recurring/season.ts';

/** Days at the head of a period: a «до» that ends there leaves no time, so its end may be meant. */
const HEAD_OF_PERIOD = 5;

/** «в течение 10 дней с 1 октября». */
const FROM_DAY = /(?:дн|день|сут|недел|месяц|год|лет|квартал)[а-яё.]*\s+(?:с|от)\s+\d/iu;
/** «за 9 месяцев до 10 октября»: nine months before it, or the report on them. */
const REPORT_MONTHS = /^\s*за\s+(?:3|6|9|12|три|шесть|девять|двенадцать)\s+мес[а-яё.]*[\s–—-]+до\s/iu;
/** «1. октябрь»: an item's number and a month, or the first of October. */
const NUMBERED_MONTH =
  /^\s*\d{1,2}[.)]\s*(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)(?![а-яё])/iu;
/** «уч. г.», «учебного года», «2020/21 уч.г.». */
const SCHOOL_YEAR = /(?<![а-яё])уч(?:\.|[а-яё]*\.?\s*г|ебн)/iu;
/** «до 1 октября или немедленно при необходимости» is no choice of dates. */
const OR =
  /\sили\s(?!(?:весьма\s)?(?:срочно|немедленно|незамедлительно|сразу)|по мере|при необход|по необход|по запрос)/iu;
/** `2020`, or the last two digits of `15.09.20` and of `10.21–12.21`. */
const YEAR = /\d{4}|\d\.\d{1,2}\.\d{2}(?!\d)|\d[./](?:1[3-9]|[2-9]\d)\s?[-–—]/u;

/** Russian sentences: what in the rule itself makes its dates uncertain (promise 7: never guess in silence). */
export function ruleDoubtsOf(
  reading: DeadlineReading,
  outcome: Outcome,
  setting: Setting,
): readonly string[] {
  const { phrase, rule } = reading;
  if (outcome.status !== 'dated') return [];
  const hasYear = YEAR.test(phrase);
  return [
    yearsDiffer(rule, phrase) &&
      `Год назван не у каждой даты: проверьте годы (${listDates(spansOf(outcome))}).`,
    rule.kind === 'relative' &&
      FROM_DAY.test(phrase) &&
      'Не ясно, входит ли в срок день, от которого он отсчитан: проверьте дату.',
    rule.kind === 'relative' &&
      REPORT_MONTHS.test(phrase) &&
      'Не ясно, отсчитаны ли месяцы назад от даты или это отчётный период, а срок — сама дата: проверьте.',
    rule.kind === 'by_date' &&
      NUMBERED_MONTH.test(phrase) &&
      'Не ясно, число это или номер пункта перед названием месяца: проверьте дату.',
    rule.kind === 'quarter' &&
      rule.system === 'calendar' &&
      SCHOOL_YEAR.test(phrase) &&
      'Кварталы — календарные, а год назван учебный: проверьте даты.',
    rule.kind === 'recurring' &&
      isCutByPeriod(rule, setting) &&
      'Названный год лежит в периоде не целиком: учтена только та часть, что в него входит.',
    rule.kind === 'recurring' &&
      !rule.during &&
      SCHOOL_YEAR.test(phrase) &&
      setting.periodKind !== 'school_year' &&
      'Назван учебный год, а период другой: проверьте, какие сроки сюда относятся.',
    mixesDaysAndMonths(rule) && 'Рядом с днём назван целый месяц: возможно, имеется в виду тот же день.',
    isRareWeekday(rule) && 'День недели повторяется не каждую неделю или месяц: проверьте даты.',
    isOpenEnded(rule) &&
      'Конец срока не назван: контроль поставлен на конец периода, при необходимости назначьте дату.',
    OR.test(phrase) &&
      'Сроки названы на выбор («или»): контроль поставлен на каждый, при необходимости назначьте дату.',
    !hasYear &&
      endsAtHead(rule, outcome, setting) &&
      'Срок приходится на самое начало периода: возможно, имеется в виду его конец.',
    (!hasYear || (isPartlyOutside(outcome, setting) && !isYearMeant(outcome, setting, reading))) &&
      outsideDoubt(outcome, setting, rule.kind === 'year_round' && rule.scope === 'always'),
    ...remarkDoubts(reading),
  ].filter((doubt) => doubt !== false);
}

const spansOf = ({ options }: Outcome): readonly Span[] => options[0]?.spans ?? [];
const listDates = (spans: readonly Span[]): string =>
  listNames([...new Set(spans.map(({ end }) => formatDate(end)))]);

/** «с сентября», «не ранее 1 марта». */
function isOpenEnded(rule: DeadlineRule): boolean {
  const within = rule.kind === 'annual' ? rule.within : rule;
  if (within?.kind === 'month_range') return within.ranges.some(({ to }) => to === null);
  return within?.kind === 'date_range' && within.spans.some((span) => 'to' in span && span.to === null);
}

/** «ежеквартально в течение 2021 года» in a school year: only half of its quarters are here. */
function isCutByPeriod({ during }: RuleOf<'recurring'>, setting: Setting): boolean {
  if (during?.kind !== 'date_range' || !during.spans.every((span) => span.type === 'days' && span.from.year))
    return false;
  const { start: first, end: last } = setting.period;
  return seasonSpans(during, setting).some(({ start, end }) => {
    const isCut = (start ?? end) < first || end > last;
    return isCut && !((start ?? end) <= first && end >= last) && end >= first && (start ?? end) <= last;
  });
}

function yearsDiffer(rule: DeadlineRule, phrase: string): boolean {
  const items = rule.kind === 'by_date' ? rule.dates : rule.kind === 'month' ? rule.months : [];
  if (items.length < 2) return false;
  const named = phrase.match(/\d{4}/gu)?.length ?? 0;
  const years = new Set(items.map(({ year }) => year));
  // «сентябрь 2021, январь, май 2022»: every year is in the phrase, so that none was reckoned back
  const isSaid = [...years].every((year) => year !== null && phrase.includes(String(year)));
  return named > 0 && named < items.length && years.size > 1 && !isSaid;
}

function mixesDaysAndMonths(rule: DeadlineRule): boolean {
  if (rule.kind !== 'date_range') return false;
  const days = rule.spans.filter((span) => span.type === 'days');
  return (
    days.some(isWholeMonth) && days.some((span) => span.from.month === span.to?.month && !isWholeMonth(span))
  );
}

const isWholeMonth = ({ from, to }: Extract<RangeSpan, { type: 'days' }>): boolean =>
  from.day === 1 && to?.day === 'last' && from.month === to.month;

function isRareWeekday(rule: DeadlineRule): boolean {
  if (rule.kind !== 'recurring' || rule.at?.type !== 'weekday') return false;
  const { unit, every } = rule.frequency;
  const isUsual = unit === 'week' || (unit === 'month' && rule.at.ordinals.length > 0);
  return !isUsual || every > 1;
}

function endsAtHead(rule: DeadlineRule, { options }: Outcome, { period }: Setting): boolean {
  const [only, second] = options[0]?.spans ?? [];
  const dates = rule.kind === 'annual' ? rule.within : rule;
  if (dates?.kind !== 'by_date' || dates.bound === 'on' || dates.yearWord !== 'none' || !only || second)
    return false;
  return only.end >= period.start && only.end <= addDays(period.start, HEAD_OF_PERIOD - 1);
}

function pointsOf(rule: DeadlineRule): readonly { readonly year: number | null }[] {
  switch (rule.kind) {
    case 'month':
      return rule.months;
    case 'by_date':
      return rule.dates;
    case 'month_range':
      return rule.ranges.map(({ from, to }) => ({ year: to ? to.year : from.year }));
    default:
      return rule.kind === 'quarter' ? rule.ranges : [];
  }
}

/** «сентябрь 2021, 2022, 2023»: each date has its year, as it is written. */
function isEachYearNamed(rule: DeadlineRule, phrase: string): boolean {
  const points = pointsOf(rule);
  if (points.length < 2 || points.some(({ year }) => year === null)) return false;
  const years = new Set(points.map(({ year }) => String(year)));
  if (years.size > 1 && [...years].every((year) => phrase.includes(year))) return true;
  return phrase.match(/\d{4}/gu)?.length === points.length || /\d{4}\s*[-–—]\s*\d{4}/u.test(phrase);
}

/** A day of a year that is over, beside others of this one, may be a slip of the pen. */
function isYearMeant(outcome: Outcome, setting: Setting, { rule, phrase }: DeadlineReading): boolean {
  if (!isEachYearNamed(rule, phrase)) return false;
  return (
    rule.kind !== 'by_date' || spansOutside(outcome, setting).every(({ end }) => end > setting.period.end)
  );
}

const spansOutside = (outcome: Outcome, { period }: Setting): readonly Span[] =>
  spansOf(outcome).filter(({ end }) => end < period.start || end > period.end);

/** Where all dates lie outside, the rule's own warning says so. */
const isPartlyOutside = (outcome: Outcome, setting: Setting): boolean =>
  spansOutside(outcome, setting).length < spansOf(outcome).length;

function outsideDoubt(outcome: Outcome, setting: Setting, isAlways: boolean): string | false {
  const { period } = setting;
  const outside = spansOutside(outcome, setting);
  // What the profile says of «постоянно» is a day after the period by its own rule.
  if (outside.length === 0 || isAlways) return false;
  const lie = outside.length > 1 ? 'лежат даты' : 'лежит дата';
  return `Вне периода ${formatWindow(period)} ${lie} ${listDates(outside)}: проверьте год.`;
}
