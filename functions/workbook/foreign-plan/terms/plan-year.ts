import { parseAsTyped } from '../../../domain/deadlines/index.ts';
import { listNames } from '../../../domain/text/russian.ts';
import { calendarYear, schoolYear, type Period } from '../../../domain/dates/period.ts';

/** The year that a title or a banner names: of the calendar, or of the school by its first half. */
export interface PlanYear {
  readonly first: number;
  readonly isSchool: boolean;
}

/** «2022 год», «на 2021/22 учебный год» and nothing else. */
export function yearAlone(text: string): PlanYear | undefined {
  const reading = parseAsTyped(text.replace(/^(?:на|в|за)\s+/iu, ''));
  if (reading?.rule.kind !== 'year_round' || reading.remarks.length > 0) return undefined;
  const { from, to, scope } = reading.rule;
  return from !== null && from === to ? { first: from, isSchool: scope === 'school' } : undefined;
}

/** What a title says of the year: one, none, or several years, between which nobody can choose but a person. */
export interface TitleYear {
  readonly year?: PlanYear;
  /** A Russian sentence for the preview. */
  readonly remark?: string;
}

const ONE_YEAR = /(?<!\d\s{0,3}[-–—/.]\s{0,3}|\d)(20\d\d)\s*(?:г\.?(?![а-яё]|\s*г)|год(а|у)?(?![а-яё]))/giu;
const TWO_YEARS =
  /(20\d\d)\s*([-–—/])\s*(?:20)?(\d\d)(?!\d)\s*(уч[а-яё]*\.?\s*)?г(?:од)?(ы|ов|ах|\.?\s*г)?(?:\.|[а-яё]*)/giu;
/** What stands between «план» and a year that is not the plan's. */
const OF_OTHERS = /(?<![а-яё])(?:(?:от|за)(?![а-яё])|итог|результат|утв|приказ)|\d\s+[а-яё]+\s*$/iu;
/** By how surely the plan is for the year: the least is the surest. */
const RANKS = { forYear: 0, plain: 1, lookingBack: 2 } as const;

/** «План … на 2022 год»: where the surest of what the texts say names one year. */
export function yearInTitle(texts: readonly string[]): TitleYear {
  const said = texts.flatMap(yearsIn);
  const least = said.reduce((found, { rank }) => Math.min(found, rank), Number.POSITIVE_INFINITY);
  const surest = said.filter(({ rank }) => rank === least);
  const years = surest.flatMap(({ year }) => year ?? []);
  const [year] = years;
  if (year && new Set(years.map(nameYear)).size === 1) return { year };
  if (surest.length === 0) return {};
  const names = [...new Set(surest.map((each) => (each.year ? nameYear(each.year) : each.text)))];
  return {
    remark:
      `в заголовке назван не один год (${listNames(names)}), поэтому к срокам без года он не приписан: ` +
      'они считаются в периоде книги. Если год другой, допишите его в сроках',
  };
}

interface Said {
  /** Of `RANKS`. */
  readonly rank: number;
  readonly text: string;
  /** Undefined: a span of years. */
  readonly year?: PlanYear;
}

/** «Период: 2021 год». */
const LABELLED = /^(?:период|год|срок(?:и)?(?: реализации)?|учебный год)\s*[:–—-]\s*(\S.*)$/iu;

function yearsIn(text: string): readonly Said[] {
  const labelled = LABELLED.exec(text.trim())?.[1];
  const alone = labelled === undefined || labelled.length > LONGEST_WORD ? undefined : yearAlone(labelled);
  if (alone) return [{ rank: RANKS.forYear, text, year: alone }];
  return [
    ...[...text.matchAll(ONE_YEAR)].flatMap((match) => oneYear(text, match)),
    ...[...text.matchAll(TWO_YEARS)].map((match) => twoYears(text, match)),
  ];
}

const LONGEST_WORD = 40;

