import { describe, expect, test } from '@jest/globals';
import { formatCellValue } from '../../../../../local/sheets-api/model/locale/format-value.ts';
import { localeRules } from '../../../../../local/sheets-api/model/locale/locales.ts';

const RU = localeRules('ru_RU');

describe('what a number looks like', () => {
  test.each([
    [1 / 1024, undefined, undefined, '0,0009765625'],
    [1 / 3, undefined, undefined, '0,3333333333'],
    [1e20, undefined, undefined, '1E+20'],
    [Math.PI, undefined, undefined, '3,141592654'],
    [100 / 3, undefined, undefined, '33,33333333'],
    [12345678.12345678, undefined, undefined, '12345678,12'],
    [123456789012.4, undefined, undefined, '123456789012'],
    [1230000, 'NUMBER', '0.0,,"M"', '1,2M'],
    [1234567, 'NUMBER', '#,##0,', '1\u00A0235'],
    [0, 'NUMBER', '0;-0;"нет"', 'нет'],
    [5, 'NUMBER', ';;', ''],
    [1.5, 'TIME', '[hh]:[mm]:[ss]', '36:00:00'],
    [0.13451, 'TIME', '[m]:[ss]', '193:41'],
    [0, undefined, undefined, '0'],
    [1234567.005, 'NUMBER', '#,##0.00', '1\u00A0234\u00A0567,01'],
    [5, 'NUMBER', '000', '005'],
    [0.5, 'NUMBER', '#.00', ',50'],
    [-5, 'NUMBER', '0.0;(0.0)', '(5,0)'],
    [0.256, 'PERCENT', undefined, '25,60%'],
    [0.256, 'PERCENT', '0%', '26%'],
    [12.5, 'CURRENCY', undefined, '12,50\u00A0₽'],
    [44439, 'DATE', undefined, '31.08.2021'],
    [44439.75, 'DATE_TIME', 'dd.mm.yyyy hh:mm', '31.08.2021 18:00'],
    [0.5, 'TIME', 'h:mm am/pm', '12:00 PM'],
    [44439, 'DATE', 'yyyy-MM-dd', '2021-08-31'],
    [46270, 'DATE', 'd mmmm yyyy', '5 сентября 2026'],
    [46270, 'DATE', 'mmmm yyyy', 'сентябрь 2026'],
    [46270, 'DATE', 'dddd', 'суббота'],
    [1.5, 'TIME', '[h]:mm:ss', '36:00:00'],
    [5, 'NUMBER', '#,##0.00_);(#,##0.00)', '5,00 '],
  ] as const)('%p as %s %s is «%s»', (value, type, pattern, text) => {
    const numberFormat = { ...(type && { type }), ...(pattern && { pattern }) };
    expect(formatCellValue({ value, format: { numberFormat } }, RU)).toBe(text);
  });

  test('a pattern that cannot be printed is refused by name', () => {
    const format = { numberFormat: { type: 'DATE', pattern: 'Q' } } as const;
    expect(() => formatCellValue({ value: 1, format }, RU)).toThrow('"Q"');
  });
});
