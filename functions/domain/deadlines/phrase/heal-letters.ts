import type { Heal } from './heal.ts';
import { LOOK_ALIKES } from './vocabulary.ts';

const WORD = /[A-Za-zА-Яа-яЁёІі0-9]+/g;
const ROMAN = /^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)$/;
/** Letters of the wrong alphabet, and figures that stand for letters. */
export function healLetters(text: string, heal: Heal): string {
  if (!/[A-Za-zІі]|[036](?=[а-яё])|\d[ОоЗз]|[ОоЗз]\d/.test(text)) return text;
  return text.replace(WORD, (word) => {
    const cyrillic = toCyrillic(word);
    if (cyrillic === word) return word;
    heal(`«${word}»: латинские буквы или цифры прочитаны как похожие русские: «${cyrillic}».`);
    return cyrillic;
  });
}

function toCyrillic(word: string): string {
  if (ROMAN.test(word) || /^[Il1|iІіvVxX]+$/.test(word)) return word;
  if (/\d/.test(word)) return lettersAsDigits(word) ?? digitsAsLetters(word);
  if (!/[A-Za-zІі]/.test(word)) return word;
  const mapped = [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  return /[A-Za-z]/.test(mapped) ? word : mapped;
}

/** «2O21», «I0»: a number with letters that look like figures. */
function lettersAsDigits(word: string): string | undefined {
  if (!/^[\dOoОоIlІЗз]+$/.test(word) || !/\d/.test(word)) return undefined;
  return word
    .replace(/[OoОо]/g, '0')
    .replace(/[IlІ]/g, '1')
    .replace(/[Зз]/g, '3');
}

/** «0ктябрь»: only where the whole word then is one that deadlines use. */
function digitsAsLetters(word: string): string {
  const mapped = [...word]
    .map((sign) => LOOK_ALIKES.get(sign) ?? { '0': 'о', '3': 'з', '6': 'б' }[sign] ?? sign)
    .join('');
  return /^(?:октябр|ноябр|зимн|декабр|сентябр|феврал|август|апрел)[а-я]*$/i.test(mapped) ? mapped : word;
}

/** Both runs have a limit: without it a phrase of nothing but «XIIXII…» takes half a second. */
const UNIT_AFTER_ROMAN =
  /(?<![A-Za-zА-Яа-яЁё0-9.])([IІіVХXУПШlit1|]{1,8})(?=(?:\s?-\s?(?:й|я|е|ый|ая|ом|м|го))?(?:[\s,-]|и\s|[IІVХXПШl|]){0,40}(?:кв|полуг|четв|трим|нед|декад|половин|п\/г))/gi;
const UNIT = /кв|полуг|четв|трим|нед|декад|половин|п\/г/i;
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

/** Roman numerals, true and mistyped ones, become figures. */
export function healRomanNumbers(text: string, heal: Heal): string {
  if (!/[IVX]/.test(text) && !UNIT.test(text)) return text;
  const months = romanMonths(text);
  if (months !== undefined) {
    heal(`«${text}» прочитано как месяцы: «${months}».`);
    return months;
  }
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

const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const ROMAN_LIST =
  /^(?:с )?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)(?:(?: ?- ?|, ?| и | по )(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X))+(?= 20\d\d|$)/;

/** «IX-XII» alone: numbers above four are neither quarters nor halves, so that months are meant. */
function romanMonths(text: string): string | undefined {
  const [list] = ROMAN_LIST.exec(text) ?? [];
  const numbers = list?.match(/[IVX]+/g)?.map((roman) => ROMAN_VALUES.indexOf(roman)) ?? [];
  if (list === undefined || Math.max(...numbers) <= 4) return undefined;
  return (
    list.replace(/[IVX]+/g, (roman) => MONTHS[ROMAN_VALUES.indexOf(roman) - 1] ?? roman) +
    text.slice(list.length)
  );
}
