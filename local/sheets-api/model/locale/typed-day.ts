import type { LocaleRules } from './locales-by-intl.ts';
import { serialOfDay } from './serial-date.ts';

export interface TypedDay {
  readonly serial: number;
  readonly pattern: string;
}

const SHORT_YEAR_PIVOT = 30;

/** A day in figures: `2026-09-05`, and in the order of the locale `05.09.2026`, `5.9.26`, `5.9`. */
export function parseTypedDay(text: string, rules: LocaleRules, now: Date): TypedDay | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return dayOf([iso[1], iso[3], iso[4]], `yyyy${iso[2]}MM${iso[2]}dd`);
  const parts = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!parts) return undefined;
  const [, first, separator = '', second, year] = parts;
  const allowed = year === undefined ? rules.shortDateSeparators : rules.dateSeparators;
  if (!allowed.includes(separator)) return undefined;
  const [day, month] = rules.dateOrder === 'dmy' ? [first, second] : [second, first];
  const fullYear = year === undefined ? thisYear(now) : expandYear(year);
  return dayOf(
    [fullYear, month, day],
    year === undefined ? shortPattern(rules, separator) : rules.patterns.DATE,
  );
}

function thisYear(now: Date): string {
  return String(now.getUTCFullYear());
}

function shortPattern({ dateOrder, patterns }: LocaleRules, separator: string): string {
  if (dateOrder !== 'dmy') return `M${separator}d`;
  return patterns.DATE.startsWith('dd') ? `dd${separator}MM` : `d${separator}M`;
}

function expandYear(year: string): string {
  if (year.length === 4) return year;
  return String(Number(year) + (Number(year) < SHORT_YEAR_PIVOT ? 2000 : 1900));
}

function dayOf(parts: readonly (string | undefined)[], pattern: string): TypedDay | undefined {
  const [year, month, day] = parts.map(Number);
  const serial = serialOfDay(year ?? 0, month ?? 0, day ?? 0);
  return serial === undefined ? undefined : { serial, pattern };
}

const DAY_FIRST =
  /^(\d{1,2})(?:[\s-]+|\.\s*)(\p{L}{3,})\.?(?:[\s-]+|,\s*)?(?:(\d{4})(?:\s*г\.?|\s+года)?)?$/u;
const MONTH_FIRST = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/u;

/** A day with its month in words: `5 сентября 2026`, `5 сент. 2026 г.`, `Sep 5, 2026`, `5-Sep-2026`. */
export function parseWordedDay(text: string, rules: LocaleRules, now: Date): TypedDay | undefined {
  const first = DAY_FIRST.exec(text);
  const last = first ? null : MONTH_FIRST.exec(text);
  const [day, word, year] = first ? [first[1], first[2], first[3]] : [last?.[2], last?.[1], last?.[3]];
  const month = word === undefined ? 0 : monthOf(word, rules);
  if (month === 0) return undefined;
  const [withYear, withoutYear] = rules.wordPatterns;
  return dayOf([year ?? thisYear(now), String(month), day], year ? withYear : withoutYear);
}

/** From 1; 0 where the word is no month. A full name in either form, or its beginning of three letters and more. */
function monthOf(word: string, { months }: LocaleRules): number {
  const lower = word.toLowerCase();
  const isNamed = (name: string | undefined): boolean => name?.toLowerCase().replace(/\.$/, '') === lower;
  const index = months.long.findIndex(
    (name, at) => isNamed(name) || isNamed(months.afterDay[at]) || isNamed(months.short[at]),
  );
  if (index >= 0) return index + 1;
  return lower.length < 3 || lower.length > 4
    ? 0
    : months.afterDay.findIndex((name) => name.toLowerCase().startsWith(lower)) + 1;
}
