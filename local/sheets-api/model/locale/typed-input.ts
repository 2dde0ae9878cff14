import type { NumberFormat } from '../../schema/cell.ts';
import type { LocaleRules } from './locales-by-intl.ts';
import type { Scalar } from '../types.ts';
import { parseAmount } from './typed-amount.ts';
import { parseTypedDay, parseWordedDay, type TypedDay } from './typed-day.ts';

/** What a typed text means: its value, and the format that Sheets gives the cell with it. */
export interface TypedValue {
  readonly value: Scalar;
  readonly numberFormat?: NumberFormat;
  /** Where the text is a formula; the value is then the text. */
  readonly formula?: string;
}

const TIME = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d)(\.\d{1,3})?)?(?:\s*(am|pm))?$/i;

/** Reads a text as if a person had typed it into a cell: formula, number, percent, money, date, time, yes/no, or text. */
export function parseTyped(typed: string, rules: LocaleRules, now: Date): TypedValue {
  if (typed.startsWith("'")) return { value: typed.slice(1) };
  if (typed.startsWith('=')) return parseFormula(typed) ?? { value: typed };
  const text = typed.trim();
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === rules.yes) return { value: true };
  if (upper === 'FALSE' || upper === rules.no) return { value: false };
  return parseMoment(text, rules, now) ?? parseAmount(text, rules) ?? parseFormula(typed) ?? { value: typed };
}

/** A plus that begins no number begins a formula, which is why telephone numbers come to `#ERROR!` in Sheets. */
function parseFormula(typed: string): TypedValue | undefined {
  if (typed.length < 2) return undefined;
  if (typed.startsWith('=')) return { value: typed, formula: typed };
  return typed.startsWith('+') ? { value: typed, formula: `=${typed}` } : undefined;
}

function parseMoment(text: string, rules: LocaleRules, now: Date): TypedValue | undefined {
  if (!/\d/.test(text)) return undefined;
  const time = parseTime(text, rules);
  if (time) return time;
  const worded = parseWordedDay(text, rules, now);
  if (worded) return dayValue(worded);
  const [dayText = '', clockText] = text.split(/\s+(.*)/s);
  const day = parseTypedDay(dayText, rules, now);
  if (!day || !clockText) return day && dayValue(day);
  const clock = parseTime(clockText, rules);
  if (!clock || clock.value >= 1) return undefined;
  const pattern = `${day.pattern} H:mm:ss`;
  return { value: day.serial + clock.value, numberFormat: { type: 'DATE_TIME', pattern } };
}

function dayValue(day: TypedDay): TypedValue {
  return { value: day.serial, numberFormat: { type: 'DATE', pattern: day.pattern } };
}

/** A time of the day; more than a day's hours are a duration. */
function parseTime(
  text: string,
  rules: LocaleRules,
): { value: number; numberFormat: NumberFormat } | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const half = match[5]?.toLowerCase();
  if (half && (Number(match[1]) > 12 || Number(match[1]) === 0)) return undefined;
  const hours = half ? (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0) : Number(match[1]);
  const seconds = Number(match[3] ?? 0) + Number(match[4] ?? 0);
  const value = (hours * 3600 + Number(match[2]) * 60 + seconds) / 86_400;
  const pattern = hours > 23 ? '[h]:mm:ss' : timePattern(rules, { half, hasSeconds: match[3] !== undefined });
  return { value, numberFormat: { type: 'TIME', pattern } };
}

/** A time is shown as it was typed: with seconds or without, in halves of the day or in 24 hours. */
function timePattern(
  { patterns }: LocaleRules,
  { half, hasSeconds }: { half: string | undefined; hasSeconds: boolean },
): string {
  const hours = half || !patterns.TIME.startsWith('H') ? 'h' : 'H';
  return `${hours}:mm${hasSeconds ? ':ss' : ''}${half ? ' am/pm' : ''}`;
}
