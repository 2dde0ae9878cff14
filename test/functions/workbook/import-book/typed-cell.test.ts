import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { cellOf, isSeenAs } from '../../../../functions/workbook/import-book/typed-cell.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';

const columnOf = (key: string) => WORKSHEETS.executions.columns.find((column) => column.key === key);
const [DAY, NUMBER] = [columnOf('doneOn'), columnOf('evidenceNumber')];
const PERCENT = WORKSHEETS.schools.columns.find(({ type }) => type.kind === 'percent');
const serial = 46_127;

describe('a text of a file and a cell of the sheet', () => {
  test.each<[string, Cell, boolean]>([
    ['', null, true],
    ['  ', null, true],
    ['да', null, false],
    ['', 'да', false],
    ['две\r\nстроки', 'две\nстроки', true],
    ['45', 45, true],
    ['45', '45', true],
    ['45', 46, false],
    ['1 234,5', 1234.5, true],
    ['48%', 0.48, true],
    ['48 %', 0.48, true],
    ['48%', 48, false],
    ['15.04.2026', serial, true],
    ['15.4.2026', serial, true],
    ['16.04.2026', serial, false],
    ['да', true, true],
  ])('«%s» and %j: the same — %s', (text, value, isSame) => {
    expect(isSeenAs(text, { value })).toBe(isSame);
  });

  test('are the same where the number is shown so', () => {
    const seen = { value: 1.1, shown: { text: '1,10', format: 'as_it_is' } } as const;
    expect([isSeenAs('1,10', seen), isSeenAs('1,2', seen)]).toEqual([true, false]);
  });

  test('are the same day in a column of days, however it is typed', () => {
    expect(isSeenAs('15.04.2026', { value: '15,04,2026' }, DAY)).toBe(true);
    expect(isSeenAs('15.04.2026', { value: '15,04,2026' }, NUMBER)).toBe(false);
  });
});

test.each([
  ['15.04.2026', DAY, serial],
  ['15 апреля, наверное', DAY, '15 апреля, наверное'],
  ['', DAY, null],
  ['0045', NUMBER, '0045'],
  ['12/11', NUMBER, '12/11'],
  ['48', PERCENT, 48],
  ['48%', PERCENT, '48%'],
  [' да ', undefined, 'да'],
] as const)('«%s» is taken over as the column holds it', (text, column, cell) => {
  expect(cellOf(text, column)).toBe(cell);
});
