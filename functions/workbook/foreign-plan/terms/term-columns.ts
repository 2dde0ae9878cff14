import { parseAsTyped } from '../../../domain/deadlines/index.ts';
import type { CellGrid } from '../../layout/layout.ts';
import { textAt } from '../table/foreign-table.ts';

/** A column that is a stretch of time: «I квартал», «сентябрь», «2022». A mark in it is the deadline. */
export interface TermColumn {
  readonly column: number;
  /** What the header calls it. */
  readonly term: string;
  /** Numbers in it say how often, not on which day. */
  readonly isCount?: boolean;
}

const LONGEST = 40;
/** Weeks of a year have no more. */
const MOST_COLUMNS = 60;

/** Columns of a header that name stretches of time, two different ones at least; else none. */
export function termColumns(headers: readonly string[]): readonly TermColumn[] {
  const texts = withRomanMonths(headers);
  const columns = texts.flatMap((term, column) => (isTerm(term) ? [{ column, term }] : []));
  return new Set(columns.map(({ term }) => term)).size > 1 ? columns.slice(0, MOST_COLUMNS) : [];
}

const MONTH =
  '(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|' +
  'янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\\.?';
const PART =
  '(?:I{1,3}|IV|[1-4]|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|четв[её]рт\\p{L}+)(?:-?\\p{Ll}{1,2})?\\s*' +
  '(?:квартал|кв\\.?|полугодие|п/г|четверть|четв\\.?)';
const YEAR = '20\\d\\d(?:\\s*[-–—/]\\s*(?:20)?\\d\\d)?';
/** Without reading it as a deadline: of every header-like row of a file it is asked. */
const TERM = new RegExp(
  `^(?:${MONTH}(?:\\s*[-–—]\\s*${MONTH})?|${PART}|${YEAR})(?:[\\s,.]+${YEAR})?(?:\\s*уч\\p{L}*\\.?)?(?:\\s*(?:гг?|год\\p{L}*)\\.?)?$`,
  'iu',
);

const ROMAN = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)$/u;
const ROMAN_MONTHS = new Map(
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'].map((roman, index) => [
    roman,
    'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')[index] ??
      roman,
  ]),
);

/** «IX | X | XI»: numbers above four are no quarters, so that months are meant. */
function withRomanMonths(headers: readonly string[]): readonly string[] {
  const romans = headers.filter((text) => ROMAN.test(text));
  if (romans.length < 3 || !romans.some((text) => /^(?:V|VI{1,3}|IX|XI{0,2}|X)$/u.test(text))) return headers;
  return headers.map((text) => ROMAN_MONTHS.get(text) ?? text);
}

export function isTerm(text: string): boolean {
  return text !== '' && text.length <= LONGEST && TERM.test(text);
}

export const MARK = /^(?:[xхvv+*•●■✓✔√☑⚫◆]+|да)$/iu;
const NO_MARK =
  /^(?:[-–—_.]*|нет|0|не\s+(?:было|будет|(?:за)?план|провод|требу|предусм|осуществл|нуж)\p{L}*)\.?$/iu;

export interface Terms {
  /** '' where nothing is marked. */
  readonly phrase: string;
  /** Columns whose cells say something that is no mark and no deadline. */
  readonly unread: readonly number[];
}

/** The deadline that the marks of a row make: «I квартал, III квартал», «сентябрь», «2021–2023 годы». */
export function termsOf(row: CellGrid[number], columns: readonly TermColumn[]): Terms {
  const unread: number[] = [];
  const marked: string[] = [];
  const own: string[] = [];
  for (const { column, term, isCount = false } of columns) {
    const text = textAt(row, column);
    if (NO_MARK.test(text)) continue;
    const day = isCount ? undefined : dayIn(text, term);
    if (MARK.test(text)) marked.push(term);
    else if (day !== undefined) own.push(day);
    else if (/^[\d\s.,]+$/u.test(text) && !/^\d{1,2}\.\d/u.test(text)) unread.push(column);
    else if (isReadable(text)) own.push(text);
    else unread.push(column);
  }
  return { phrase: joinTerms([...new Set([...marked, ...untilAll(own)])]), unread };
}

/** «15 октября, до 20 декабря» is no list that anybody reads: of each the day is the last. */
function untilAll(days: readonly string[]): readonly string[] {
  if (!days.some((day) => /^до\s/iu.test(day))) return days;
  return days.map((day) => (/^\d{1,2}\s\p{L}+$/u.test(day) ? `до ${day}` : day));
}

/** «15» or «до 15» under «сентябрь». */
function dayIn(text: string, month: string): string | undefined {
  if (!/^(?:до |с |к )?\d{1,2}(?:\s?[-–—]\s?\d{1,2})?$/iu.test(text)) return undefined;
  const phrase = `${text} ${genitive(month)}`;
  return isReadable(phrase) ? phrase : undefined;
}

/** «сентябрь 2021» → «сентября 2021». */
export function genitive(month: string): string {
  return month
    .toLocaleLowerCase('ru')
    .replace(/^(январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)ь/u, '$1я')
    .replace(/^(март|август)(?![а-я])/u, '$1а')
    .replace(/^май/u, 'мая');
}

function isReadable(text: string): boolean {
  return parseAsTyped(text) !== undefined;
}

/** Years that follow one another are said as a span. */
function joinTerms(terms: readonly string[]): string {
  const years = terms.map((term) => Number(/^(20\d\d)(?:\s*г[а-я.]*)?$/iu.exec(term)?.[1] ?? Number.NaN));
  const [first, last] = [years[0], years.at(-1)];
  const isSpan = years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1);
  if (first === undefined || last === undefined || years.some((year) => Number.isNaN(year)))
    return terms.join(', ');
  if (!isSpan) return years.map((year) => `январь – декабрь ${year} года`).join(', ');
  return first === last ? `${first} год` : `${first}–${last} годы`;
}
