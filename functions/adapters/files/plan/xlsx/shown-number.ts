import { DateTime } from 'luxon';
import { isMomentFormat, formatSectionOf, sectionsOf, takeApart } from './number-format.ts';

/** Days between 1899-12-30, from which files count, and the first moment of the clock. */
const EPOCH_DAY = 25_569;
/** A file that counts from 1904 has so many days fewer. */
const DAYS_OF_1904 = 1462;
/** Up to this day a file counts a 29 February 1900 that never was. */
const FIRST_TRUE_DAY = 60;
const LAST_DAY = 2_958_466;
/** What every program shows instead of a moment that is none. */
const NO_MOMENT = '########';

/** A number as a person sees it under the format: a date, a time, or a number. */
export function showNumber(value: number, format: string, is1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (!isMomentFormat(format)) return formatShownNumber(value, format);
  const days = is1904 ? value + DAYS_OF_1904 : value;
  if (value < 0 || days >= LAST_DAY) return NO_MOMENT;
  const shift = days < FIRST_TRUE_DAY ? 1 : 0;
  const seconds = Math.round((days + shift - EPOCH_DAY) * 86_400);
  return formatShownMoment(new Date(seconds * 1000), formatSectionOf(format, value));
}

/** A text as a person sees it: a format may put words around it, or hide it. */
export function showText(text: string, format: string): string {
  const sections = sectionsOf(format);
  const section = sections[3] ?? (/@/u.test(sections.at(-1) ?? '') ? sections.at(-1) : undefined);
  if (section === undefined || section === '@') return text;
  const { before, places, after } = takeApart(section, /@/u);
  return places === '' ? '' : `${before}${text}${after}`.trim();
}

const MOMENT_PLACE = /[ymdhse]/iu;
const NUMBER_PLACE = /[0#.,?%]/u;

/**
 * A moment as a Russian reader sees it under a number format of Excel: `mmmm yyyy` shows no day, so that 01.09.2020
 * is «сентябрь 2020». Order and length of the parts do not matter; words in the format («до "dd.mm.yyyy») do.
 * The time of day is told only where no date is shown.
 */
export function formatShownMoment(moment: Date, format: string): string {
  const { before, places, after } = takeApart(format, MOMENT_PLACE);
  const shown = DateTime.fromJSDate(moment, { zone: 'utc' }).setLocale('ru');
  return `${before}${shown.toFormat(luxonFormat(places, after !== ''))}${after}`.trim();
}

function luxonFormat(places: string, hasUnit: boolean): string {
  // Minutes stand beside hours or seconds, months do not.
  const date = places.replaceAll(/h+[^a-z]*m+|m+[^a-z]*s+/gu, 'h');
  const [day, month, year] = [/(?<!d)d{1,2}(?!d)/u.test(date), date.includes('m'), /[ye]/u.test(date)];
  if (day) return year ? 'dd.MM.yyyy' : month ? 'd MMMM' : 'd';
  if (month) return year ? 'LLLL yyyy' : 'LLLL';
  if (year) return hasUnit ? 'yyyy' : "yyyy 'год'";
  if (date.includes('d')) return 'EEEE';
  return /[hs]/u.test(date) ? 'HH:mm' : 'dd.MM.yyyy';
}

/**
 * `1.1` under `0.00` is the item number «1.10», `15` under `"до "0` is «до 15», `5` under `000` «005», `0.48` under
 * `0%` «48%»; a sum leaves no digits of binary dust.
 */
function formatShownNumber(value: number, format: string): string {
  const section = formatSectionOf(format, value);
  if (format !== '' && section === '') return '';
  const { before, places, after } = takeApart(section, NUMBER_PLACE);
  const hasOwnSign = value < 0 && sectionsOf(format).length > 1;
  const isPercent = places.endsWith('%');
  const number = (hasOwnSign ? -value : value) * (isPercent ? 100 : 1);
  const shown = `${showPlaces(number, places.replace(/%$/u, ''))}${isPercent ? '%' : ''}`;
  const sign = hasOwnSign && /^[^0#?]*[-(]/u.test(section) ? '-' : '';
  return `${before}${sign}${shown}${after}`.trim();
}

/** Excel shows no more under its general format. */
const SIGNIFICANT = 11;

function showPlaces(number: number, places: string): string {
  const [, whole = '', decimals] = /^([0#]*)(?:\.(0+))?$/u.exec(places) ?? [];
  const shown =
    decimals === undefined
      ? String(Number(number.toPrecision(SIGNIFICANT)))
      : number.toFixed(decimals.length);
  const zeros = whole.replaceAll('#', '').length;
  return zeros > 1 ? shown.padStart(zeros + shown.length - shown.replace(/\..*$/u, '').length, '0') : shown;
}
