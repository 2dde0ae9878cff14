import { addDays, calendarDate, formatDate, yearOf, type CalendarDate } from '../../dates.ts';
import type { DatedRule, DayPoint, MonthPoint, RangeSpan, RuleOf } from '../rule.ts';
import { anchor, dayOf, lastOfMonth, NoSuchDayError, type Anchored, type ClosedSpan } from './anchor.ts';
import { monthAndYear, formatWindow, ROMAN } from './names.ts';
import { dated, type Option, type Outcome, type Setting, type Span } from './outcome.ts';
import { partOfMonth } from './month-parts.ts';

/** Rules that name days, months or quarters by themselves. May throw `NoSuchDayError`. */
export function resolveDated(rule: DatedRule, setting: Setting): Outcome {
  const items = anchoredItems(rule, setting);
  const outside =
    items.some(({ anchored }) => anchored.outside) || items.every((item) => isOutside(item, setting));
  const choices = withPeriodYear(
    inOrder(optionsOf(items, setting, rule), items),
    outside ? rule : null,
    setting,
  );
  const warnings = outside ? [outsideWarning(setting)] : [];
  const ambiguous = choices.length > 1 || isVague(rule);
  return dated(choices, { ambiguous, warnings: [...warnings, ...vagueWarnings(rule)] });
}

const outsideWarning = ({ period }: Setting): string =>
  `Срок лежит вне периода ${formatWindow(period)}: проверьте год.`;

interface Item {
  readonly anchored: Anchored;
  readonly label: (span: ClosedSpan) => string;
  readonly open: 'start' | 'end' | null;
}

function isOutside({ anchored }: Item, { period }: Setting): boolean {
  return anchored.spans.every(({ start, end }) => end < period.start || start > period.end);
}

/** A date of another year may be a slip («26.09.14»): the same day of the period is offered beside it. */
function withPeriodYear(options: Option[], rule: DatedRule | null, setting: Setting): Option[] {
  if (rule?.kind !== 'by_date' || rule.dates.every(({ year }) => year === null)) return options;
  const unsaid: DatedRule = { ...rule, dates: rule.dates.map((date) => ({ ...date, year: null })) };
  try {
    return [...options, ...optionsOf(anchoredItems(unsaid, setting), setting, unsaid)];
  } catch (error) {
    if (error instanceof NoSuchDayError) return options; // 29 February of another year has no twin here
    throw error;
  }
}

/** In a list the order of writing tells the year: «август, январь» is the August before, «июнь, июль, август» the last. */
function inOrder(options: Option[], items: readonly Item[]): Option[] {
  if (items.length < 2 || options.length < 2) return options;
  const ordered = options.filter(({ spans }) =>
    spans.every(({ end }, index) => index === 0 || end > (spans[index - 1]?.end ?? end)),
  );
  const [only] = ordered;
  if (only && ordered.length === 1 && items[0]?.anchored.spans.length === 1) return [only];
  return [...ordered, ...options.filter((option) => !ordered.includes(option))];
}

function anchoredItems(rule: DatedRule, setting: Setting): Item[] {
  switch (rule.kind) {
    case 'by_date':
      return rule.dates.map((point) => byDateItem(point, rule, setting));
    case 'month':
      return rule.months.map((month) =>
        rangeItem({ day: 1, ...month }, { day: 'last', ...month }, setting, labelMonth),
      );
    case 'before_month':
      return [beforeMonthItem(rule, setting)];
    case 'month_range':
      return rule.ranges.map(({ from, to }) => monthRangeItem(from, to, setting));
    case 'quarter':
      return rule.ranges.map((range) => quarterItem(range, rule.system, setting));
    case 'date_range':
      return rule.spans.map((span) => spanItem(span, setting));
  }
}

const labelWindow = (span: ClosedSpan): string => formatWindow(span);
const labelMonth = ({ start }: ClosedSpan): string => monthAndYear(start);

function place(spanIn: (year: number) => ClosedSpan, year: number | null, setting: Setting): Anchored {
  return year === null ? anchor(spanIn, setting) : { spans: [spanIn(year)], outside: false };
}

