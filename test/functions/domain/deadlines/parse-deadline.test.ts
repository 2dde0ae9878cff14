import { describe, expect, test } from '@jest/globals';
import { parseDeadline } from '../../../../functions/domain/deadlines/index.ts';

describe('Every healing is told', () => {
  test.each([
    ['Cентябрь', '«Cентябрь»: латинские буквы или цифры прочитаны как похожие русские: «Сентябрь».'],
    ['lll квартал', '«lll» прочитано как римская цифра III.'],
    ['Ш квартал', '«Ш» прочитано как римская цифра III.'],
    ['до17сентября', 'Слитно набранные слова и числа разделены.'],
    ['в течение уч. года', 'Сокращение «уч.» прочитано как «учебного».'],
    ['ноябрь  2021', 'Лишние и неразрывные пробелы заменены обычными.'],
    ['до\u00a01 мая', 'Лишние и неразрывные пробелы заменены обычными.'],
    ['ноябрь − март', 'Тире приведены к одному виду.'],
    ['*ноябрь', 'Лишние знаки не учтены.'],
    ['в теч. года', 'Сокращение «теч.» прочитано как «течение».'],
    ['в течении года', '«течении» прочитано как «течение».'],
    ['сенятбрь', '«сенятбрь» прочитано как «сентябрь».'],
    ['ежемесячьно', '«ежемесячьно» прочитано как «ежемесячно».'],
  ])('«%s»: %s', (phrase, healing) => {
    const { rule, healed } = parseDeadline(phrase);
    expect(rule.kind).not.toBe('unknown');
    expect(healed).toContain(healing);
  });

  test('and a clean phrase has none', () => {
    expect(parseDeadline('до 17 сентября 2021 года').healed).toEqual([]);
  });
});

describe('Words beside the rule', () => {
  test.each([
    ['октябрь, по отдельному графику', ['по отдельному графику']],
    ['в течение года (по запросу ОО)', ['по запросу ОО']],
    ['до 15:00 17.09', []],
    ['до 17.09 (четверг)', ['четверг']],
  ])('of «%s» are kept', (phrase, remarks) => {
    expect(parseDeadline(phrase).remarks).toEqual(remarks);
  });
});

describe('What is not understood says so', () => {
  test.each(['июкь', 'март 9 класс', 'до 15 сентября 9 классы', 'Кружок «Старт»'])('«%s»', (phrase) => {
    expect(parseDeadline(phrase).rule).toMatchObject({ kind: 'unknown', impossible: false });
  });

  test('a text that is too long for a deadline', () => {
    expect(parseDeadline('до 15.09 '.repeat(200)).rule).toEqual({
      kind: 'unknown',
      reason: 'Срок длиннее 1000 знаков: оставьте в ячейке только сам срок.',
      impossible: false,
    });
  });
});

test('Other meanings of the same words are named without a period', () => {
  expect(parseDeadline('в течение года').alternatives).toEqual([
    { kind: 'year_round', scope: 'calendar', from: null, to: null },
    { kind: 'year_round', scope: 'school', from: null, to: null },
  ]);
});
