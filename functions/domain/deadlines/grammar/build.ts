import type {
  Amount,
  Bound,
  DatedRule,
  DayPoint,
  DeadlineRule,
  ExternalAct,
  Frequency,
  FrequencyUnit,
  MonthPoint,
  PartOfMonth,
  RangeSpan,
  RecurringAt,
  RuleOf,
  YearWord,
} from '../rule.ts';

/** What the grammar's actions call: small builders of rules and of the items that lists are made of. */

type Month = { type: 'month' } & MonthPoint;
type Quarter = {
  type: 'quarter';
  system: 'calendar' | 'school';
  from: number;
  to: number;
  year: number | null;
};
type Item =
  | ({ type: 'day' } & DayPoint)
  | Month
  | { type: 'months'; from: MonthPoint; to: MonthPoint | null }
  | Quarter
  | RangeSpan;
type DayItem = Extract<Item, { type: 'day' }>;

export const MONTH_STEM =
  /январ|феврал|март|апрел|(?:^|[^а-я])ма[йяюе](?:[^а-я]|$)|июн|июл|август|сентябр|октябр|ноябр|декабр/;

export const trimmed = (text: string): string => text.replace(/^[ ,;:.-]+|[ ,;:.-]+$/g, '');
export const namesDate = (text: string): boolean => MONTH_STEM.test(text);
/** Month and day of a date in figures; the day may still be too late for its month, which resolution refuses. */
export const isMonthDay = (day: string, month: string): boolean => isDay(day) && Number(month) >= 1 && Number(month) <= 12;
export const areQuarters = (numbers: readonly number[]): boolean => numbers.every((n) => n >= 1 && n <= 4);
export const inDays = ({ unit }: Amount): boolean => unit === 'day' || unit === 'working_day';
export const isDay = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31;
export const followingYear = (from: string, to: string): boolean =>
  (Number(from) + 1) % (to.length === 2 ? 100 : 10_000) === Number(to);
/** Runs [first, last] spelt out: [[1, 3], [5, 5]] is 1, 2, 3, 5. */
export const numbersOf = (runs: readonly (readonly [number, number])[]): number[] =>
  runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step));

// ---- items

export const day = (day: number, month: number, year: number | null): DayItem => ({
  type: 'day',
  day,
  month,
  year,
});
export const month = (month: number, year: number | null): Month => ({ type: 'month', month, year });

export function shareMonth(days: readonly number[], last: DayItem): DayItem[] {
  return [...days.map((day) => ({ ...last, day })), last];
}
export const sameMonth = (day: number, like: DayItem): DayItem => ({ ...like, day });

/** «сентябрь – май 2021»: the year said once, at the end, holds for the start, or for the year before it. */
function yearBack(
  from: { month: number; year: number | null },
  to: { month: number; year: number | null },
): number | null {
  if (from.year !== null || to.year === null) return from.year;
  return from.month > to.month ? to.year - 1 : to.year;
}

const point = ({ day, month, year }: DayItem): DayPoint => ({ day, month, year });
const monthPoint = ({ month, year }: MonthPoint): MonthPoint => ({ month, year });

export function days(from: DayItem, to: DayItem | null): RangeSpan {
  if (!to) return { type: 'days', from: point(from), to: null };
  return { type: 'days', from: { ...point(from), year: yearBack(from, to) }, to: point(to) };
}
export function monthRange(from: Month, to: Month | null): Item {
  if (!to) return { type: 'months', from: monthPoint(from), to: null };
  return { type: 'months', from: { month: from.month, year: yearBack(from, to) }, to: monthPoint(to) };
}
export const monthPart = (part: PartOfMonth, { month, year }: Month): Item => ({
  type: 'month_part',
  part,
  month,
  year,
});
export const summerHolidays = (year: number | null): Item => ({ type: 'summer_holidays', year });

export function halfYear(
  half: number,
  of: { system: 'calendar' | 'school' | 'unsaid'; year: number | null } | null,
): Item {
  return { type: 'half_year', half, system: of?.system ?? 'unsaid', year: of?.year ?? null };
}

export function quarter(
  [from, to]: readonly [number, number],
  system: Quarter['system'],
  year: number | null,
): Quarter {
  return { type: 'quarter', system, from, to, year };
}
type MonthPart = Extract<RangeSpan, { type: 'month_part' }>;
/** «конец ноября – начало декабря»: both parts whole, and what lies between them. */
export function partRange(from: MonthPart, to: MonthPart): Item {
  const start = { part: from.part, month: from.month, year: yearBack(from, to) };
  return { type: 'part_range', from: start, to: { part: to.part, month: to.month, year: to.year } };
}

export const quarterRange = (from: Quarter, to: Quarter): Quarter => ({ ...to, from: from.from });

