import { parseAsTyped, type DeadlineRule } from '../../../domain/deadlines/index.ts';

const STARTS =
  /(?<![а-яё\d])(?:в срок (?:до|не позднее)|не позднее|не позже|до|к|с|в период с|в течение|еже(?:месячно|квартально|годно|недельно|дневно))\s/giu;
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
/** «в течение 10 рабочих дней после утверждения»: both the days and the event are said. */
const isCounted = (rule: DeadlineRule): boolean =>
  rule.kind === 'relative' &&
  rule.anchor.type === 'event' &&
  rule.anchor.direction !== 'before' &&
  rule.anchor.amount !== null &&
  rule.anchor.event !== null;
const MOST_WORDS = 10;
const MOST_STARTS = 3;
/** Words that name no day, month or part of a year need not be read. */
const NAMES_TIME =
  /\d|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугод|четверт|год|еже/iu;
const LONGEST = 2000;

/** The deadline inside a measure's own text: «… представить планы (в срок до 10 августа)». The longest of the last. */
export function termInText(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const found = [
    ...[...text.matchAll(STARTS)].slice(-MOST_STARTS).map(({ index }) => longestFrom(text.slice(index))),
    asideOf(text),
  ].filter((part) => part !== undefined);
  return found.reduce<string | undefined>(
    (best, part) => (best === undefined || !best.includes(part) ? part : best),
    undefined,
  );
}

/** «(январь 2022 г., отв. Орлова)», «… – 15 февраля»: a date that stands apart. */
function asideOf(text: string): string | undefined {
  const parts = [
    ...[...text.matchAll(/\(([^(),;]{3,40})[^()]*\)/gu)].slice(-MOST_STARTS),
    ...text.matchAll(/\s[–—-]\s([^–—]{3,40}?)[.;\s]*$/gu),
  ].map(([, part = '']) => part.trim());
  return parts.find((part) => {
    if (!NAMES_TIME.test(part)) return false;
    const reading = parseAsTyped(part);
    const kind = reading?.rule.kind ?? '';
    const isNamed = TAKEN.has(kind) || kind === 'month';
    return isNamed && kind !== 'year_round' && reading?.remarks.length === 0 && reading.further.length === 0;
  });
}

function longestFrom(text: string): string | undefined {
  const words = (text.split(/[()]|[.;](?=\s+[А-ЯЁ]|\s*$)/u)[0] ?? '')
    .trim()
    .split(/\s+/u)
    .slice(0, MOST_WORDS);
  if (!NAMES_TIME.test(words.join(' '))) return undefined;
  const fewest = (words[0] ?? '').toLocaleLowerCase('ru').startsWith('еже') ? 1 : 2;
  for (let count = words.length; count >= fewest; count -= 1) {
    const phrase = words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,.;:]+$/u, '');
    const reading = parseAsTyped(phrase);
    if (!reading || reading.remarks.length > 0 || reading.further.length > 0) continue;
    const { rule } = reading;
    const isNamed = rule.kind !== 'year_round' || rule.from !== null || /год/iu.test(phrase);
    if ((TAKEN.has(rule.kind) && isNamed) || isCounted(rule)) return phrase;
  }
  return undefined;
}