/** The word before a place of the text, in small letters; «период» says nothing of its own. */
function wordBefore(text: string, index: number): string {
  const before = text
    .slice(Math.max(0, index - LONGEST_WORD), index)
    .trimEnd()
    .replace(
      /\s+(?:период|(?:I{1,3}|IV|[1-4](?:-[ео]е)?|перв\p{L}+|втор\p{L}+)\s+(?:полугодие|квартал))$/iu,
      '',
    );
  return (/[а-яё]+$/iu.exec(before)?.[0] ?? '').toLocaleLowerCase('ru');
}

/** «на 2022 год»; «План … 2022 год», but not «план от 15 марта 2022 г.»; «за 2021 год», «в 2021 году». */
function oneYear(text: string, match: RegExpExecArray): readonly Said[] {
  const [whole, first, ending] = match;
  const said = { text: whole, year: { first: Number(first), isSchool: false } };
  const word = wordBefore(text, match.index);
  if (word === 'на') return [{ ...said, rank: RANKS.forYear }];
  if (word === 'за' || word === 'в') return [{ ...said, rank: RANKS.lookingBack }];
  const before = text.slice(0, match.index).toLocaleLowerCase('ru');
  const plan = before.lastIndexOf('план');
  const isPlain = plan !== -1 && ending === undefined && !OF_OTHERS.test(before.slice(plan));
  return isPlain ? [{ ...said, rank: RANKS.plain }] : [];
}

/** «2021/22 учебный год», «2021/22 год»; «2021–2022 годы» are two years of the calendar. */
function twoYears(text: string, match: RegExpExecArray): Said {
  const [whole, first, sign, next, school, plural] = match;
  const word = wordBefore(text, match.index);
  const isBack = word === 'за' || word === 'в' || /^(?:итог|результат)/u.test(word);
  const rank = word === 'на' ? RANKS.forYear : isBack ? RANKS.lookingBack : RANKS.plain;
  const isSchool = school !== undefined || (sign === '/' && plural === undefined);
  return isSchool && (Number(first) + 1) % 100 === Number(next)
    ? { rank, text: whole, year: { first: Number(first), isSchool: true } }
    : { rank, text: whole };
}

export function isYearOf({ first, isSchool }: PlanYear, period: Period): boolean {
  const { start, end } = isSchool ? schoolYear(first) : calendarYear(first);
  return period.start === start && period.end === end;
}

export const nameYear = ({ first, isSchool }: PlanYear): string =>
  isSchool ? `${first}/${first + 1} учебный год` : `${first} год`;

/** The phrase with the year that the plan says elsewhere, undefined where it has one or takes none. */
export function phraseInYear(phrase: string, { first, isSchool }: PlanYear): string | undefined {
  if (phrase === '' || /(?<!\d)(?:19|20)\d\d(?!\d)|\d\.\d{1,2}\.\d{2}(?!\d)/u.test(phrase)) return undefined;
  const yearOfMonth = (month: number): number => (isSchool && month < 9 ? first + 1 : first);
  const inFigures = phrase.replaceAll(DAY, (day, month: string) => `${day}.${yearOfMonth(Number(month))}`);
  const year = isSchool ? `${first}/${first + 1} учебного года` : `${first} года`;
  return [
    inFigures,
    phrase.replace(/(?:учебного |календарного )?года$/iu, year),
    `${phrase} ${year}`,
    `${phrase}, в течение ${year}`,
  ].find((candidate) => candidate !== phrase && saysYear(candidate));
}

/** «15.09», the month apart. */
const DAY = /(?<![\d.])\d{1,2}\.(\d{1,2})(?!\.?\d)/gu;

/** Every date of the phrase has its year, and nothing of it is left unread. */
function saysYear(phrase: string): boolean {
  const reading = parseAsTyped(phrase);
  if (!reading || reading.further.length > 0) return false;
  const { rule, remarks } = reading;
  const text = JSON.stringify(rule);
  if (remarks.some((remark) => /20\d\d/u.test(remark))) return false;
  if (rule.kind === 'year_round') return rule.from !== null;
  return rule.kind === 'recurring'
    ? rule.during !== undefined
    : !text.includes('"year":null') && /"year":\d/u.test(text);
}
