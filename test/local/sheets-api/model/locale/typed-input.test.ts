import { describe, expect, test } from '@jest/globals';
import { localeRules } from '../../../../../local/sheets-api/model/locale/locales.ts';
import { parseTyped } from '../../../../../local/sheets-api/model/locale/typed-input.ts';

const NOW = new Date('2026-11-23T09:00:00Z');

describe('what a typed text means', () => {
  test.each([
    ['12', 12],
    ['0042', 42],
    ['-3,5', -3.5],
    ['1 000', 1000],
    ['1\u00A0234\u00A0567,8', 1234567.8],
    ['50%', 0.5],
    ['2500 ₽', 2500],
    ['31.08.2021', 44439],
    ['1.9.21', 44440],
    ['2021-08-31', 44439],
    ['15.09', 46280],
    ['31.08.2021 12:00', 44439.5],
    ['6:00', 0.25],
    ['5.9', 46270],
    ['05.09.2026', 46270],
    ['5 сентября 2026', 46270],
    ['5 сент. 2026 г.', 46270],
    ['5 мая', 46147],
    ['12,5%', 0.125],
    ['25:30:00', 1.0625],
    ['5 марта и 6 мая', '5 марта и 6 мая'],
    ['5 школ', '5 школ'],
    ['истина', true],
    ['ЛОЖЬ', false],
    ["'12", '12'],
    ['31.09.2021', '31.09.2021'],
    ['1.2.3', '1.2.3'],
    ['12.5.5', '12.5.5'],
    ['1 23', '1 23'],
    ['№ 5', '№ 5'],
    ['до 15.09', 'до 15.09'],
    [' текст ', ' текст '],
  ])('in Russia «%s» is %p', (text, value) => {
    expect(parseTyped(text, localeRules('ru_RU'), NOW).value).toBe(value);
  });

  test.each([
    ['2,000,000.01', 2000000.01],
    ['$5.50', 5.5],
    ['8/31/2021', 44439],
    ['31/8/2021', '31/8/2021'],
    ['1:30 pm', 0.5625],
    ['1,5', '1,5'],
    ['1E3', 1000],
    ['Sep 5, 2026', 46270],
    ['5-Sep-2026', 46270],
    ['(5)', -5],
    ['13:00 pm', '13:00 pm'],
  ])('in the USA "%s" is %p', (text, value) => {
    expect(parseTyped(text, localeRules('en_US'), NOW).value).toBe(value);
  });

  test.each([
    ['ru_RU', '9:05', 'H:mm'],
    ['ru_RU', '9:05:07', 'H:mm:ss'],
    ['en_US', '9:05', 'h:mm'],
    ['en_US', '9:05 PM', 'h:mm am/pm'],
    ['en_US', '9:05:07 pm', 'h:mm:ss am/pm'],
    ['en_US', '25:00', '[h]:mm:ss'],
  ])('in %s the time %s is shown as it was typed', (locale, text, pattern) => {
    const { numberFormat } = parseTyped(text, localeRules(locale), NOW);
    expect(numberFormat).toEqual({ type: 'TIME', pattern });
  });

  test.each([
    ['=1+1', '=1+1'],
    ['+A1', '=+A1'],
    ['+7 900 000-00-00', '=+7 900 000-00-00'],
    ['+5', undefined],
    ['-А1', undefined],
    ["'+7 900", undefined],
    ['=', undefined],
    ['+', undefined],
  ])('«%s» as a formula is %p', (text, formula) => {
    expect(parseTyped(text, localeRules('ru_RU'), NOW).formula).toBe(formula);
  });

  test('a date brings its format with it', () => {
    expect(parseTyped('31.08.2021', localeRules('ru_RU'), NOW).numberFormat).toEqual({
      type: 'DATE',
      pattern: 'dd.MM.yyyy',
    });
  });
});
