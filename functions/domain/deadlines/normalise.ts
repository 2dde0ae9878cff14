import type { Heal } from './heal.ts';
import { healLetters, healRomanNumbers } from './heal-letters.ts';
import { expandInitials, healWords, splitNumbersAndBrackets } from './heal-words.ts';

/** `text` is what the grammar reads; `original` has the same length and offsets, with the writer's capitals. */
export interface NormalisedPhrase {
  readonly text: string;
  readonly original: string;
  /** Russian sentences. */
  readonly healed: readonly string[];
}

/** Mends what clerks really type; nothing is mended without a sentence in `healed`. */
export function normalisePhrase(phrase: string): NormalisedPhrase {
  const healed = new Set<string>();
  const heal: Heal = (what) => healed.add(what);
  let text = phrase.normalize('NFC');
  for (const step of STEPS) text = step(text, heal);
  const lower = text.toLowerCase().replaceAll('ё', 'е');
  return { text: lower, original: lower.length === text.length ? text : lower, healed: [...healed] };
}

const STEPS: readonly ((text: string, heal: Heal) => string)[] = [
  healSpaces,
  healDashes,
  healStrayMarks,
  healLetters,
  splitNumbersAndBrackets,
  healRomanNumbers,
  expandInitials,
  healWords,
  healPunctuation,
];

function healSpaces(text: string, heal: Heal): string {
  const clean = text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean !== text && clean !== text.trim().replace(/\r?\n/g, ' '))
    heal('Лишние и неразрывные пробелы заменены обычными.');
  return clean;
}

const ODD_DASH = /[\u2010-\u2015\u2212\u00af\ufe58\ufe63\uff0d]/g;
function healDashes(text: string, heal: Heal): string {
  const plain = text.replace(ODD_DASH, '-').replace(/\s*(?:\.{3,}|…)\s*(?=[А-Яа-яЁё\d])/g, '-');
  if (plain !== text) heal('Тире приведены к одному виду.');
  return plain.includes('-') ? plain.replace(/\s*-+\s*/g, '-') : plain;
}

function healStrayMarks(text: string, heal: Heal): string {
  if (!/[«»"“”„'*_~^`•·|\\<>{}[\]]/.test(text)) return text;
  const unquoted = text
    .replace(/^[«"“„']+([^«»"“”„]*)[»"”']+$/, '$1')
    .replace(/["«“„]\s*(\d{1,2})\s*["»”]/g, '$1');
  const clean = unquoted.replace(/[*_~^`•·|\\<>{}[\]]+/g, (marks, at: number, whole: string) =>
    isInsideRoman(whole, at) ? marks : ' ',
  );
  if (clean !== text) heal('Лишние знаки не учтены.');
  return clean.replace(/\s+/g, ' ').trim();
}
const isInsideRoman = (text: string, at: number): boolean =>
  text[at] === '|' && /[IiІlХXV|]/.test(text[at + 1] ?? '');

function healPunctuation(text: string, heal: Heal): string {
  const single = text.replace(/([.,;:])[.,;]+/g, (run, first: string) => (run.includes(',') ? ',' : first));
  if (single !== text) heal('Повторённые знаки препинания убраны.');
  const dots = single.replace(/(?<!\d)(\d{1,2}),(\d{2}),(\d{4})(?!\d)/g, '$1.$2.$3');
  if (dots !== single) heal('Запятые в дате прочитаны как точки.');
  return tidySpaces(/[.,;:)]/.test(dots) ? tidyMarks(dots) : dots);
}

/** One space after a comma and none before a mark; none inside a date; a full stop between words is a comma. */
const tidyMarks = (text: string): string =>
  text
    .replace(/(\d{1,2}\.\d{2})\.\s+(?=\d{1,2}\.\d)/g, '$1, ')
    .replace(/(\d)\s*\.\s*(?=\d)/g, '$1.')
    .replace(/(\d)\.\s*(?=[А-Яа-яЁё])/g, '$1 ')
    .replace(/([А-Яа-яЁё])\.\s*(?=[А-Яа-яЁё\d])/g, '$1, ')
    .replace(/\s+([,;:.)])/g, '$1')
    .replace(/([,;])(?=\S)/g, '$1 ')
    .replace(/^[\s.,;:]+|[\s.,;:]+$/g, '');

const tidySpaces = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s?-\s?/g, '-')
    .replace(/^[\s-]+|[\s-]+$/g, '');
