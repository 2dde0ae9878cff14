import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type { School, SchoolBank } from '../../../../../functions/domain/records/records.ts';
import {
  composeDataBank,
  describeBank,
  formatRegister,
  uncountedTable,
} from '../../../../../functions/domain/report/parts/data-bank-part.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import { records } from '../../records/records-builder.ts';
import { printed, printedTable } from '../printed.ts';

const school = (bank?: SchoolBank): School => ({
  rowId: 's1',
  name: 'ОО № 1',
  status: 'ШНОР',
  ...(bank && { bank }),
});

test.each<[string, SchoolBank | undefined, readonly string[]]>([
  ['nothing is entered', undefined, []],
  ['its bank is empty', {}, []],
  [
    'all is entered',
    {
      listBasis: 'письмо № 5',
      yearIncluded: 2019,
      riskFactors: 'Дефицит кадров',
      studentsTotal: 120,
      graduates9: 20,
      graduates11: 10,
      teachersTotal: 15,
      vacancies: 0,
      trainedShare: 60.5,
      vprMath: 30,
      vprRussian: 25.25,
      ogeFail: 5,
      egeBelow: 0,
      objectivity: 'есть',
      planDate: '2021-09-10',
      planNumber: '4',
      updatedOn: '2021-09-01',
    },
    [
      'Банк данных: основание включения — письмо № 5; включена — 2019; факторы риска — Дефицит кадров; обучающихся — 120; ' +
        'выпускников 9 класса — 20; выпускников 11 класса — 10; педагогов — 15; вакансий — 0.',
      'Доля низких результатов: ВПР, математика — 30 %; ВПР, русский язык — 25,25 %; ОГЭ — 5 %; ЕГЭ — 0 %.',
      'Кроме того: прошли КПК — 60,5 %; признак необъективности — есть; план школы — от 10.09.2021 № 4; сведения ' +
        'обновлены — 01.09.2021.',
    ],
  ],
  [
    'its groups are small',
    {
      includedOn: '2021-03-01',
      yearIncluded: 2021,
      studentsTotal: 9,
      teachersTotal: 3,
      vprMath: 30,
      trainedShare: 50,
    },
    [
      'Банк данных: включена — 01.03.2021; обучающихся — менее 10; педагогов — менее 10.',
      'Доля низких результатов: ВПР, математика — скрыто.',
      'Кроме того: прошли КПК — скрыто.',
    ],
  ],
  ['only a text is entered, and that is blank', { objectivity: '' }, []],
  ['only the number of its plan is known', { planNumber: '4' }, ['Кроме того: план школы — № 4.']],
])('what a card says of a school of which %s', (_, bank, sentences) =>
  expect(describeBank(school(bank))).toEqual(sentences),
);

const basisOf = (...schools: readonly (readonly [name: string, status: School['status']])[]) =>
  prepareBasis({
    assessment: assessWorkbook(
      records({ schools: schools.map(([name, status], index) => ({ rowId: `s${index}`, name, status })) }),
      '2021-10-15',
    ),
  });

test('the register counts a school that stands twice once, and lists by name those that are not counted', () => {
  const basis = basisOf(
    ['ОО № 1', 'ШНОР'],
    ['ОО № 10', 'группа риска'],
    ['оо №  1', 'вышла'],
    ['ОО № 9', 'вышла'],
    ['ОО № 10.', 'вышла'],
  );
  expect(formatRegister(basis)).toBe(
    'По состоянию на 15.10.2021 в реестре 3 школы, из них на сопровождении — 1 (учитываемые статусы: «ШНОР», «500+»).',
  );
  expect(printedTable(uncountedTable(basis))).toEqual([
    '[uncounted] position | school | status | exitDate | exitBasis',
    '1 | ОО № 9 | вышла | – | – <schools s3>',
    '2 | ОО № 10 | группа риска | – | – <schools s1>',
  ]);
});

test.each([
  [[['ОО № 1', 'ШНОР']], ['1']],
  [
    [
      ['ОО № 1', 'ШНОР'],
      ['ОО № 2', 'ШНОР'],
    ],
    ['1', '2', '== –'],
  ],
] as const)('one school has no total, several have: #%#', (schools, rows) => {
  const [, , ...lines] = printed({ parts: [composeDataBank(basisOf(...schools))] });
  const end = lines.findIndex((line) => line.startsWith('[indicators]'));
  expect(lines.slice(0, end).map((line) => line.split(' | ')[0])).toEqual(rows);
});
