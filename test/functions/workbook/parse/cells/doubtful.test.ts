import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../../functions/workbook/layout/layout.ts';
import { describeShown, isDoubtful } from '../../../../../functions/workbook/parse/cells/doubtful.ts';
import { server, staff, type ColumnType } from '../../../../../functions/workbook/worksheets/spec.ts';

describe('which cells are looked at as they are shown', () => {
  const column = (type: ColumnType) => staff({ key: 'k', title: 'Графа', type, width: 1, note: '' });

  test.each<[string, boolean, Cell, ColumnType]>([
    ['a number in a text', true, 45, { kind: 'text' }],
    ['a number for a school', true, 5, { kind: 'school' }],
    ['a number for a measure', true, 1.1, { kind: 'measure' }],
    ['a small share', true, 0.48, { kind: 'percent' }],
    ['a whole share', true, 1, { kind: 'percent' }],
    ['a text', false, '45', { kind: 'text' }],
    ['a date', false, 46_357, { kind: 'date' }],
    ['a number of people', false, 45, { kind: 'integer', min: 0, max: 99 }],
    ['more than all, which is 1.5 under a format of per cent', true, 1.5, { kind: 'percent' }],
    ['a share of a hundred, which may be shown as 4800%', true, 48, { kind: 'percent' }],
    ['what is no share in any format', false, 480, { kind: 'percent' }],
    ['a count that may be a day', true, 46_338, { kind: 'integer', min: 0, max: 100_000 }],
    ['no share', false, 0, { kind: 'percent' }],
    ['a parameter', false, 14, { kind: 'parameter' }],
    ['a deadline that became a date, which is read as one', false, 46_357, { kind: 'phrase' }],
  ])('%s: %s', (_, expected, cell, type) => {
    expect(isDoubtful(cell, column(type))).toBe(expected);
  });

  test('nothing that the server writes', () => {
    expect(isDoubtful(45, server({ key: 'k', title: 'Графа', width: 1, note: '' }))).toBe(false);
  });
});

describe('what is kept of a shown number', () => {
  test.each<[string, number, string | undefined, unknown]>([
    ['45', 45, undefined, undefined],
    ['45,1', 45.1, undefined, undefined],
    ['46357', 46_357, 'NUMBER', undefined],
    ['0045', 45, 'NUMBER', { text: '0045', format: 'as_it_is' }],
    ['1,10', 1.1, 'NUMBER', { text: '1,10', format: 'as_it_is' }],
    ['1 200', 1200, 'NUMBER', { text: '1 200', format: 'as_it_is' }],
    ['45 р.', 45, 'CURRENCY', { text: '45 р.', format: 'as_it_is' }],
    ['12/11', 46_338, 'DATE', { text: '12/11', format: 'date' }],
    ['01.12.2026 10:00', 46_357.4, 'DATE_TIME', { text: '01.12.2026 10:00', format: 'date' }],
    ['12.11.26', 46_338, 'NUMBER', { text: '12.11.26', format: 'date' }],
    ['15:30', 0.645_83, 'TIME', { text: '15:30', format: 'time' }],
    ['15:30', 0.645_83, 'NUMBER', { text: '15:30', format: 'time' }],
    ['48%', 0.48, 'PERCENT', { text: '48%', format: 'percent' }],
    ['48%', 0.48, 'NUMBER', { text: '48%', format: 'percent' }],
    ['1,20E+06', 1_200_000, 'SCIENTIFIC', { text: '1,20E+06', format: 'scientific' }],
    ['1,2E+06', 1_200_000, undefined, { text: '1,2E+06', format: 'scientific' }],
  ])('%s of %d (%s)', (text, value, format, expected) => {
    expect(describeShown({ text, value, format })).toEqual(expected);
  });
});
