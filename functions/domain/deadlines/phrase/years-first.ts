import type { NormalisedPhrase } from './normalise.ts';

/** «2021 год-», «в 2022 году до», «2022: », «2021 года (». */
const HEAD =
  /(?<=^|[,;)] ?|\sи )(?:(?<!\d[.,] ?)в )?(20\d\d)(?: год[ау]?)?(?: ?[-:(] ?|,? (?=(?:до|не позднее) ))(?!20\d\d)/g;
/** A member of a list that can take a year: it ends with a month, a quarter or a half-year. */
const DATED =
  /(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугоди)[а-я]*$|\d\.\d\d$/;

/** «2021-2024 годы, IV квартал»: years that the list has at its end just as well. */
const RUN_FIRST =
  /^(20\d\d-20\d\d(?: год[а-я]*)?)[,:]? ((?:\d квартал|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*)$/;

/**
 * «2021 год – март, 2022 год – февраль, май» as «март 2021, февраль 2022, май 2022»: the years are said before their
 * lists. Undefined where fewer than two years stand so, or where a date has a year of its own.
 */
export function withYearsLast({ text, healed }: NormalisedPhrase): NormalisedPhrase | undefined {
  const [, run, dates] = RUN_FIRST.exec(text) ?? [];
  if (run !== undefined) return { text: `${dates} ${run}`, original: `${dates} ${run}`, healed };
  const heads = [...text.matchAll(HEAD)];
  if (heads.length < 2 || heads[0]?.index !== 0) return undefined;
  const lists = heads.map((head, index) => ({
    year: head[1] ?? '',
    words: text.slice(head.index + head[0].length, heads[index + 1]?.index ?? text.length),
  }));
  if (lists.some(({ words }) => /20\d\d/.test(words))) return undefined;
  const respelt = lists.map(({ year, words }) => dated(words, year)).join(', ');
  return { text: respelt, original: respelt, healed };
}

const dated = (words: string, year: string): string =>
  words
    .replace(/[\s,;)]+(?:и)?\s*$/, '')
    .split(/(?=[,;] |\sи\s)/)
    .map((member) => (DATED.test(member) ? `${member} ${year}` : member))
    .join('');
