import { ABBREVIATIONS, LOOK_ALIKES, RESPELLED } from './vocabulary.ts';

/** `text` is what the grammar reads; `original` has the same length and offsets, with the writer's capitals. */
export interface NormalisedPhrase {
  readonly text: string;
  readonly original: string;
  /** Russian sentences. */
  readonly healed: readonly string[];
}

type Heal = (what: string) => void;

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
  healGluedWords,
  healRomanNumbers,
  expandAbbreviations,
  healPunctuation,
  respellWords,
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
  return plain.replace(/\s*-+\s*/g, '-');
}

function healStrayMarks(text: string, heal: Heal): string {
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

const WORD = /[A-Za-zА-Яа-яЁёІі0-9]+/g;
const ROMAN = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)$/;
function healLetters(text: string, heal: Heal): string {
  if (!/[A-Za-zІі]|[036](?=[а-яё])/.test(text)) return text;
  return text.replace(WORD, (word) => {
    const cyrillic = toCyrillic(word);
    if (cyrillic === word) return word;
    heal(`«${word}»: латинские буквы или цифры прочитаны как похожие русские: «${cyrillic}».`);
    return cyrillic;
  });
}

function toCyrillic(word: string): string {
  if (ROMAN.test(word) || /^[Il1|iІіvVxX]+$/.test(word)) return word;
  if (/\d/.test(word)) return digitsAsLetters(word);
  if (!/[A-Za-zІі]/.test(word)) return word;
  const mapped = [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  return /[A-Za-z]/.test(mapped) ? word : mapped;
}

/** «0ктябрь»: only where the whole word then is one that deadlines use. */
function digitsAsLetters(word: string): string {
  const mapped = [...word]
    .map((sign) => LOOK_ALIKES.get(sign) ?? { '0': 'о', '3': 'з', '6': 'б' }[sign] ?? sign)
    .join('');
  return /^(?:октябр|ноябр|зимн|декабр|сентябр|феврал|август|апрел)[а-я]*$/i.test(mapped) ? mapped : word;
}

const ORDINAL_ENDING =
  /(\d)(?:\s?-\s?(?:го|ого|его|му|ему|ая|яя|ое|ой|ей|ий|ый|ую|юю|тий|ти|х|ух|ёх|ех|м|й|я|е|ю|ть|ми|дцати)|(?:го|ому|му|й|я|е|х|ая|ый|ой))(?![А-Яа-яЁё])/g;
function healGluedWords(text: string, heal: Heal): string {
  const plain = text.replace(ORDINAL_ENDING, '$1');
  const split = plain
    .replace(/([а-яё]{3,})([А-ЯЁ])/g, '$1 $2')
    .replace(/([А-Яа-яЁё])(\d)/g, '$1 $2')
    .replace(/(\d)([А-Яа-яЁё]{2,})/g, (_, digit: string, word: string) =>
      /^(?:гг|дневн)/i.test(word) ? digit + word : `${digit} ${word}`,
    )
    .replace(/(?<![А-Яа-яЁё])(в|на)(течени[еи]|протяжении|срок|период|конце|начале)(?![А-Яа-яЁё])/gi, '$1 $2')
    .replace(
      /(?<![А-Яа-яЁё])(до|по|ко|к|с|в)((?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр|конца|начала)[а-яё]*)/gi,
      '$1 $2',
    )
    .replace(/\)(?=[А-Яа-яЁё\d])/g, ') ')
    .replace(/(?<=[А-Яа-яЁё\d.])\(/g, ' (');
  if (split.replaceAll(' (', '(') !== plain.replaceAll(' (', '('))
    heal('Слитно набранные слова и числа разделены.');
  return split.replace(/(\d)([А-Яа-яЁё])/g, '$1 $2').replace(/(\d) дневн/g, '$1 дневн');
}

const UNIT_AFTER_ROMAN =
  /(?<![A-Za-zА-Яа-яЁё0-9.])([IІіVХXУПШlit1|]+)(?=(?:\s?-\s?(?:й|я|е|ый|ая|ом|м|го))?(?:[\s,-]|и\s|[IІVХXПШl|])*(?:кв|полуг|четв|нед|декад|половин|п\/г))/gi;
const PROPER_ROMAN =
  /(?<![A-Za-zА-Яа-яЁё0-9])(I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)(?![A-Za-zА-Яа-яЁё0-9])(?:-(?:й|я|е|ый|ая|ом|м|го|ое|ой|ую)(?![а-яё]))?/g;
const ROMAN_VALUES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** After it «11» is a mistyped II; «11 кварталов» is eleven of them. */
const ONE_UNIT = /^\s?(?:кв(?![а-я])|квартал(?!ов)|полуг(?!одий)|четверт[ьи])/i;

const romanOf = (typed: string): string =>
  typed
    .replace(/[IІіlit1|]/g, 'I')
    .toUpperCase()
    .replaceAll('П', 'II')
    .replaceAll('Ш', 'III')
    .replaceAll('У', 'V')
    .replaceAll('Х', 'X');

function healRomanNumbers(text: string, heal: Heal): string {
  const proper = text.replace(UNIT_AFTER_ROMAN, (typed: string, _group: string, at: number) => {
    const roman = romanOf(typed);
    if (roman === typed || !ROMAN.test(roman)) return typed;
    if (/^1+$/.test(typed) && (typed.length === 1 || !ONE_UNIT.test(text.slice(at + typed.length))))
      return typed;
    heal(`«${typed}» прочитано как римская цифра ${roman}.`);
    return roman;
  });
  return proper.replace(PROPER_ROMAN, (_, roman: string) => String(ROMAN_VALUES.indexOf(roman)));
}

const ABBREVIATED = /(?<![А-Яа-яЁё])([А-Яа-яЁё]{1,12})(\.+|(?![А-Яа-яЁё]))/g;
function expandAbbreviations(text: string, heal: Heal): string {
  const worded = text
    .replace(
      /(?<![А-Яа-яЁё])([ст])\.\s?г\.?(?![А-Яа-яЁё])/gi,
      () => (heal('«с. г.» прочитано как «текущего года».'), 'текущего года'),
    )
    .replace(
      /(?<![А-Яа-яЁё])п\/г(?![А-Яа-яЁё])\.?/gi,
      () => (heal('«п/г» прочитано как «полугодие».'), 'полугодие '),
    )
    .replace(
      /(?<![А-Яа-яЁё])у(?:ч)?\.?\s?\/?\s?г(?:од)?(?![А-Яа-яЁё])\.?/gi,
      (found) => (heal(`«${found}» прочитано как «учебного года».`), 'учебного года '),
    );
  return worded.replace(ABBREVIATED, (found: string, word: string, dots: string) => {
    const full = ABBREVIATIONS.get(word.toLowerCase());
    if (full === undefined || (full.needsDot && dots === '')) return found;
    heal(`Сокращение «${word}${dots ? '.' : ''}» прочитано как «${full.word}».`);
    return `${full.word} `;
  });
}

function healPunctuation(text: string, heal: Heal): string {
  const single = text.replace(/([.,;:])[.,;]+/g, (run, first: string) => (run.includes(',') ? ',' : first));
  if (single !== text) heal('Повторённые знаки препинания убраны.');
  return single
    .replace(/(\d{1,2}\.\d{2})\.\s+(?=\d{1,2}\.\d)/g, '$1, ')
    .replace(/(\d)\s*\.\s*(?=\d)/g, '$1.')
    .replace(/(\d)\.\s+(?=[А-Яа-яЁё])/g, '$1 ')
    .replace(/([А-Яа-яЁё])\.\s*(?=[А-Яа-яЁё\d])/g, '$1, ')
    .replace(/\s+([,;:.])/g, '$1')
    .replace(/([,;])(?=\S)/g, '$1 ')
    .replace(/(\d),\s(?=\d)/g, '$1, ')
    .replace(/\s+/g, ' ')
    .replace(/\s*-\s*/g, '-')
    .replace(/^[\s.,;:-]+|[\s.,;:-]+$/g, '');
}

function respellWords(text: string, heal: Heal): string {
  return text.replace(/[А-Яа-яЁё]+/g, (word) => {
    const right = RESPELLED.get(word.toLowerCase());
    if (right === undefined) return word;
    heal(`«${word}» прочитано как «${right}».`);
    return right;
  });
}
