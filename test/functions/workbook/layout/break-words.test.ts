import { describe, expect, test } from '@jest/globals';
import { breakLongWords, typeset } from '../../../../functions/workbook/layout/break-words.ts';

describe('a title in a narrow column', () => {
  const inNarrow = (text: string) => breakLongWords(text, { width: 62, size: 9, bold: true });

  test.each([
    ['Контрольная дата', 'Кон-\nтроль-\nная дата'],
    ['выполнено', 'выпол-\nнено'],
    ['консультации', 'консуль-\nтации'],
    ['% от наступивших', '% от насту-\nпивших'],
    ['необъективности', 'необъ-\nектив-\nности'],
  ])('%s has its long words divided where Russian divides them', (text, divided) => {
    expect(inNarrow(text)).toBe(divided);
  });

  test.each(['Всего', '1.1', 'ГИА-9', ''])('%s stays as it is', (text) => {
    expect(inNarrow(text)).toBe(text);
  });

  test('no letter is left alone at an end, and what has no vowels is not divided', () => {
    expect(breakLongWords('мероприятия', { width: 24, size: 9 })).not.toMatch(/(^|\n).-|-\n.$/);
    expect(breakLongWords('0123456789abcdef', { width: 30, size: 9 })).toBe('0123456789abcdef');
  });
});

test.each([
  ['ОО № 1, письмо № б/н, № п/п', 'ОО №_1, письмо №_б/н, № п/п'],
  ['5 школ, 85 %, 2021 год', '5_школ, 85_%, 2021_год'],
  ['15 октября 2021 г.', '15_октября_2021_г.'],
  ['просрочено — 9', 'просрочено_—_9'],
  ['И.О. Фамилия', 'И.О._Фамилия'],
  ['на 15.10.2021 за период', 'на 15.10.2021_за период'],
])('no line ends within a number, a date or a name: %s', (text, set) => {
  expect(typeset(text)).toBe(set.replaceAll('_', '\u00a0'));
});