function byDateItem(point: DayPoint, rule: RuleOf<'by_date'>, setting: Setting): Item {
  const until = rule.bound !== 'on';
  const early = rule.bound === 'until' && !setting.settings.beforeIsInclusive ? -1 : 0;
  const anchored = place((year) => oneDay(dayOf(point, year)), point.year, setting);
  const shifted = {
    ...anchored,
    spans: anchored.spans.map(({ end }) => oneDay(early ? addDays(end, early) : end)),
  };
  return {
    anchored: nextYear(shifted, rule, setting),
    label: ({ end }) => formatDate(end),
    open: until ? 'start' : null,
  };
}

const oneDay = (date: CalendarDate): ClosedSpan => ({ start: date, end: date });

/** «отчётного года», «года, следующего за отчётным», «следующего года»: the year that stands in the period, or the next. */
function nextYear(
  anchored: Anchored,
  { yearWord, dates }: RuleOf<'by_date'>,
  { periodKind }: Setting,
): Anchored {
  const [first] = anchored.spans;
  if (!first || yearWord === 'none' || yearWord === 'current' || dates.some(({ year }) => year !== null))
    return anchored;
  const later = oneDay(sameDayOf(first.end, yearOf(first.end) + 1));
  if (yearWord === 'next' && periodKind === 'calendar_year') return { spans: [later], outside: false };
  return { ...anchored, spans: [first, later] };
}

function sameDayOf(date: CalendarDate, year: number): CalendarDate {
  const [, month, day] = date.split('-').map(Number);
  return calendarDate(year, month ?? 1, day ?? 1) ?? lastOfMonth(year, month ?? 1);
}

function beforeMonthItem(
  { month: { month, year }, inclusive }: RuleOf<'before_month'>,
  setting: Setting,
): Item {
  const lastDay = (of: number): ClosedSpan =>
    oneDay(inclusive ? lastOfMonth(of, month) : addDays(dayOf({ day: 1, month, year: null }, of), -1));
  // «до сентября» names September, so that the August before the school year is not meant.
  const anchored = year === null ? anchor(lastDay, setting, false) : place(lastDay, year, setting);
  return { anchored, label: ({ end }) => `по ${formatDate(end)}`, open: 'start' };
}

function rangeItem(from: DayPoint, to: DayPoint | null, setting: Setting, label = labelWindow): Item {
  const spanIn = (year: number): ClosedSpan => {
    const start = dayOf(from, year);
    if (!to) return oneDay(start);
    const end = dayOf(to, to.year ?? year);
    return { start, end: end < start && to.year === null ? dayOf(to, year + 1) : end };
  };
  return { anchored: place(spanIn, from.year, setting), label, open: to ? null : 'end' };
}

function monthRangeItem(from: MonthPoint, to: MonthPoint | null, setting: Setting): Item {
  const label = (span: ClosedSpan): string =>
    to ? `${monthAndYear(span.start)} – ${monthAndYear(span.end)}` : `с ${formatDate(span.start)}`;
  return rangeItem({ day: 1, ...from }, to && { day: 'last', ...to }, setting, label);
}

/** Usual bounds of school quarters as [first month, last month]; the school's own schedule has the exact days. */
const SCHOOL_QUARTERS = [
  [9, 10],
  [11, 12],
  [1, 3],
  [4, 5],
] as const;

function quarterItem(
  { from, to, year }: { from: number; to: number; year: number | null },
  system: 'calendar' | 'school',
  setting: Setting,
): Item {
  const name = system === 'school' ? 'четверть' : 'квартал';
  const numbers = from === to ? ROMAN[from] : `${ROMAN[from]}–${ROMAN[to]}`;
  const [first, last] = system === 'school' ? schoolMonths(from, to) : [from * 3 - 2, to * 3];
  const firstYear = system === 'school' && year !== null && first < 9 ? year + 1 : year;
  return rangeItem(
    { day: 1, month: first, year: firstYear },
    { day: 'last', month: last, year: null },
    setting,
    ({ start }) => `${numbers} ${name} ${yearOf(start)}`,
  );
}

const schoolMonths = (from: number, to: number): [number, number] => [
  SCHOOL_QUARTERS[from - 1]?.[0] ?? 9,
  SCHOOL_QUARTERS[to - 1]?.[1] ?? 5,
];

function spanItem(span: RangeSpan, setting: Setting): Item {
  switch (span.type) {
    case 'days':
      return rangeItem(span.from, span.to, setting);
    case 'half_year':
      return halfYearItem(span, setting);
    case 'summer_holidays':
      return rangeItem(
        { day: 1, month: 6, year: span.year },
        { day: 'last', month: 8, year: span.year },
        setting,
      );
    case 'part_range':
      return partRangeItem(span, setting);
    case 'month_part':
      return {
        anchored: place((year) => partOfMonth(span.part, year, span.month), span.year, setting),
        label: labelWindow,
        open: null,
      };
  }
}

