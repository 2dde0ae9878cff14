import { withoutInvisible } from '../../text/same-name.ts';
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
  healItemNumbers,
  healStrayMarks,
  healSheetMonth,
  healLetters,
  splitNumbersAndBrackets,
  healRomanNumbers,
  expandInitials,
  healWords,
  healPunctuation,
];

/** The steps look first whether there is anything to mend: most phrases are clean, and a replacement costs tenfold. */
const ODD_SPACES = /\s\s|[^\S ]|^\s|\s$/;
function healSpaces(text: string, heal: Heal): string {
  const visible = withoutInvisible(text);
  if (visible === text && !ODD_SPACES.test(text)) return text;
  const clean = visible.replace(/\s+/g, ' ').trim();
  if (clean !== text && clean !== text.trim().replace(/\r?\n/g, ' '))
    heal('Лишние и неразрывные пробелы заменены обычными.');
  return clean;
}

const ODD_DASH = /[\u2010-\u2015\u2212\u00af\ufe58\ufe63\uff0d]/g;
const ANY_DASH = new RegExp(`${ODD_DASH.source}|-|…|\\.{3}`);
function healDashes(text: string, heal: Heal): string {
  if (!ANY_DASH.test(text)) return text;
  const plain = text.replace(ODD_DASH, '-').replace(/\s*(?:(?<!\.)\.{3,}|…)\s*(?=[А-Яа-яЁё\d])/g, '-');
  if (plain !== text) heal('Тире приведены к одному виду.');
  return plain.includes('-') ? plain.replace(/\s*-+\s*/g, '-') : plain;
}

/** «1) октябрь; 2) март»: item numbers, unless days are meant («1. октября»). */
const ITEM_NUMBER = /(?<=^|[\s;,])[1-9][.)]\s?(?=[А-Яа-яЁё])(?![а-яё]+[ая](?![а-яё]))/gi;
function healItemNumbers(text: string, heal: Heal): string {
  if (!/^1[.)]\s?[а-яё]/i.test(text)) return text;
  const numbers = (text.match(ITEM_NUMBER) ?? []).map((found) => Number(found[0]));
  if (numbers.length < 2 || numbers.some((number, index) => number !== index + 1)) return text;
  heal('Номера пунктов не учтены.');
  return text.replace(ITEM_NUMBER, '');
}

/** «сен.21», «сен-21»: how a spreadsheet shows a month. */
const SHEET_MONTH = /^(янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек)[.-](1[5-9]|[23]\d)$/i;
function healSheetMonth(text: string, heal: Heal): string {
  const [, month, year] = SHEET_MONTH.exec(text) ?? [];
  if (month === undefined || year === undefined) return text;
  heal(`«${text}» прочитано как месяц и год: ${month}. 20${year}.`);
  return `${month} 20${year}`;
}

function healStrayMarks(text: string, heal: Heal): string {
  if (!/[«»"“”„'*_~^`•·|\\<>{}[\]]/.test(text)) return text;
  const unquoted = text
    .replace(/(?<=\d)\s?\\\s?(?=\d)/g, '/')
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

/** «до 15,09», but neither «до 5,10 октября» nor «5,10 числа». */
const COMMA_DATE =
  /(?<=^|[(-]|(?<![А-Яа-яЁё])(?:до|по|с|к|позднее|позже|срок)\s)(\d{1,2}),(0[1-9]|1[0-2])(?=$|[)-]|\.20\d\d|\s(?:20\d\d|до|по|года?)(?![А-Яа-яЁё\d]))/gi;

/** «до 5,10»: the 5th and 10th, or the 5th of October. */
const isCommaList = (day: string, month: string): boolean =>
  Number(month) >= 10 && Number(day) < Number(month) && !day.startsWith('0');

function healPunctuation(text: string, heal: Heal): string {
  if (!/[.,;:)]/.test(text)) return tidySpaces(text);
  const single = text.replace(/([.,;:])[.,;]+/g, (run, first: string) => /[,;]/.exec(run)?.[0] ?? first);
  if (single !== text) heal('Повторённые знаки препинания убраны.');
  if (!single.includes(',')) return tidySpaces(tidyMarks(single));
  const dots = single
    .replace(/(?<!\d)(\d{1,2})[.,](\d{2})[.,](\d{4})(?!\d)/g, '$1.$2.$3')
    .replace(COMMA_DATE, (found, day: string, month: string) =>
      isCommaList(day, month) ? found : `${day}.${month}`,
    );
  if (dots !== single) heal('Запятые в дате прочитаны как точки.');
  return tidySpaces(tidyMarks(dots));
}

/** One space after a comma and none before a mark; none inside a date; a full stop between words is a comma. */
const tidyMarks = (text: string): string =>
  text
    .replace(/(\d{1,2}\.\d{2})\.\s+(?=\d{1,2}\.\d)/g, '$1, ')
    .replace(/(\d)\s*\.\s*(?=\d)/g, '$1.')
    .replace(/(\d)\.\s*(?=[А-Яа-яЁё])/g, '$1 ')
    .replace(/([А-Яа-яЁё])\.\s*(?=[А-Яа-яЁё\d])/g, '$1, ')
    .replace(/\s+([,;:.)])/g, '$1')
    .replace(/(?<![А-Яа-яЁё])(до|по|к|позднее|позже):(?=\s?\d)/gi, '$1 ')
    .replace(/([,;])(?=\S)/g, '$1 ')
    .replace(/^[\s.,;:]+|(?<![\s.,;:])[\s.,;:]+$/g, '');

const LOOSE_SPACES = /\s\s|[^\S ]|-|^\s|\s$/;
const tidySpaces = (text: string): string =>
  LOOSE_SPACES.test(text)
    ? text
        .replace(/\s+/g, ' ')
        .replace(/\s?-\s?/g, '-')
        .replace(/^[\s-]+|(?<![\s-])[\s-]+$/g, '')
    : text;
