import type { Heal } from './heal.ts';
import { ABBREVIATIONS } from './abbreviations.ts';
import { RESPELLED } from './vocabulary.ts';

const ORDINAL_ENDING =
  /(\d)(?:\s?-\s?(?:го|ого|его|му|ему|ом|ым|ая|яя|ое|ой|ей|ий|ый|ую|юю|тий|ти|х|ух|ёх|ех|м|й|я|е|ю|ть|ми|дцати)|(?:го|ому|му|й|я|е|х|ая|ый|ой))(?![А-Яа-яЁё])/g;

/** «5-го» is 5; «до15сентября», «(май)июнь» come apart. */
export function splitNumbersAndBrackets(text: string, heal: Heal): string {
  if (!/[\d()]/.test(text)) return text;
  const plain = text.replace(ORDINAL_ENDING, '$1');
  const split = plain
    .replace(/([А-Яа-яЁё])(\d)/g, '$1 $2')
    .replace(/(\d)([А-Яа-яЁё]{2,})/g, (glued, digit: string, word: string) =>
      /^(?:гг|дневн)/i.test(word) ? glued : `${digit} ${word}`,
    )
    .replace(/\)(?=[А-Яа-яЁё\d])/g, ') ');
  if (split !== plain) heal('Слитно набранные слова и числа разделены.');
  // «2020г.» and «май(июнь)» are usual spelling: split as well, but nothing to tell.
  return split.replace(/(\d)(?![УПШХ]\s?кв)([А-Яа-яЁё])/g, '$1 $2').replace(/(?<=[А-Яа-яЁё\d.])\(/g, ' (');
}

/** Abbreviations of two letters that are no words: «с. г.», «п/г», «у. г.». */
export function expandInitials(text: string, heal: Heal): string {
  if (!/[стпуг][ч./ ]*г|[рк]\.\s?д|дек|кв-л/i.test(text)) return text;
  const spell = (full: string) => (found: string) => {
    heal(`«${found.trim()}» прочитано как «${full}».`);
    return `${full} `;
  };
  return text
    .replace(/(?<![А-Яа-яЁё])[ст]\.\s?г\.?(?![А-Яа-яЁё])/gi, spell('текущего года'))
    .replace(/(?<![А-Яа-яЁё])г\.\s?г\.?(?![А-Яа-яЁё])/gi, spell('годы'))
    .replace(/(?<=\d\s?)р\.\s?д\.?(?![А-Яа-яЁё])/gi, spell('рабочих дней'))
    .replace(/(?<=\d\s?)к\.\s?д\.?(?![А-Яа-яЁё])/gi, spell('календарных дней'))
    .replace(DECADE, spell('декада'))
    .replace(/(?<![А-Яа-яЁё])кв-л[а-я]{0,2}(?![А-Яа-яЁё])\.?\s?/gi, spell('квартал'))
    .replace(/(?<![А-Яа-яЁё])п\/г(?![А-Яа-яЁё])\.?/gi, spell('полугодие'))
    .replace(/(?<![А-Яа-яЁё])уч?\.?\s?\/?\s?г(?:од)?(?![А-Яа-яЁё])\.?/gi, spell('учебного года'));
}

/** «1 дек. октября» is no December. */
const DECADE = /(?<=\d\s?)дек\.?\s*(?=(?:янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)[а-яё]*)/gi;

/** Every word once: abbreviations spelt out, words that run together parted, frequent misspellings put right. */
export function healWords(text: string, heal: Heal): string {
  return text.replace(/([А-Яа-яЁё]+)(\.*)/g, (found: string, word: string, dots: string) => {
    const lower = word.toLowerCase();
    const full = word.length <= LONGEST_ABBREVIATION ? ABBREVIATIONS.get(lower) : undefined;
    if (full && (!full.needsDot || dots !== '')) {
      heal(`Сокращение «${word}${dots ? '.' : ''}» прочитано как «${full.word}».`);
      return `${full.word} `;
    }
    const right = RESPELLED.get(lower);
    if (right !== undefined) heal(`«${word}» прочитано как «${right}».`);
    return right === undefined ? splitWord(word, heal) + dots : right + dots;
  });
}

const LONGEST_ABBREVIATION = Math.max(...[...ABBREVIATIONS.keys()].map(({ length }) => length));

const GLUED_PREPOSITION =
  /^(?:(не)(позднее|позже|ранее|раньше)|(в срок|срок)(до)|(в|на)(течени[еи]|протяжении|срок|период|конце|начале)|(до|по|ко|к|с|в)((?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр|конца|начала)[а-яё]*))$/i;

/** «втечение», «досентября», «планРОО». */
function splitWord(word: string, heal: Heal): string {
  if (word.length < 5) return word;
  const parts = GLUED_PREPOSITION.exec(word) ?? /^([А-ЯЁ]?[а-яё]{3,})([А-ЯЁ].*)$/.exec(word);
  if (!parts) return word;
  heal('Слитно набранные слова и числа разделены.');
  const [first = '', second = ''] = parts.slice(1).filter(Boolean);
  return `${first} ${RESPELLED.get(second.toLowerCase()) ?? ABBREVIATIONS.get(second.toLowerCase())?.word ?? second}`;
}
