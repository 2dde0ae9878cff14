import { parseDeadline } from '../../domain/deadlines/index.ts';
import type { CellGrid } from '../layout/layout.ts';
import { textAt } from './foreign-table.ts';

/** A column that is a stretch of time: «I квартал», «сентябрь», «2022». A mark in it is the deadline. */
export interface TermColumn {
  readonly column: number;
  /** What the header calls it. */
  readonly term: string;
}

const LONGEST = 40;

/** Columns of a header that name stretches of time, two different ones at least; else none. */
export function termColumns(texts: readonly string[]): readonly TermColumn[] {
  const columns = texts.flatMap((term, column) => (isTerm(term) ? [{ column, term }] : []));
  return new Set(columns.map(({ term }) => term)).size > 1 ? columns : [];
}

const known = new Map<string, boolean>();
const MAX_KNOWN = 2000;

/** Of every header-like row of a file it is asked, most of the texts the same again. */
function isTerm(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const is = readsAsTerm(text);
  known.set(text, is);
  return is;
}

function readsAsTerm(text: string): boolean {
  const { rule, remarks, further } = parseDeadline(text);
  if (remarks.length > 0 || further.length > 0) return false;
  if (rule.kind === 'year_round') return rule.from !== null;
  if (rule.kind === 'month') return rule.months.length === 1;
  if (rule.kind === 'quarter') return rule.ranges.length === 1;
  if (rule.kind === 'month_range') return rule.ranges.length === 1;
  return rule.kind === 'date_range' && rule.spans[0]?.type === 'half_year';
}

const MARK = /^(?:[xхvv+*•●■✓✔√☑⚫◆]+|да)$/iu;
const NO_MARK = /^(?:[-–—_.]*|нет|0)$/iu;

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
  for (const { column, term } of columns) {
    const text = textAt(row, column);
    if (NO_MARK.test(text)) continue;
    const day = dayIn(text, term);
    if (MARK.test(text)) marked.push(term);
    else if (day !== undefined) own.push(day);
    else if (/^[\d\s.,]+$/u.test(text) && !/^\d{1,2}\.\d/u.test(text)) unread.push(column);
    else if (isReadable(text)) own.push(text);
    else {
      marked.push(term);
      unread.push(column);
    }
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
  return parseDeadline(text).rule.kind !== 'unknown';
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
