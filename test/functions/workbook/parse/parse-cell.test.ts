import { describe, expect, test } from '@jest/globals';
import { dateToSerial } from '../../../../functions/domain/dates.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { parseCell } from '../../../../functions/workbook/parse/parse-cell.ts';
import { staff, type ColumnType } from '../../../../functions/workbook/worksheets/spec.ts';

const NAMES = { schools: ['ОО № 1 (демо)', 'ОО № 2 (демо)'], measures: ['1.1', '1.2', '5.1'] };

function read(cell: Cell, type: ColumnType) {
  return parseCell(cell, staff({ key: 'k', title: 'Графа', type, width: 1, note: '' }), NAMES);
}

const codeOf = (cell: Cell, type: ColumnType) => {
  const parsed = read(cell, type);
  return 'problem' in parsed ? parsed.problem.code : undefined;
};

describe('a cell is read by the type of its column', () => {
  test.each<[string, Cell, ColumnType, unknown]>([
    ['a date as a serial number', dateToSerial('2026-09-15'), { kind: 'date' }, '2026-09-15'],
    ['a date and time as its day', dateToSerial('2026-09-15') + 0.75, { kind: 'date' }, '2026-09-15'],
    ['a date typed as text', ' 15.9.2026 ', { kind: 'date' }, '2026-09-15'],
    ['a percentage with a comma', '12,5', { kind: 'percent' }, 12.5],
    ['a whole number', 7, { kind: 'integer', min: 0, max: 10 }, 7],
    ['a choice in other letters', 'В Работе', { kind: 'choice', options: ['в работе'] }, 'в работе'],
    ['a free word in an open list', 'акт', { kind: 'choice', options: ['приказ'], isOpen: true }, 'акт'],
    ['a school with stray blanks', 'оо №  1 (демо)', { kind: 'school' }, 'ОО № 1 (демо)'],
    ['a measure that the sheet made a number', 1.2, { kind: 'measure' }, '1.2'],
    ['a measure with a dot behind', '1.1.', { kind: 'measure' }, '1.1'],
    ['several measures', '1.1; 5.1', { kind: 'measures' }, ['1.1', '5.1']],
    ['a deadline that the sheet made a date', dateToSerial('2026-10-15'), { kind: 'phrase' }, '15.10.2026'],
    ['blanks as nothing', '  ', { kind: 'date' }, null],
  ])('%s', (_, cell, type, value) => {
    expect(read(cell, type)).toEqual({ value });
  });

  test.each<[string, Cell, ColumnType, string]>([
    ['a day that does not exist', '31.09.2026', { kind: 'date' }, 'date_impossible'],
    ['29 February of a common year', '29.02.2026', { kind: 'date' }, 'date_impossible'],
    ['words for a date', 'вчера', { kind: 'date' }, 'date_unreadable'],
    ['a small number for a date', 12, { kind: 'date' }, 'date_unreadable'],
    ['a year of two digits', '15.09.26', { kind: 'date' }, 'date_unreadable'],
    ['more than a hundred per cent', 120, { kind: 'percent' }, 'number_unreadable'],
    ['a fraction of a person', 1.5, { kind: 'integer', min: 0, max: 9 }, 'number_unreadable'],
    ['a word outside a closed list', 'готово', { kind: 'choice', options: ['выполнено'] }, 'choice_unknown'],
    ['an unknown school', 'ОО № 7', { kind: 'school' }, 'school_unknown'],
    ['an unknown measure', '9.9', { kind: 'measure' }, 'measure_unknown'],
    [
      'a measure that the sheet made a date',
      dateToSerial('2026-02-01'),
      { kind: 'measure' },
      'measure_became_date',
    ],
    ['an unknown one among several', '1.1; 8.1', { kind: 'measures' }, 'measure_unknown'],
  ])('%s is a problem, not a guess', (_, cell, type, code) => {
    expect(codeOf(cell, type)).toBe(code);
  });

  test('an unknown school near a known one is offered that one', () => {
    expect(read('ОО № 1 (домо)', { kind: 'school' })).toEqual({
      problem: {
        code: 'school_unknown',
        message: 'Школы «ОО № 1 (домо)» нет на листе «Школы».',
        advice: 'Возможно, это «ОО № 1 (демо)». Исправьте название или добавьте школу на лист «Школы».',
      },
    });
  });

  test('a school that differs by its number alone is not guessed at', () => {
    expect(read('ОО № 3 (демо)', { kind: 'school' })).toMatchObject({
      problem: { advice: 'Исправьте название или добавьте школу на лист «Школы».' },
    });
  });
});
