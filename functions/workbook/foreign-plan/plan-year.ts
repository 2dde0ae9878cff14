import { parseAsTyped } from '../../domain/deadlines/index.ts';
import { calendarYear, schoolYear, type Period } from '../../domain/period.ts';

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

const SCHOOL = /(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)\s*(?:уч[а-яё]*\.?\s*)?(?:г|год)/iu;
const CALENDAR = /(?<![а-яё])(?:на|в|за)\s+(20\d\d)\s*(?:г|год)/iu;

/** «План … на 2022 год»: of several texts the last that names one year. */
export function yearInTitle(texts: readonly string[]): PlanYear | undefined {
  return texts.reduce<PlanYear | undefined>((found, text) => yearIn(text) ?? found, undefined);
}

function yearIn(text: string): PlanYear | undefined {
  const [, first, next] = SCHOOL.exec(text) ?? [];
  if (first !== undefined && (Number(first) + 1) % 100 === Number(next))
    return { first: Number(first), isSchool: true };
  const [, year] = CALENDAR.exec(text) ?? [];
  return year === undefined ? undefined : { first: Number(year), isSchool: false };
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
