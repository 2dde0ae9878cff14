import { calendarDate } from '../dates/dates.ts';
import type { DatedRule, DeadlineRule, FrequencyUnit, MonthPoint, RangeSpan, RuleOf } from './rule/rule.ts';

/** The other rules that the same words can mean, whatever the period. The first reading is not among them. */
export function alternativesOf(rule: DeadlineRule, text: string): DeadlineRule[] {
  switch (rule.kind) {
    case 'year_round':
      return otherYears(rule, text);
    case 'by_date':
      return otherDates(rule, text);
    case 'month_range':
      return [...(text.includes(' до ') ? [untilBefore(rule)] : []), ...yearLater(rule, text)];
    case 'date_range':
      return [...otherHalves(rule), ...(isOfTrimester(rule) ? [byModules(rule)] : [])];
    case 'quarter':
      return rule.system === 'trimester' ? [{ ...rule, system: 'module' }] : [];
    case 'annual':
      return rule.within ? datedAlternatives(rule.within, text).map((within) => ({ ...rule, within })) : [];
    case 'recurring':
      return otherRecurring(rule, text);
    default:
      return [];
  }
}

/** «дек.26»: how a spreadsheet shows a month of 2026, or the 26th of December. */
export function dayOfSheetMonth(rule: DeadlineRule, phrase: string): DeadlineRule[] {
  const [, figures] = /^[а-яё]{3}[.-](\d\d)$/iu.exec(phrase.trim()) ?? [];
  const [only] = rule.kind === 'month' ? rule.months : [];
  if (figures === undefined || !only || !calendarDate(2021, only.month, Number(figures))) return [];
  const day = { day: Number(figures), month: only.month, year: null };
  return [{ kind: 'by_date', bound: 'on', dates: [day], yearWord: 'none' }];
}

/** «26.09.14»: where that year is not of the period, the figures may be a slip. */
const SHORT_YEAR = /(?<![\d.])\d{1,2}[./]\d{1,2}[./]\d{2}(?![\d.])/;

/** «10 января 21»: the year or a second day. «до 20 апреля и мая»: the same day of May, or the whole of May. */
function otherDates(rule: RuleOf<'by_date'>, text: string): DeadlineRule[] {
  const [first, ...others] = rule.dates;
  const [, lastNumber] = /[а-я] (\d\d)$/.exec(text) ?? [];
  if (!first) return [];
  if (SHORT_YEAR.test(text)) return [{ ...rule, dates: rule.dates.map((date) => ({ ...date, year: null })) }];
  if (lastNumber !== undefined && Number(lastNumber) <= 31 && others.length === 0) {
    const day = { ...first, year: null };
    return [{ ...rule, dates: [day, { ...day, day: Number(lastNumber) }] }];
  }
  const isSameDay =
    others.length === 1 && !text.includes('числ') && others.every(({ day }) => day === first.day);
  const days = text.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  if (!isSameDay || days.length !== 1) return [];
  return [{ ...rule, dates: [first, ...others.map((date) => ({ ...date, day: 'last' as const }))] }];
}

/** «сентябрь – июнь 2020»: the year is that of June, or of September. */
function yearLater(rule: RuleOf<'month_range'>, text: string): DeadlineRule[] {
  const turns = rule.ranges.every(
    ({ from, to }) => to && from.year !== null && from.month > to.month && to.year === from.year + 1,
  );
  if (!turns || text.match(/\d{4}/g)?.length !== 1) return [];
  const later = ({ month, year }: MonthPoint): MonthPoint => ({ month, year: year && year + 1 });
  return [
    { ...rule, ranges: rule.ranges.map(({ from, to }) => ({ from: later(from), to: to && later(to) })) },
  ];
}

const datedAlternatives = (rule: DatedRule, text: string): DatedRule[] =>
  alternativesOf(rule, text).filter((other): other is DatedRule => other.kind === rule.kind);

function otherYears(rule: RuleOf<'year_round'>, text: string): DeadlineRule[] {
  if (rule.from === null && rule.to !== null) {
    const open = /(?:^|[ ,])(?:до|к) \d/.test(text) && !text.includes('включ'); // «до 2024 года»: with or without 2024
    return open ? [{ ...rule, to: rule.to - 1 }] : [];
  }
  const isRun = /\d-\d/.test(text); // «2021-2022 годы» may be a school year, «2021, 2022 годы» are two
  if (isRun && rule.scope === 'calendar' && rule.from !== null && rule.to === rule.from + 1)
    return [{ ...rule, scope: 'school', to: rule.from }];
  if (rule.from !== null || rule.scope !== 'unsaid') return [];
  return [
    { ...rule, scope: 'calendar' },
    { ...rule, scope: 'school' },
  ];
}

/** «с сентября до мая»: May may be in or out. */
const untilBefore = (rule: RuleOf<'month_range'>): RuleOf<'month_range'> => ({
  ...rule,
  ranges: rule.ranges.map(({ from, to }) => ({ from, to: to && monthBefore(to) })),
});
const monthBefore = ({ month, year }: MonthPoint): MonthPoint => ({
  month: ((month + 10) % 12) + 1,
  year: year !== null && month === 1 ? year - 1 : year,
});

const isUnsaidHalf = (span: RangeSpan): span is Extract<RangeSpan, { type: 'half_year' | 'results' }> =>
  (span.type === 'half_year' || (span.type === 'results' && span.unit === 'half_year')) &&
  span.system === 'unsaid';

const isOfTrimester = ({ spans }: RuleOf<'date_range'>): boolean =>
  spans.some((span) => span.type === 'results' && span.unit === 'trimester');
const byModules = (rule: RuleOf<'date_range'>): RuleOf<'date_range'> => ({
  ...rule,
  spans: rule.spans.map((span) =>
    span.type === 'results' && span.unit === 'trimester' ? { ...span, unit: 'module' } : span,
  ),
});

function otherHalves(rule: RuleOf<'date_range'>): DeadlineRule[] {
  if (!rule.spans.some(isUnsaidHalf)) return [];
  return (['calendar', 'school'] as const).map((system) => ({
    ...rule,
    spans: rule.spans.map((span) => (isUnsaidHalf(span) ? { ...span, system } : span)),
  }));
}

function otherRecurring(rule: RuleOf<'recurring'>, text: string): DeadlineRule[] {
  const { at } = rule;
  if (at?.type === 'within' && at.rule.kind === 'by_date') return [];
  if (at?.type === 'within')
    return datedAlternatives(at.rule, text).map((other) => ({ ...rule, at: { ...at, rule: other } }));
  if (
    at?.type === 'weekday' &&
    at.ordinals.length > 0 &&
    /кажд[а-я]+ (?:2|3|втор|трет)/.test(text) &&
    !text.includes('месяц')
  )
    return [{ ...rule, frequency: { ...rule.frequency, every: 2, unit: 'week' }, at: null }]; // every other Tuesday
  if (rule.frequency.unit === 'trimester')
    return [{ ...rule, frequency: { ...rule.frequency, unit: 'module' } }];
  if (rule.frequency.unit !== 'report_period') return [];
  return (['month', 'quarter'] as const satisfies FrequencyUnit[]).map((unit) => ({
    ...rule,
    frequency: { ...rule.frequency, unit },
  }));
}
