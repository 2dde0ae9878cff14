/** By number from 0: the full names, in the form that stands alone and in the form that follows a day. */
export interface MonthNames {
  readonly long: readonly string[];
  readonly afterDay: readonly string[];
  readonly short: readonly string[];
}

const YEAR = 2026;
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(YEAR, month, 15)));

export function monthNames(tag: string): MonthNames {
  const names = (options: Intl.DateTimeFormatOptions): string[] => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return MONTHS.map((date) => partOf(format.formatToParts(date), 'month'));
  };
  return {
    long: names({ month: 'long' }),
    afterDay: names({ day: 'numeric', month: 'long' }),
    short: names({ day: 'numeric', month: 'short' }),
  };
}

/** From Sunday. */
export interface WeekdayNames {
  readonly long: readonly string[];
  readonly short: readonly string[];
}

export function weekdayNames(tag: string): WeekdayNames {
  // 2026-11-22 is a Sunday.
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(YEAR, 10, 22 + day)));
  const names = (weekday: 'long' | 'short'): string[] =>
    days.map((day) => new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' }).format(day));
  return { long: names('long'), short: names('short') };
}

function partOf(parts: readonly { type: string; value: string }[], type: string): string {
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** How a locale writes what people type and read. */
export interface LocaleRules {
  readonly decimal: string;
  /** Between thousands, as printed. */
  readonly group: string;
  /** What may stand between thousands when typed. */
  readonly typedGroup: RegExp;
  /** Order of the parts of a date written with separators. */
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd';
  readonly dateSeparators: string;
  /** `15.09` is a date of the current year. */
  readonly shortDateSeparators: string;
  readonly months: MonthNames;
  readonly weekdays: WeekdayNames;
  readonly yes: string;
  readonly no: string;
  readonly patterns: Readonly<Record<'DATE' | 'TIME' | 'DATE_TIME' | 'CURRENCY', string>>;
  /** A typed day with its month in words: with the year, and without. */
  readonly wordPatterns: readonly [withYear: string, withoutYear: string];
  readonly currency: RegExp;
}

/** Undefined where the tag names no locale. `base` tells what the tables do not: yes and no, time, currency. */
export function rulesByIntl(tag: string, base: LocaleRules): LocaleRules | undefined {
  if (!isLocale(tag)) return undefined;
  const numbers = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(-12345.6);
  const decimal = partOf(numbers, 'decimal') || '.';
  const group = partOf(numbers, 'group') || ',';
  const days = new Intl.DateTimeFormat(tag, { timeZone: 'UTC' }).formatToParts(
    new Date(Date.UTC(YEAR, 8, 5)),
  );
  const order = days.filter(({ type }) => ['day', 'month', 'year'].includes(type)).map(({ type }) => type[0]);
  const separator = partOf(days, 'literal').trim() || '.';
  const dateOrder = order.join('') as LocaleRules['dateOrder'];
  const DATE = days.map(patternPart).join('').trim();
  return {
    ...base,
    decimal,
    group,
    typedGroup: /\s/.test(group) ? /[ \u00A0\u202F]/g : new RegExp(`[${group}]`, 'g'),
    dateOrder: ['dmy', 'mdy', 'ymd'].includes(dateOrder) ? dateOrder : 'dmy',
    dateSeparators: './-',
    shortDateSeparators: separator === decimal ? '/' : separator,
    months: monthNames(tag),
    weekdays: weekdayNames(tag),
    patterns: { ...base.patterns, DATE, DATE_TIME: `${DATE} H:mm:ss` },
    wordPatterns: dateOrder === 'mdy' ? base.wordPatterns : ['d mmmm yyyy', 'd mmmm'],
  };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
  } catch {
    // Not even the shape of a tag.
    return false;
  }
}

function patternPart({ type, value }: { type: string; value: string }): string {
  if (type === 'year') return 'yyyy';
  if (type === 'month') return value.length > 1 ? 'MM' : 'M';
  return type === 'day' ? (value.length > 1 ? 'dd' : 'd') : value;
}
