import { unknownHere } from '../../wire/api-error.ts';
import type { LocaleRules } from './locales-by-intl.ts';
import { momentOfSerial } from './serial-date.ts';

const TOKEN = /"[^"]*"|\\.|\[(?:h+|m+|s+)\]|\[\$?-[^\]]*\]|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|[\s\S]/gi;
const LETTER = /^[a-z]$/i;
const DAY_MS = 86_400_000;
const UNITS = { h: 3_600_000, m: 60_000, s: 1000 } as const;
const UNIT_NAMES = ['h', 'm', 's'] as const;

interface Moment {
  readonly serial: number;
  readonly date: Date;
  /** The clock has twelve hours. */
  readonly isHalf: boolean;
  /** The month comes after a day: `5 сентября`, but `сентябрь 2026`. */
  readonly hasDay: boolean;
  /** The largest part that counts on past a day, `[h]` before `[m]` before `[s]`; the others show what it leaves. */
  readonly largest: keyof typeof UNITS | undefined;
  readonly rules: LocaleRules;
}

/**
 * A serial number by a date pattern of Sheets: `dd.MM.yyyy H:mm:ss`, `d mmmm yyyy`, `ddd`, `[h]:mm`.
 * Throws `ApiError` 501 for a part that the stand-in cannot print.
 */
export function formatMoment(serial: number, pattern: string, rules: LocaleRules): string {
  const tokens = pattern.match(TOKEN) ?? [];
  const moment = {
    serial,
    date: momentOfSerial(serial),
    isHalf: tokens.some((token) => /^am?\/pm?$/i.test(token)),
    hasDay: tokens.some((token) => /^d{1,2}$/i.test(token)),
    largest: UNIT_NAMES.find((unit) => tokens.some((token) => token.toLowerCase().startsWith(`[${unit}`))),
    rules,
  };
  return tokens
    .map((token, index) => {
      const minutes = /^m{1,2}$/i.test(token) && isBesideTime(tokens, index);
      return formatToken(minutes ? token.replaceAll(/m/gi, 'n') : token, moment);
    })
    .join('');
}

/** In a pattern `m` is the minute when the nearest other letter is an hour or a second. */
function isBesideTime(tokens: readonly string[], index: number): boolean {
  const before = tokens.slice(0, index).findLast((token) => /^\[?[ymdhs]/i.test(token));
  const after = tokens.slice(index + 1).find((token) => /^\[?[ymdhs]/i.test(token));
  return /^\[?h/i.test(before ?? '') || /^\[?s/i.test(after ?? '');
}

function formatToken(token: string, moment: Moment): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (/^\[\$?-/.test(token)) return '';
  const hours = moment.date.getUTCHours();
  if (/^am\/pm$/i.test(token)) return hours < 12 ? 'AM' : 'PM';
  if (/^a\/p$/i.test(token)) return hours < 12 ? 'A' : 'P';
  const part = elapsed(token, moment) ?? nameOf(token, moment) ?? numberOf(token, moment);
  if (part !== undefined) return part;
  if (!LETTER.test(token) && token.length === 1) return token;
  throw unknownHere(`the part "${token}" of a date pattern`);
}

/** `[h]`: all hours of a duration, not those of its last day. */
function elapsed(token: string, { serial, largest }: Moment): string | undefined {
  const [, letters] = /^\[(h+|m+|s+)\]$/i.exec(token) ?? [];
  if (letters === undefined) return undefined;
  const unit = letters[0]?.toLowerCase() as keyof typeof UNITS;
  const count = Math.floor(Math.round(Math.abs(serial) * DAY_MS) / UNITS[unit]);
  const shown = unit === largest ? count : count % 60;
  return `${serial < 0 && unit === largest ? '-' : ''}${String(shown).padStart(letters.length, '0')}`;
}

/** Three letters and more: the name of the month or of the day of the week. */
function nameOf(token: string, { date, hasDay, rules }: Moment): string | undefined {
  const month = date.getUTCMonth();
  const { long, afterDay, short } = rules.months;
  if (/^m{3}$/i.test(token)) return short[month];
  if (/^m{4}$/i.test(token)) return (hasDay ? afterDay : long)[month];
  if (/^m{5}$/i.test(token)) return long[month]?.slice(0, 1).toUpperCase();
  if (/^d{3}$/i.test(token)) return rules.weekdays.short[date.getUTCDay()];
  return /^d{4,}$/i.test(token) ? rules.weekdays.long[date.getUTCDay()] : undefined;
}

function numberOf(token: string, { date, isHalf, rules }: Moment): string | undefined {
  const pad = (value: number): string => String(value).padStart(token.length, '0');
  const letter = token[0]?.toLowerCase();
  if (letter === 'y')
    return token.length > 2 ? String(date.getUTCFullYear()) : pad(date.getUTCFullYear() % 100);
  const [seconds = '', fraction] = token.split('.');
  if (letter === 's' && fraction !== undefined) {
    const thousandths = String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(fraction.length, '0');
    const whole = String(date.getUTCSeconds()).padStart(seconds.length, '0');
    return `${whole}${rules.decimal}${thousandths.slice(0, fraction.length)}`;
  }
  if (token.length > 2) return undefined;
  if (letter === 'm') return pad(date.getUTCMonth() + 1);
  if (letter === 'd') return pad(date.getUTCDate());
  if (letter === 'h') return pad(isHalf ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
  if (letter === 'n') return pad(date.getUTCMinutes());
  return letter === 's' ? pad(date.getUTCSeconds()) : undefined;
}
