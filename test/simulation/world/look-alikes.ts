import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Random } from '../random.ts';

const LATIN: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x' };
const RUSSIAN = new Map(Object.entries(LATIN).map(([russian, latin]) => [latin, russian]));

/** What a person sees as the same word: each is typed by hands and programs every day. */
const DISGUISES: readonly ((title: string) => string)[] = [
  (title) => `${title}\u200b`,
  (title) => `${title.slice(0, 2)}\u00ad${title.slice(2)}`,
  (title) => ` ${title.replaceAll(' ', '\u00a0 ')} `,
  (title) => title.toUpperCase(),
  (title) => title.replaceAll(/[аеорсх]/gu, (letter) => LATIN[letter] ?? letter),
];

export function disguise(title: string, random: Random): string {
  return random.pick(DISGUISES)(title);
}

/** Values of cells are asked of, too: a night of runs has millions. */
const MOST_SEEN = 20_000;
const seen = new Map<string, string>();

/** The same for a title and all its disguises. The oracles ask of the same few headers at every step. */
export function seenAs(header: string): string {
  const known = seen.get(header);
  if (known !== undefined) return known;
  const name = bare(header);
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(header, name);
  return name;
}

function bare(header: string): string {
  return header
    .replaceAll(/[\u200b\u00ad]/gu, '')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[aeopcx]/gu, (letter) => RUSSIAN.get(letter) ?? letter);
}

type Worksheet = keyof typeof WORKSHEETS;
type Names = readonly (readonly [key: string, name: string])[];

const names = new Map<Worksheet, Names>();

/** Titles and synonyms of all columns, as they are seen. */
export function seenNames(worksheet: Worksheet): Names {
  const known = names.get(worksheet) ?? namesOf(worksheet);
  names.set(worksheet, known);
  return known;
}

function namesOf(worksheet: Worksheet): Names {
  return WORKSHEETS[worksheet].columns.flatMap(({ key, title, synonyms = [] }) =>
    [title, ...synonyms].map((name) => [key, seenAs(name)] as const),
  );
}