export const hasEnd = (item: Month | Quarter): boolean => item.type === 'month' || item.system === 'calendar';
/** The last day of a month or calendar quarter. */
export function endOf(item: Month | Quarter): DayItem {
  const month = item.type === 'month' ? item.month : item.to * 3;
  return { type: 'day', day: 'last', month, year: item.year };
}

// ---- rules out of items

function isAll<T extends Item['type']>(
  items: readonly Item[],
  ...types: T[]
): items is Extract<Item, { type: T }>[] {
  return items.every(({ type }) => (types as string[]).includes(type));
}

/** «октябрь, февраль 2021»: an item without a year takes the year of the next item that says one. */
function spreadYears(items: readonly Item[]): Item[] {
  const spread = [...items];
  for (let index = spread.length - 2; index >= 0; index -= 1) {
    const [item, next] = [spread[index], spread[index + 1]];
    if (!item || !next || !('month' in item) || !('month' in next) || item.type === 'month_part') continue;
    spread[index] = { ...item, year: yearBack(item, next) };
  }
  return spread;
}

export function fromItems(list: readonly Item[]): DatedRule {
  const items = spreadYears(list);
  if (isAll(items, 'day')) return { kind: 'by_date', bound: 'on', dates: items.map(point), yearWord: 'none' };
  if (isAll(items, 'month')) return { kind: 'month', months: items.map(monthPoint), thenAllYear: false };
  if (isAll(items, 'month', 'months')) return { kind: 'month_range', ranges: items.map(asMonthRange) };
  const [first] = items;
  if (
    isAll(items, 'quarter') &&
    first?.type === 'quarter' &&
    items.every(({ system }) => system === first.system)
  ) {
    return {
      kind: 'quarter',
      system: first.system,
      ranges: items.map(({ from, to, year }) => ({ from, to, year })),
    };
  }
  return { kind: 'date_range', spans: items.map(asSpan) };
}

function asMonthRange(item: Extract<Item, { type: 'month' | 'months' }>): {
  from: MonthPoint;
  to: MonthPoint | null;
} {
  return item.type === 'months'
    ? { from: item.from, to: item.to }
    : { from: monthPoint(item), to: monthPoint(item) };
}

function asSpan(item: Item): RangeSpan {
  switch (item.type) {
    case 'day':
      return { type: 'days', from: point(item), to: point(item) };
    case 'month':
      return {
        type: 'days',
        from: { day: 1, ...monthPoint(item) },
        to: { day: 'last', ...monthPoint(item) },
      };
    case 'months':
      return { type: 'days', from: { day: 1, ...item.from }, to: item.to && { day: 'last', ...item.to } };
    case 'quarter':
      return quarterAsDays(item);
    default:
      return item;
  }
}

function quarterAsDays({ from, to, year }: Quarter): RangeSpan {
  const first: DayPoint = { day: 1, month: from * 3 - 2, year };
  return { type: 'days', from: first, to: { day: 'last', month: to * 3, year } };
}

export function byDate(days: readonly DayItem[], bound: Bound, yearWord: YearWord | null): RuleOf<'by_date'> {
  const items = spreadYears(days) as DayItem[];
  return { kind: 'by_date', bound, dates: items.map(point), yearWord: yearWord ?? 'none' };
}
export function withYearPhrase(rule: DatedRule, yearWord: YearWord | null): DatedRule {
  return yearWord && rule.kind === 'by_date' ? { ...rule, yearWord } : rule;
}
export const beforeMonth = (month: Month, inclusive: boolean): DatedRule => ({
  kind: 'before_month',
  month: monthPoint(month),
  inclusive,
});
export const thenAllYear = (rule: DatedRule): DatedRule =>
  rule.kind === 'month' ? { ...rule, thenAllYear: true } : rule;

export function yearRound(
  scope: RuleOf<'year_round'>['scope'],
  from: number | null = null,
  to: number | null = null,
): DeadlineRule {
  return { kind: 'year_round', scope, from, to };
}
export const annual = (within: DatedRule | null): DeadlineRule => ({ kind: 'annual', within });

// ---- recurring

type Unsaid = FrequencyUnit | 'unsaid';
type AtDraft = RecurringAt & { unit?: Unsaid; said?: boolean };

export const everyUnit = (unit: FrequencyUnit): Frequency => ({ times: 1, every: 1, unit, atLeast: false });
export const frequency = (
  times: number,
  per: { every: number; unit: FrequencyUnit },
  atLeast: boolean,
): Frequency => ({
  times,
  every: per.every,
  unit: per.unit,
  atLeast,
});

