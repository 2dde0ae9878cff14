import { DateTime } from 'luxon';

/** A number format taken apart: what stands before, within and after the places of the value. */
interface Pattern {
  readonly before: string;
  readonly places: string;
  readonly after: string;
}

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

/** `1.1` under `0.00` is the item number «1.10», `15` under `"до "0` is «до 15»; a sum leaves no digits of binary dust. */
export function formatShownNumber(value: number, format: string): string {
  const { before, places, after } = takeApart(format, NUMBER_PLACE);
  const decimals = /^[0#]+\.(0+)$/u.exec(places)?.[1]?.length;
  const isPlain = /^[0#]*$/u.test(places);
  if (decimals !== undefined) return `${before}${value.toFixed(decimals)}${after}`.trim();
  const shown = String(Number(value.toPrecision(SIGNIFICANT)));
  return isPlain ? `${before}${shown}${after}`.trim() : shown;
}

/** Excel shows no more under its general format. */
const SIGNIFICANT = 11;
const MOMENT_PLACE = /[ymdhse]/iu;
const NUMBER_PLACE = /[0#.,?%]/u;
/** In a format: a quoted or escaped literal, a bracketed condition or language, any other sign. */
const FORMAT_PART =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|\[(?<bracketed>[^\]]*)\]|(?<padding>[_*].)|(?<sign>.)/gsu;

function takeApart(format: string, place: RegExp): Pattern {
  const [first = ''] = format.split(';');
  let [before, places, literal] = ['', '', ''];
  for (const { groups = {} } of first
    .replace(/General|Standard|Основной|AM\/PM/giu, '')
    .matchAll(FORMAT_PART)) {
    const { quoted, escaped, bracketed, padding, sign = '' } = groups;
    const isElapsed = bracketed !== undefined && /^[hms]+$/iu.test(bracketed);
    if (padding !== undefined || (bracketed !== undefined && !isElapsed)) continue;
    if (isElapsed || (sign !== '' && place.test(sign))) {
      if (places === '') before = literal;
      places += `${places === '' ? '' : literal}${(bracketed ?? sign).toLowerCase()}`;
      literal = '';
    } else literal += quoted ?? escaped ?? sign;
  }
  return { before: words(places === '' ? '' : before), places, after: words(literal) };
}

/** Of what surrounds a value only words and their stops matter. */
function words(literal: string): string {
  return /\p{L}/u.test(literal) ? literal : '';
}
