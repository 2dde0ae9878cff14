import type { NumberFormat } from '../schema/cell.ts';
import type { LocaleRules } from './locales.ts';
import { serialOfDay } from './serial-date.ts';
import type { Scalar } from './types.ts';

/** What a typed text means: its value, and the format that Sheets gives the cell with it. */
export interface TypedValue {
  readonly value: Scalar;
  readonly numberFormat?: NumberFormat;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(am|pm))?$/i;
const SHORT_YEAR_PIVOT = 30;

/** Reads a text as if a person had typed it into a cell: number, percent, money, date, time, yes/no, or text. */
export function parseTyped(typed: string, rules: LocaleRules, now: Date): TypedValue {
  if (typed.startsWith("'")) return { value: typed.slice(1) };
  const text = typed.trim();
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === rules.yes) return { value: true };
  if (upper === 'FALSE' || upper === rules.no) return { value: false };
  return parseMoment(text, rules, now) ?? parseAmount(text, rules) ?? { value: typed };
}

function parseAmount(text: string, rules: LocaleRules): TypedValue | undefined {
  const plain = parseNumber(text, rules);
  if (plain) return plain;
  const percent = text.endsWith('%') ? parseNumber(text.slice(0, -1).trim(), rules) : undefined;
  if (percent) {
    const pattern = Number.isInteger(percent.value) ? '0%' : '0.00%';
    return { value: percent.value / 100, numberFormat: { type: 'PERCENT', pattern } };
  }
  const money = rules.currency.exec(text);
  const amount = money && parseNumber(`${money[1] ?? ''}${money[2] ?? ''}`, rules);
  if (!amount) return undefined;
  return { value: amount.value, numberFormat: { type: 'CURRENCY', pattern: rules.patterns.CURRENCY } };
}

function parseNumber(
  text: string,
  rules: LocaleRules,
): { value: number; numberFormat?: NumberFormat } | undefined {
  const [whole = '', fraction, ...more] = text.split(rules.decimal);
  if (more.length > 0) return undefined;
  const ungrouped = groupsAreThousands(whole, rules) ? whole.replaceAll(rules.typedGroup, '') : whole;
  const canonical = fraction === undefined ? ungrouped : `${ungrouped}.${fraction}`;
  // Where the locale's decimal mark is a comma, a point is no part of a number.
  if (fraction === undefined && canonical.includes('.')) return undefined;
  if (!NUMBER.test(canonical)) return undefined;
  const value = Number(canonical);
  if (!Number.isFinite(value)) return undefined;
  if (/e/i.test(canonical)) return { value, numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (ungrouped === whole) return { value };
  return { value, numberFormat: { type: 'NUMBER', pattern: fraction ? '#,##0.00' : '#,##0' } };
}

function groupsAreThousands(whole: string, rules: LocaleRules): boolean {
  const groups = whole.replace(/^[+-]/, '').split(new RegExp(rules.typedGroup.source));
  const [first = '', ...others] = groups;
  return others.length > 0 && /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
}

function parseMoment(text: string, rules: LocaleRules, now: Date): TypedValue | undefined {
  const time = parseTime(text);
  if (time !== undefined)
    return { value: time, numberFormat: { type: 'TIME', pattern: rules.patterns.TIME } };
  const [dayText = '', ...timeText] = text.split(/\s+/);
  const day = parseDay(dayText, rules, now);
  if (!day) return undefined;
  if (timeText.length === 0)
    return { value: day.serial, numberFormat: { type: 'DATE', pattern: day.pattern } };
  const clock = parseTime(timeText.join(' '));
  if (clock === undefined) return undefined;
  const pattern = `${day.pattern} H:mm:ss`;
  return { value: day.serial + clock, numberFormat: { type: 'DATE_TIME', pattern } };
}

function parseTime(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const half = match[4]?.toLowerCase();
  const hours = half ? (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0) : Number(match[1]);
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

interface TypedDay {
  readonly serial: number;
  readonly pattern: string;
}

function parseDay(text: string, rules: LocaleRules, now: Date): TypedDay | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return dayOf([iso[1], iso[3], iso[4]], `yyyy${iso[2]}MM${iso[2]}dd`);
  const parts = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (!parts) return undefined;
  const [, first, separator = '', second, year] = parts;
  const allowed = year === undefined ? rules.shortDateSeparators : rules.dateSeparators;
  if (!allowed.includes(separator)) return undefined;
  const [day, month] = rules.dateOrder === 'dmy' ? [first, second] : [second, first];
  const fullYear = year === undefined ? String(now.getUTCFullYear()) : expandYear(year);
  return dayOf([fullYear, month, day], year === undefined ? shortPattern(rules) : rules.patterns.DATE);
}

function shortPattern(rules: LocaleRules): string {
  return rules.dateOrder === 'dmy' ? 'dd.MM' : 'M/d';
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