function partRangeItem({ from, to }: Extract<RangeSpan, { type: 'part_range' }>, setting: Setting): Item {
  const spanIn = (year: number): ClosedSpan => {
    const { start } = partOfMonth(from.part, year, from.month);
    const { end } = partOfMonth(to.part, to.year ?? (to.month < from.month ? year + 1 : year), to.month);
    return { start, end };
  };
  return { anchored: place(spanIn, from.year, setting), label: labelWindow, open: null };
}

/** A half-year is of the calendar (I–VI) or of the school (IX–XII, I–V); unsaid, the period decides the default. */
function halfYearItem(span: Extract<RangeSpan, { type: 'half_year' }>, setting: Setting): Item {
  const school =
    span.system === 'school' ||
    (span.system === 'unsaid' && setting.periodKind === 'school_year' && span.year === null);
  const [first, last] = school ? (span.half === 1 ? [9, 12] : [1, 5]) : span.half === 1 ? [1, 6] : [7, 12];
  const year = school && span.year !== null && span.half === 2 ? span.year + 1 : span.year;
  return rangeItem(
    { day: 1, month: first as number, year },
    { day: 'last', month: last as number, year },
    setting,
  );
}

// ---- options

/** The default takes the first place of every item; a second option the other place of those that have one. */
function optionsOf(items: readonly Item[], setting: Setting, rule: DatedRule): Option[] {
  const places = Math.max(...items.map(({ anchored }) => anchored.spans.length));
  const options: Option[] = [];
  for (let index = 0; index < places; index += 1) {
    const spans = items.map((item) =>
      asSpan(item, item.anchored.spans[index] ?? (item.anchored.spans[0] as ClosedSpan), setting),
    );
    const ordered = rule.kind === 'by_date' && rule.bound !== 'on' ? chained(spans) : spans;
    options.push({
      meaning: ordered.map(({ label }) => label).join('; '),
      spans: allYear(ordered, rule, setting),
    });
  }
  return options;
}

function asSpan({ open, label }: Item, span: ClosedSpan, { period }: Setting): Span {
  if (open === 'start')
    return { label: label(span), start: span.end < period.start ? null : period.start, end: span.end };
  if (open === 'end')
    return { label: label(span), start: span.start, end: span.start > period.end ? span.start : period.end };
  return { label: label(span), ...span };
}

/** «до 10 апреля, 10 июля»: the second window opens when the first has closed. */
function chained(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => (a.end < b.end ? -1 : 1));
  return ordered.map((span, index) => {
    const before = ordered[index - 1];
    return before && before.end < span.end ? { ...span, start: addDays(before.end, 1) } : span;
  });
}

function allYear(spans: Span[], rule: DatedRule, { period }: Setting): Span[] {
  return rule.kind === 'month' && rule.thenAllYear
    ? [...spans, { label: 'в течение года', ...period }]
    : spans;
}

// ---- what even a dated rule leaves open

const VAGUE_PARTS = new Set([
  'until_middle',
  'beginning',
  'middle',
  'end',
  'week_1',
  'week_2',
  'week_3',
  'week_4',
  'week_5',
  'last_week',
]);

function isVague(rule: DatedRule): boolean {
  if (rule.kind === 'quarter') return rule.system === 'school';
  if (rule.kind === 'month') return rule.thenAllYear;
  if (rule.kind !== 'date_range') return false;
  return rule.spans.some(
    (span) =>
      span.type === 'summer_holidays' ||
      span.type === 'part_range' ||
      (span.type === 'month_part' && VAGUE_PARTS.has(span.part)),
  );
}

function vagueWarnings(rule: DatedRule): string[] {
  if (rule.kind === 'quarter' && rule.system === 'school') {
    return ['Границы четверти взяты обычные: сверьте с календарным учебным графиком.'];
  }
  if (rule.kind !== 'date_range' || !isVague(rule)) return [];
  return rule.spans.some(({ type }) => type === 'summer_holidays')
    ? ['Каникулы взяты обычные (01.06–31.08): сверьте с календарным учебным графиком.']
    : ['Точные дни не названы: границы взяты по календарю, при необходимости назначьте дату.'];
}
