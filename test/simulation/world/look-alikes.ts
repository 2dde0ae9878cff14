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

/** The same for a title and all its disguises. */
export function seenAs(header: string): string {
  return header
    .replaceAll(/[\u200b\u00ad]/gu, '')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[aeopcx]/gu, (letter) => RUSSIAN.get(letter) ?? letter);
}

/** Titles and synonyms of all columns, as they are seen. */
export function seenNames(
  worksheet: keyof typeof WORKSHEETS,
): readonly (readonly [key: string, name: string])[] {
  return WORKSHEETS[worksheet].columns.flatMap(({ key, title, synonyms = [] }) =>
    [title, ...synonyms].map((name) => [key, seenAs(name)] as const),
  );
}
