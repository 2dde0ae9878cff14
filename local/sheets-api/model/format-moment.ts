import { unknownHere } from '../wire/api-error.ts';
import { momentOfSerial } from './serial-date.ts';

const TOKEN = /"[^"]*"|\\.|am\/pm|y+|m+|d+|h+|s+|[\s\S]/gi;
const LITERAL = /^[\s.,:/\-а-яё]$/i;

/**
 * A serial number by a date pattern of Sheets (`dd.MM.yyyy H:mm:ss`).
 * @throws ApiError 501 for a part that the stand-in cannot print
 */
export function formatMoment(serial: number, pattern: string): string {
  const tokens = pattern.match(TOKEN) ?? [];
  const moment = momentOfSerial(serial);
  const half = tokens.some((token) => /^am\/pm$/i.test(token));
  return tokens
    .map((token, index) => {
      const minutes = /^m/i.test(token) && isBesideTime(tokens, index);
      return formatToken(minutes ? token.replaceAll(/m/gi, 'n') : token, moment, half);
    })
    .join('');
}

/** In a pattern `m` is the minute when the nearest other letter is an hour or a second. */
function isBesideTime(tokens: readonly string[], index: number): boolean {
  const before = tokens.slice(0, index).findLast((token) => /^[ymdhs]/i.test(token));
  const after = tokens.slice(index + 1).find((token) => /^[ymdhs]/i.test(token));
  return /^h/i.test(before ?? '') || /^s/i.test(after ?? '');
}

function formatToken(token: string, moment: Date, half: boolean): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (/^am\/pm$/i.test(token)) return moment.getUTCHours() < 12 ? 'AM' : 'PM';
  const part = numberOf(token, moment, half);
  if (part !== undefined) return part;
  if (LITERAL.test(token)) return token;
  throw unknownHere(`the part "${token}" of a date pattern`);
}

function numberOf(token: string, moment: Date, half: boolean): string | undefined {
  const pad = (value: number): string => String(value).padStart(token.length, '0');
  const letter = token[0]?.toLowerCase();
  if (letter === 'y')
    return token.length > 2 ? String(moment.getUTCFullYear()) : pad(moment.getUTCFullYear() % 100);
  if (token.length > 2) return undefined;
  if (letter === 'm') return pad(moment.getUTCMonth() + 1);
  if (letter === 'd') return pad(moment.getUTCDate());
  if (letter === 'h') return pad(half ? moment.getUTCHours() % 12 || 12 : moment.getUTCHours());
  if (letter === 'n') return pad(moment.getUTCMinutes());
  return letter === 's' ? pad(moment.getUTCSeconds()) : undefined;
}
