import { roomFor, type TextBox } from './row-height.ts';
import { widthOfText } from './text-width.ts';

/** Between the two groups a Russian word may be divided: й, ь, ъ; vowels; consonants. */
const PLACES: readonly RegExp[] = [
  /([йьъ])(?=[а-яё]{2})/gi,
  /([аеёиоуыэюя])(?=[аеёиоуыэюя][а-яё])/gi,
  /([аеёиоуыэюя][бвгджзклмнпрстфхцчшщ])(?=[бвгджзклмнпрстфхцчшщ]{1,2}[аеёиоуыэюя])/gi,
  /([бвгджзклмнпрстфхцчшщ][аеёиоуыэюя])(?=[бвгджзклмнпрстфхцчшщ][аеёиоуыэюя])/gi,
  /([аеёиоуыэюя][бвгджзклмнпрстфхцчшщ]{2})(?=[бвгджзклмнпрстфхцчшщ]{2}[аеёиоуыэюя])/gi,
];
/** Letters that stay together at either end. */
const SHORTEST = 2;

/**
 * A title whose words all fit the column: those that are too long are divided by a hyphen and a line break, for no
 * spreadsheet hyphenates and all cut a long word anywhere.
 */
export function breakLongWords(text: string, box: TextBox): string {
  const room = roomFor(box);
  return text
    .split(' ')
    .map((word) => (widthOfText(word) <= room ? word : divide(word, room)))
    .join(' ');
}

function divide(word: string, room: number): string {
  const places = placesIn(word);
  const pieces: string[] = [];
  let start = 0;
  while (widthOfText(word.slice(start)) > room) {
    const fitting = places.filter(
      (place) => place > start && widthOfText(`${word.slice(start, place)}-`) <= room,
    );
    const end = fitting.at(-1);
    if (end === undefined) break;
    pieces.push(`${word.slice(start, end)}-`);
    start = end;
  }
  return [...pieces, word.slice(start)].join('\n');
}

function placesIn(word: string): readonly number[] {
  const places = PLACES.flatMap((pattern) =>
    [...word.matchAll(pattern)].map(({ index, 0: before }) => index + before.length),
  );
  return [...new Set(places)]
    .filter((place) => place >= SHORTEST && place <= word.length - SHORTEST)
    .sort((a, b) => a - b);
}

/** By Russian custom the second stays on the line of the first. */
const UNBROKEN: readonly RegExp[] = [
  /№ (?!п\/п|мероприяти)/gu,
  / (?=[—–])/gu,
  /— (?=\d)/gu,
  /\d (?=[\p{Ll}%])/gu,
  /(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря) (?=\d{4})/gu,
  /\p{Lu}\.(?:\p{Lu}\.)? (?=\p{Lu}\p{Ll})/gu,
];

/** The text with spaces at which no line ends: `№ 1`, `15 октября 2021 г.`, `5 школ`, `И.О. Фамилия`, a dash. */
export function typeset(text: string): string {
  return UNBROKEN.reduce(
    (set, pattern) => set.replace(pattern, (found) => `${found.slice(0, -1)}\u00a0`),
    text,
  );
}
