import type { Heal } from './normalise.ts';
import { ABBREVIATIONS, RESPELLED } from './vocabulary.ts';

const ORDINAL_ENDING =
  /(\d)(?:\s?-\s?(?:го|ого|его|му|ему|ом|ым|ая|яя|ое|ой|ей|ий|ый|ую|юю|тий|ти|х|ух|ёх|ех|м|й|я|е|ю|ть|ми|дцати)|(?:го|ому|му|й|я|е|х|ая|ый|ой))(?![А-Яа-яЁё])/g;
export function healGluedWords(text: string, heal: Heal): string {
  const hasDigit = /\d/.test(text);
  const plain = hasDigit ? text.replace(ORDINAL_ENDING, '$1') : text;
  const split = splitBrackets(hasDigit ? splitNumbers(splitWords(plain)) : splitWords(plain));
  if (split.replaceAll(' (', '(') !== plain.replaceAll(' (', '(')) {
    heal('Слитно набранные слова и числа разделены.');
  }
  // «2020г.» is usual spelling: it is split as well, but nothing to tell.
  return hasDigit ? split.replace(/(\d)([А-Яа-яЁё])/g, '$1 $2') : split;
}

const splitWords = (text: string): string =>
  text
    .replace(/([а-яё]{3,})([А-ЯЁ])/g, '$1 $2')
    .replace(/(?<![А-Яа-яЁё])(в|на)(течени[еи]|протяжении|срок|период|конце|начале)(?![А-Яа-яЁё])/gi, '$1 $2')
    .replace(
      /(?<![А-Яа-яЁё])(до|по|ко|к|с|в)((?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр|конца|начала)[а-яё]*)/gi,
      '$1 $2',
    );

const splitNumbers = (text: string): string =>
  text
    .replace(/([А-Яа-яЁё])(\d)/g, '$1 $2')
    .replace(/(\d)([А-Яа-яЁё]{2,})/g, (_, digit: string, word: string) =>
      /^(?:гг|дневн)/i.test(word) ? digit + word : `${digit} ${word}`,
    );

function splitBrackets(text: string): string {
  if (!/[()]/.test(text)) return text;
  return text.replace(/\)(?=[А-Яа-яЁё\d])/g, ') ').replace(/(?<=[А-Яа-яЁё\d.])\(/g, ' (');
}

const ABBREVIATED = /(?<![А-Яа-яЁё])([А-Яа-яЁё]{1,12})(\.+|(?![А-Яа-яЁё]))/g;
export function expandAbbreviations(text: string, heal: Heal): string {
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

export function respellWords(text: string, heal: Heal): string {
  return text.replace(/[А-Яа-яЁё]+/g, (word) => {
    const right = RESPELLED.get(word.toLowerCase());
    if (right === undefined) return word;
    heal(`«${word}» прочитано как «${right}».`);
    return right;
  });
}
