import { MOST_ITEMS, type Amount, type DeadlineRule } from '../rule/rule.ts';

/** What the grammar makes of a phrase. */
export interface ParsedPhrase {
  /** Null where the grammar does not know the phrase. */
  readonly rule: DeadlineRule | null;
  /** Words beside the rule, in the writer's spelling. */
  readonly remarks: readonly string[];
  /** Words beside the rule that may set a deadline of their own. */
  readonly further: readonly string[];
}

/** Questions that the grammar asks of the words and numbers it has read. */

export const MONTH_STEM =
  /(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)(?!ьск|овск)|(?:^|[^а-я])ма[йяюе](?:[^а-я]|$)/;

/** Words beside the rule; `further` are those that may set a deadline of their own. */
export type Remark = string | { readonly further: string };
export function reading(rule: DeadlineRule | null, remarks: readonly Remark[]): ParsedPhrase {
  return {
    rule,
    remarks: remarks.filter((remark) => typeof remark === 'string'),
    further: remarks.flatMap((remark) => (typeof remark === 'string' ? [] : [remark.further])),
  };
}

export const trimmed = (text: string): string => text.replace(/^[ (,;:.-]+|[ ),;:.-]+$/g, '');
/** Longer lists are no deadline; `rule.ts` has the same limit. */
export const fitsRule = (list: readonly unknown[]): boolean => list.length <= MOST_ITEMS;

/** A month or a number: such words must not be taken for a mere remark. */
export const namesDate = (text: string): boolean => /\d/.test(text) || MONTH_STEM.test(text);
/** «приказа, но не позднее 1 октября»: a date that must not be lost in the name of an act or event. */
export const namesBound = (text: string): boolean =>
  /(?:не позднее|не позже|(?<![а-я])(?:до|к)) (?:\d|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)/.test(
    text,
  );
export const hasMonth = (text: string): boolean => MONTH_STEM.test(text);
/** «(9 класс)», «(1 раз)», «(отчёт за 1 четверть)»: such numbers are of no date. */
export const withoutCounts = (text: string): string =>
  text.replace(
    /\d+(?:(?:-|, | и )\d+)* (?:класс|кл(?![а-я])|этап|школ|оо|чел|раз|групп|шт)[а-я]*|(?:за )?\d (?:четверт|полугоди|квартал|триместр)[а-я]*|(?<![а-я])(?:п|пп|пункт|подпункт|ст|стать|раздел|гл|приложени|прил|форм|таблиц|приказ|письм|протокол|№)[а-я]*,? ?(?:№ ?)?\d+(?:\.\d+)*/g,
    '',
  );
export const namesFrequency = (text: string): boolean =>
  !/^(?:а )?(?:и далее|далее|затем)[ ,-]*(?:по|при) (?:мере|необход|запрос|обращен|заявк|потребн|надобн)[а-я ]*$/.test(
    text,
  ) &&
  !/^(?:постоянно|систематически|регулярно)$/.test(text) &&
  /еже|кажд|далее|затем|потом|в течение|постоян|кроме|исключ|каникул|раза? в /.test(text);
/** Month and day of a date in figures; the day may still be too late for its month, which resolution refuses. */
export const isMonthDay = (day: string, month: string): boolean =>
  isDay(day) && Number(month) >= 1 && Number(month) <= 12;
export const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;
export const areQuarters = (numbers: readonly number[], system?: string): boolean =>
  numbers.every((n) => n >= 1 && n <= (system === 'trimester' || system === 'module' ? 3 : 4));
export const inDays = ({ unit }: Amount): boolean => unit === 'day' || unit === 'working_day';
export const isDay = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31;
export const followingYear = (from: string, to: string): boolean =>
  (Number(from) + 1) % (to.length === 2 ? 100 : 10_000) === Number(to);
export const areRising = (years: readonly string[]): boolean =>
  years.every((year, index) => index === 0 || year > (years[index - 1] ?? year));
/** Following school years, called so once at least. */
export const areSchoolYears = (
  years: readonly { readonly year: number; readonly named: boolean }[],
  named: boolean,
): boolean =>
  (named || years.some((each) => each.named)) &&
  years.every(({ year }, index) => index === 0 || year > (years[index - 1]?.year ?? year));
/** Runs [first, last] spelt out: [[1, 3], [5, 5]] is 1, 2, 3, 5. */
export const numbersOf = (runs: readonly (readonly [number, number])[]): number[] =>
  runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step));
