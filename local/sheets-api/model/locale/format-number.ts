import { unknownHere } from '../../wire/api-error.ts';
import type { LocaleRules } from './locales-by-intl.ts';

const SIGNIFICANT = 10;
const MAX_FRACTION = 20;
const LARGEST_PLAIN = 1e15;

/** A number without a format: ten significant digits and every whole one, scientific when very large. */
export function formatGeneral(value: number, rules: LocaleRules): string {
  if (value !== 0 && (Math.abs(value) >= LARGEST_PLAIN || Math.abs(value) < 1e-10))
    return localise(formatScientific(value, 5).replace(/\.?0+E/, 'E'), rules);
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const fraction = Math.min(MAX_FRACTION, Math.max(0, SIGNIFICANT - 1 - magnitude));
  const digits = value.toFixed(fraction);
  const shown = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return localise(shown === '-0' ? '0' : shown, rules);
}

function formatScientific(value: number, decimals: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(decimals).split('e');
  const power = exponent.replace(/[+-]/, '').padStart(2, '0');
  return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${power}`;
}

function localise(text: string, rules: LocaleRules): string {
  return text.replace('.', rules.decimal);
}

/** `"$"#,##0.00` taken apart: literal text around the digits. */
interface NumberPattern {
  readonly before: string;
  /** '' in a section of words alone, such as `0;-0;"none"` has for zero. */
  readonly digits: string;
  /** Each comma after the digits divides by a thousand. */
  readonly thousands: number;
  readonly scientific: boolean;
  readonly after: string;
}

const LITERAL = String.raw`(?:"[^"]*"|\\.|_.|\*.|\[\$[^\]]*\]|\[[A-Za-z]+\d*\]|[^#0?.,;@"\\\[\]_*])*`;
const SHAPE = new RegExp(`^(${LITERAL})([#0][#0,]*(?:\\.[#0]*,*)?)(E\\+0+)?(${LITERAL})$`, 'i');

const WORDS = new RegExp(`^${LITERAL}$`, 'i');

function parsePattern(pattern: string): NumberPattern {
  if (WORDS.test(pattern)) return { before: pattern, digits: '', thousands: 0, scientific: false, after: '' };
  const match = SHAPE.exec(pattern);
  if (!match) throw unknownHere(`the number pattern "${pattern}"`);
  const [, before = '', shape = '', scientific, after = ''] = match;
  const digits = shape.replace(/,+$/, '');
  const thousands = shape.length - digits.length;
  return { before, digits, thousands, scientific: scientific !== undefined, after };
}

const SIGNS = /"[^"]*"|\\.|\[[^\]]*\]|\*.|_./g;

/** Quotes, escapes and `[$₽-419]` give their text, `_x` a space; colours and fillings give nothing. */
function literal(text: string): string {
  return text.replaceAll(SIGNS, (sign) => {
    if (sign.startsWith('"')) return sign.slice(1, -1);
    if (sign.startsWith('\\')) return sign.slice(1);
    if (sign.startsWith('[$')) return sign.slice(2, -1).split('-')[0] ?? '';
    return sign.startsWith('_') ? ' ' : '';
  });
}

/**
 * A number by a pattern of Sheets (`#,##0.00;(0)`): sections for positive, negative and zero.
 * Throws `ApiError` 501 for a pattern that the stand-in cannot print.
 */
export function formatByPattern(value: number, pattern: string, rules: LocaleRules): string {
  if (pattern === '@' || /^general$/i.test(pattern)) return formatGeneral(value, rules);
  const sections = pattern.split(';');
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const shape = parsePattern(own ?? sections[0] ?? '');
  if (shape.digits === '') return literal(shape.before);
  const percent = `${shape.before}${shape.after}`.includes('%');
  const amount = (Math.abs(value) * (percent ? 100 : 1)) / 1000 ** shape.thousands;
  const digits = shape.scientific
    ? formatScientific(amount, decimalsOf(shape.digits)[0])
    : formatDigits(amount, shape.digits, rules);
  const sign = value < 0 && own === undefined ? '-' : '';
  const text = shape.scientific ? localise(digits, rules) : digits;
  return `${sign}${literal(shape.before)}${text}${literal(shape.after)}`;
}

/** The least and the most decimals. */
function decimalsOf(digits: string): [number, number] {
  const fraction = digits.split('.')[1] ?? '';
  return [fraction.replaceAll('#', '').length, fraction.length];
}

function formatDigits(amount: number, digits: string, rules: LocaleRules): string {
  const [least, most] = decimalsOf(digits);
  const [whole = '', fraction = ''] = roundHalfUp(amount, most).split('.');
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '');
  const wholePattern = (digits.split('.')[0] ?? '').replaceAll(',', '');
  const zeros = wholePattern.replaceAll('#', '').length;
  // `#.00` shows no zero that it does not ask for.
  const padded = whole === '0' && zeros === 0 ? '' : whole.padStart(zeros, '0');
  const grouped = digits.includes(',') ? padded.replaceAll(/\B(?=(\d{3})+$)/g, rules.group) : padded;
  return kept === '' ? grouped : `${grouped}${rules.decimal}${kept}`;
}

/** `toFixed` rounds 1.005 down, as its binary form is smaller; a spreadsheet rounds what it shows. */
function roundHalfUp(amount: number, decimals: number): string {
  const shown = Number(amount.toPrecision(15));
  const [mantissa = '0', exponent = '0'] = shown.toString().split('e');
  const rounded = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  return Number(`${rounded}e-${decimals}`).toFixed(decimals);
}
