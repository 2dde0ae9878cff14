import { parseAsTyped } from '../../../domain/deadlines/index.ts';
import { genitive } from './term-columns.ts';
import { yearAlone, type PlanYear } from './plan-year.ts';

/** What the headings above a row say of it. */
export interface UnderBanners {
  readonly section: string;
  readonly year: PlanYear | undefined;
  /** The deadline of rows that have none: a month, a quarter, a stage with its term. */
  readonly term: string;
  /** The term is the whole heading, and no section has it for its own. */
  readonly isBare: boolean;
}

export const NO_BANNERS: UnderBanners = { section: '', year: undefined, term: '', isBare: false };

/** A heading that has passed: a year or a month holds until the next one, a stage's term until the next heading. */
export function under(before: UnderBanners, heading: string): UnderBanners {
  if (heading.length > LONGEST || !NAMES_TIME.test(heading)) return inSection(before, heading);
  const year = yearAlone(heading);
  if (year) return { ...before, year, term: '', isBare: false };
  const term = termOf(heading);
  if (term !== undefined && term === heading.trim()) return { ...before, term, isBare: true };
  if (term !== undefined) return { ...before, section: heading, term, isBare: false };
  return inSection(before, heading);
}

/** A month or a part of a year; other headings need not be read. */
const NAMES_TIME =
  /январ|феврал|март|апрел|ма[йя](?![а-яё])|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугод|четверт|20\d\d|\d\.\d/iu;

export function inSection(before: UnderBanners, heading: string): UnderBanners {
  return before.isBare ? { ...before, section: heading } : { ...before, section: heading, term: '' };
}

const LONGEST = 300;
const MOST_PARTS = 3;

/** «СЕНТЯБРЬ», «I этап (сентябрь – декабрь 2021)», «Этап 2: до 1 мая». */
function termOf(heading: string): string | undefined {
  const text = heading.trim();
  if (isTerm(text)) return text;
  const parts = [...text.matchAll(/\(([^()]+)\)/gu), ...text.matchAll(/[:–—-]\s+([^:()]+)$/gu)].slice(
    0,
    MOST_PARTS,
  );
  return parts.map(([, part = '']) => part.trim()).find(isTerm);
}

const TERMS: ReadonlySet<string> = new Set([
  'month',
  'month_range',
  'quarter',
  'date_range',
  'by_date',
  'before_month',
]);

function isTerm(text: string): boolean {
  const reading = parseAsTyped(text);
  if (!reading) return false;
  return TERMS.has(reading.rule.kind) && reading.remarks.length === 0 && reading.further.length === 0;
}

/** The row's own deadline, completed by the month of its banner where it names none; blank, it is the banner's. */
export function deadlineUnder(own: string, { term }: UnderBanners): string {
  if (term === '' || own === term) return own;
  if (own === '') return term;
  const rule = parseAsTyped(own)?.rule;
  const inMonth = rule?.kind === 'relative' && rule.anchor.type === 'context' ? rule.anchor : undefined;
  if (rule?.kind === 'recurring' && rule.frequency.unit === 'week')
    return [`${own}, ${term}`].find((phrase) => parseAsTyped(phrase)?.further.length === 0) ?? own;
  if (rule && inMonth?.span !== 'month') return own;
  if (inMonth?.weeks.length === 0 && inMonth.edge === null) return term;
  return [`${own} ${genitive(term)}`, `${term}, ${own}`].find(isTerm) ?? own;
}
