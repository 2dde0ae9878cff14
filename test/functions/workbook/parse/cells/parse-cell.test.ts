import { describe, expect, test } from '@jest/globals';
import { dateToSerial } from '../../../../../functions/domain/dates/dates.ts';
import type { Cell } from '../../../../../functions/workbook/layout/layout.ts';
import type { ShownCell } from '../../../../../functions/workbook/parse/cells/cell.ts';
import { parseCell } from '../../../../../functions/workbook/parse/cells/parse-cell.ts';
import { staff, type ColumnType } from '../../../../../functions/workbook/worksheets/spec.ts';

const NAMES = { schools: ['ОО № 1 (демо)', 'ОО № 2 (демо)'], measures: ['1.1', '1.2', '1.10', '5.1'] };

function read(cell: Cell, type: ColumnType, shown?: ShownCell) {
  return parseCell(cell, staff({ key: 'k', title: 'Графа', type, width: 1, note: '' }), NAMES, shown);
}

const codeOf = (cell: Cell, type: ColumnType, shown?: ShownCell) => {
  const parsed = read(cell, type, shown);
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
    ['signs that nobody sees as nothing', '\u200b\u00ad', { kind: 'text' }, null],
    ['a day with «г.» behind', '15.04.2026г.', { kind: 'date' }, '2026-04-15'],
    ['a day of eight figures that the sheet made a number', 15_042_026, { kind: 'date' }, '2026-04-15'],
    ['a share with its sign', '48 %', { kind: 'percent' }, 48],
    ['a share in words', '48 процентов', { kind: 'percent' }, 48],
    ['a share with the sign of another keyboard', '48％', { kind: 'percent' }, 48],
    ['less than one per cent, where it is said so', '0,48%', { kind: 'percent' }, 0.48],
    ['none at all', 0, { kind: 'percent' }, 0],
    ['a number in groups of three', '1\u00a0200', { kind: 'integer', min: 0, max: 9999 }, 1200],
    ['a choice with a hidden sign', 'в ра\u200bботе', { kind: 'choice', options: ['в работе'] }, 'в работе'],
    ['a choice in Latin letters', 'в paбoте', { kind: 'choice', options: ['в работе'] }, 'в работе'],
    ['a choice with a dot', 'да.', { kind: 'choice', options: ['да', 'нет'] }, 'да'],
    ['a school with a soft hyphen', 'ОО № 1 (де\u00adмо)', { kind: 'school' }, 'ОО № 1 (демо)'],
    ['a school in Latin letters', 'OO №1 (демо)', { kind: 'school' }, 'ОО № 1 (демо)'],
    ['a measure with a comma', '1,10', { kind: 'measure' }, '1.10'],
    ['a measure with «п.»', 'п. 5.1', { kind: 'measure' }, '5.1'],
    ['a measure with a bracket', '5.1)', { kind: 'measure' }, '5.1'],
    ['several, each as the regulation writes it', '1.1.; 5,1\u200b', { kind: 'measures' }, ['1.1', '5.1']],
    ['the same twice as one', '1.1, 1.1.', { kind: 'measures' }, ['1.1']],
    ['a text as it was typed', ' 0045 ', { kind: 'text' }, '0045'],
    ['a dash as nothing', '—', { kind: 'text' }, null],
    ['a dash for an address as nothing', ' - ', { kind: 'link' }, null],
    ['a dash for a choice as nothing', '–', { kind: 'choice', options: ['да'] }, null],
    ['a question for a choice as nothing', ' ?! ', { kind: 'choice', options: ['да'] }, null],
    ['a plus in an open list as nothing', '+', { kind: 'choice', options: ['приказ'], isOpen: true }, null],
    ['an unticked box as nothing', false, { kind: 'text' }, null],
    ['a ticked box as a yes', true, { kind: 'choice', options: ['да', 'нет'] }, 'да'],
    ['an unticked box as a no', false, { kind: 'choice', options: ['да', 'нет'] }, 'нет'],
    ['a text with a hash', '# 45!', { kind: 'text' }, '# 45!'],
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
    ['half a number of people', '12 чел.', { kind: 'integer', min: 0, max: 99 }, 'number_unreadable'],
    ['a number in hexadecimal', '0x10', { kind: 'integer', min: 0, max: 99 }, 'number_unreadable'],
    ['a share between nothing and one', '0,48', { kind: 'percent' }, 'percent_doubtful'],
    ['the same as a number', 0.48, { kind: 'percent' }, 'percent_doubtful'],
    ['more than all with the sign', '480%', { kind: 'percent' }, 'number_unreadable'],
    ['a ticked box for a number of a document', true, { kind: 'text' }, 'tick_unreadable'],
    ['a plus for a mark', '+', { kind: 'choice', options: ['выполнено'] }, 'choice_unknown'],
    ['a tick for a mark', '✔\ufe0f', { kind: 'choice', options: ['выполнено'] }, 'choice_unknown'],
    ['a picture of a tick for a mark', '✅', { kind: 'choice', options: ['выполнено'] }, 'choice_unknown'],
    ['a ticked box for a mark', true, { kind: 'choice', options: ['выполнено'] }, 'tick_unreadable'],
    ['«today»', 'сегодня', { kind: 'date' }, 'date_unreadable'],
    ['a serial number typed as text', '43083', { kind: 'date' }, 'date_unreadable'],
    ['a number that may be 1.1 or 1.10', 1.1, { kind: 'measure' }, 'measure_doubtful'],
    [
      'a number of the regulation that became a date',
      46_083,
      { kind: 'measure_number' },
      'measure_became_date',
    ],
    ['a number of twenty digits', Number('12345678901234567890'), { kind: 'text' }, 'text_became_number'],
    ['a number that may be a day, where nobody has looked', 46_357, { kind: 'text' }, 'text_became_date'],
    ['an unknown one among several', '1.1; 8.1', { kind: 'measures' }, 'measure_unknown'],
  ])('%s is a problem, not a guess', (_, cell, type, code) => {
    expect(codeOf(cell, type)).toBe(code);
  });

  test.each<[ColumnType['kind'], ColumnType]>([
    ['text', { kind: 'text' }],
    ['date', { kind: 'date' }],
    ['integer', { kind: 'integer', min: 0, max: 9 }],
    ['percent', { kind: 'percent' }],
    ['choice', { kind: 'choice', options: ['да'], isOpen: true }],
    ['school', { kind: 'school' }],
    ['phrase', { kind: 'phrase' }],
    ['measure_number', { kind: 'measure_number' }],
    ['measure', { kind: 'measure' }],
    ['measures', { kind: 'measures' }],
    ['link', { kind: 'link' }],
    ['parameter', { kind: 'parameter' }],
  ])('an error is no value of a column of kind %s', (_, type) => {
    const errors = [
      '#REF!',
      '#ССЫЛКА!',
      '#DIV/0!',
      '#ДЕЛ/0!',
      '#N/A',
      '#Н/Д',
      '#NAME?',
      '#ИМЯ?',
      '#VALUE!',
      '#ЗНАЧ!',
      '#NUM!',
      '#ЧИСЛО!',
      '#NULL!',
      '#ERROR!',
      '#ОШИБКА!',
      ' #Ref! ',
      '#REF!\u200b',
      'Loading...',
      'Загрузка…',
      '#######',
    ];
    expect(errors.map((error) => codeOf(error, type))).toEqual(errors.map(() => 'error_value'));
  });

  test.each<[what: string, seen: readonly [number, ColumnType, ShownCell], value: unknown]>([
    ['zeros in front', [45, { kind: 'text' }, { text: '0045', format: 'as_it_is' }], '0045'],
    ['words around', [45, { kind: 'text' }, { text: '№ 45', format: 'as_it_is' }], '№ 45'],
    ['a plain number', [46_357, { kind: 'text' }, { text: '46357', format: 'as_it_is' }], '46357'],
    ['a per cent in a text', [0.1, { kind: 'text' }, { text: '10%', format: 'percent' }], '10%'],
    ['1,10 in a measure', [1.1, { kind: 'measure' }, { text: '1,10', format: 'as_it_is' }], '1.10'],
    [
      '1,10 in the regulation',
      [1.1, { kind: 'measure_number' }, { text: '1,10', format: 'as_it_is' }],
      '1.10',
    ],
    ['48% in a share', [0.48, { kind: 'percent' }, { text: '48%', format: 'percent' }], 48],
    ['100% in a share', [1, { kind: 'percent' }, { text: '100%', format: 'percent' }], 100],
    ['0,48% in a share', [0.0048, { kind: 'percent' }, { text: '0,48%', format: 'percent' }], 0.48],
    ['57% without the dust of halves', [0.57, { kind: 'percent' }, { text: '57%', format: 'percent' }], 57],
  ])('what a person sees is read: %s', (_, seen, value) => {
    expect(read(...seen)).toEqual({ value });
  });

  test.each<[number, ColumnType, ShownCell]>([
    [1.5, { kind: 'percent' }, { text: '150%', format: 'percent' }],
    [1.01, { kind: 'percent' }, { text: '101%', format: 'percent' }],
    [48, { kind: 'percent' }, { text: '4800%', format: 'percent' }],
    [12, { kind: 'percent' }, { text: '11.01', format: 'date' }],
    [46_338, { kind: 'integer', min: 0, max: 100_000 }, { text: '12.11', format: 'date' }],
  ])('%d in a column of figures (%o) is refused as it is seen: %o', (cell, type, shown) => {
    expect(read(cell, type, shown)).toMatchObject({
      problem: { code: 'number_unreadable', message: `«Графа»: «${shown.text}» не подходит.` },
    });
  });

  test.each<[string, number, ShownCell, string]>([
    ['a date', 46_338, { text: '12/11', format: 'date' }, 'text_became_date'],
    ['a time', 0.645_833_333_3, { text: '15:30', format: 'time' }, 'text_became_time'],
    ['an exponent', 1_200_000, { text: '1,20E+06', format: 'scientific' }, 'text_became_number'],
  ])('of %s nobody knows what was typed', (_, cell, shown, code) => {
    expect(codeOf(cell, { kind: 'text' }, shown)).toBe(code);
  });

  test('where a sheet has made a date of a number the message says how to type it', () => {
    expect(read(46_338, { kind: 'text' }, { text: '12.11', format: 'date' })).toEqual({
      problem: {
        code: 'text_became_date',
        message: '«Графа»: похоже, таблица превратила набранное в дату 12.11.',
        advice:
          "Наберите ещё раз, поставив впереди апостроф, например '12.11. " +
          'Если это и правда дата, ей место в столбце с датой.',
      },
    });
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
