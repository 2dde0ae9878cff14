import { parseAsTyped } from '../../../domain/deadlines/index.ts';

const STARTS =
  /(?<![а-яё\d])(?:в срок (?:до|не позднее)|не позднее|не позже|до|к|с|в период с|в течение|еже(?:месячно|квартально|годно|недельно))\s/giu;
const TAKEN: ReadonlySet<string> = new Set([
  'by_date',
  'before_month',
  'month_range',
  'quarter',
  'date_range',
  'year_round',
  'annual',
  'recurring',
]);
const MOST_WORDS = 10;
const MOST_STARTS = 3;
/** Words that name no day, month or part of a year need not be read. */
const NAMES_TIME =
  /\d|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугод|четверт|год|еже/iu;
const LONGEST = 2000;

/** The deadline inside a measure's own text: «… представить планы (в срок до 10 августа)». The longest of the last. */
export function termInText(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const found = [...text.matchAll(STARTS)]
    .slice(-MOST_STARTS)
    .map(({ index }) => longestFrom(text.slice(index)))
    .filter((part) => part !== undefined);
  return found.reduce<string | undefined>(
    (best, part) => (best === undefined || !best.includes(part) ? part : best),
    undefined,
  );
}

function longestFrom(text: string): string | undefined {
  const words = (text.split(/[()]|[.;](?=\s+[А-ЯЁ]|\s*$)/u)[0] ?? '')
    .trim()
    .split(/\s+/u)
    .slice(0, MOST_WORDS);
  if (!NAMES_TIME.test(words.join(' '))) return undefined;
  for (let count = words.length; count > 1; count -= 1) {
    const phrase = words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,.;:]+$/u, '');
    const reading = parseAsTyped(phrase);
    if (!reading || reading.remarks.length > 0 || reading.further.length > 0) continue;
    const { rule } = reading;
    const isNamed = rule.kind !== 'year_round' || rule.from !== null || /год/iu.test(phrase);
    if (TAKEN.has(rule.kind) && isNamed) return phrase;
  }
  return undefined;
}