export function dayOfMonth(
  bound: Bound | null,
  days: (number | 'last')[],
  of: { of: 'same' | 'next'; unit: Unsaid } | null,
  until: DayItem | null,
): AtDraft {
  const andUntil = until ? point(until) : null;
  return {
    type: 'day_of_month',
    bound: bound ?? 'on',
    days,
    of: of?.of ?? 'same',
    andUntil,
    unit: of?.unit ?? 'unsaid',
  };
}
export function workingDay(
  bound: Bound | null,
  ordinal: number | 'last',
  of: { of: 'same' | 'next'; unit: Unsaid } | null,
): AtDraft {
  return {
    type: 'working_day',
    bound: bound ?? 'on',
    ordinal,
    of: of?.of ?? 'same',
    unit: of?.unit ?? 'unsaid',
  };
}
export function weekday(
  weekdays: number[],
  ordinals: (number | 'last')[],
  said: boolean,
  bound: Bound = 'on',
): AtDraft {
  return { type: 'weekday', bound, weekdays, ordinals, said };
}
export const edge = (of: 'start' | 'end' | 'results', unit: FrequencyUnit): AtDraft => ({
  type: 'edge',
  edge: of,
  unit,
});
export const afterUnit = ({ count, unit }: Amount, of: FrequencyUnit): AtDraft => ({
  type: 'after_unit',
  amount: count,
  unit: unit === 'working_day' ? 'working_day' : 'day',
  ...{ unitOf: of },
});

export function recurring(given: Frequency | null, at: AtDraft | null): DeadlineRule {
  if (at === null) return { kind: 'recurring', frequency: given ?? everyUnit('month'), at: null };
  const { unit, said: _said, ...rest } = at as AtDraft & { unit?: Unsaid };
  const draft =
    at.type === 'after_unit' ? afterUnitParts(at) : { at: rest as RecurringAt, unit: unit ?? 'unsaid' };
  return { kind: 'recurring', frequency: given ?? everyUnit(unitUnsaid(draft.at, draft.unit)), at: draft.at };
}

function afterUnitParts(at: Extract<AtDraft, { type: 'after_unit' }>): { at: RecurringAt; unit: Unsaid } {
  const { unitOf, ...rest } = at as typeof at & { unitOf: FrequencyUnit };
  return { at: { type: 'after_unit', amount: rest.amount, unit: rest.unit }, unit: unitOf };
}

/** «до 5 числа» and «до 5 числа следующего месяца» alone do not say how often. */
function unitUnsaid(at: RecurringAt, unit: Unsaid): FrequencyUnit {
  if (unit !== 'unsaid') return unit;
  return at.type === 'week' ? 'month' : 'report_period';
}

// ---- relative

type Event = Extract<RuleOf<'relative'>['anchor'], { type: 'event' }>;
type Context = Extract<RuleOf<'relative'>['anchor'], { type: 'context' }>;
type YearEdge = Extract<RuleOf<'relative'>['anchor'], { type: 'year_edge' }>;

export const event = (
  direction: Event['direction'],
  amount: Amount | null,
  event: string | null,
): DeadlineRule => ({
  kind: 'relative',
  anchor: { type: 'event', direction, amount, event },
});
export const context = (
  span: Context['span'],
  weeks: number[] = [],
  edge: Context['edge'] = null,
): DeadlineRule => ({
  kind: 'relative',
  anchor: { type: 'context', span, weeks, edge },
});
export const yearEdge = (
  edge: YearEdge['edge'],
  of: { of: YearEdge['of']; year: number | null },
): DeadlineRule => ({
  kind: 'relative',
  anchor: { type: 'year_edge', edge, ...of },
});
export const nextDay = (text: string): Amount => ({
  count: 1,
  unit: text.includes('рабоч') ? 'working_day' : 'day',
});

const GENITIVE: readonly [RegExp, string][] = [
  [/^(окончани|завершени|получени|истечени|поступлени)[ию]/i, '$1я'],
  [/^итогам/i, 'подведения итогов'],
  [/^результатам/i, 'получения результатов'],
  [/^выходу/i, 'выхода'],
];
/** «по окончании проверки» → «окончания проверки». */
export function toGenitive(text: string): string {
  for (const [form, genitive] of GENITIVE) if (form.test(text)) return text.replace(form, genitive);
  return text;
}

// ---- elsewhere

export const act = (act: ExternalAct | null, detail: string): DeadlineRule => ({
  kind: 'by_external_act',
  basis: 'act',
  act,
  detail,
});
export const established = (detail: string): DeadlineRule => ({
  kind: 'by_external_act',
  basis: 'established',
  act: null,
  detail,
});
export const eventPeriod = (detail: string): DeadlineRule => ({
  kind: 'by_external_act',
  basis: 'event_period',
  act: null,
  detail,
});
