import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { Execution, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { execution, records } from '../records/records-builder.ts';

const CODES = new Set(['label_none', 'label_several', 'label_unread', 'done_before_period', 'not_owed']);

/** What is said of the one row of measure 4.2 with that deadline, on 15.10.2021. */
function told(deadlinePhrase: string, row: Partial<Execution>, changes: Partial<WorkbookRecords> = {}) {
  const base = records(changes);
  const measures = base.measures
    .filter(({ number }) => number === '4.2')
    .map((measure) => ({ ...measure, deadlinePhrase }));
  const executions = [execution({ measure: '4.2', ...row })];
  return assessWorkbook({ ...base, measures, executions }, '2021-10-15')
    .findings.filter(({ code }) => CODES.has(code))
    .map(({ code, severity, place, subject, message, advice }) =>
      [code, severity, place.column, subject, message, advice].join(' | '),
    );
}

const WHOSE = 'ОО № 1, мероприятие 4.2';
const QUARTERS =
  'Напишите один из сроков: I квартал 2021, II квартал 2021, III квартал 2021, IV квартал 2021. Год можно не писать.';

describe('A label that names no one term', () => {
  test.each<[deadline: string, label: string, told: readonly string[]]>([
    ['Ежеквартально', '', []],
    ['Ежеквартально', 'III квартал', []],
    [
      'Ежеквартально',
      ' III квартал 2020 ',
      [
        `label_none | error | occurrence | ${WHOSE} | «За какой срок»: «III квартал 2020» — такого срока у мероприятия нет, ` +
          `строка не учтена. | ${QUARTERS}`,
      ],
    ],
    [
      'Ежеквартально',
      '2021',
      [
        `label_several | error | occurrence | ${WHOSE} | «За какой срок»: «2021» — подходит к нескольким срокам мероприятия, ` +
          `строка не учтена. | ${QUARTERS}`,
      ],
    ],
    [
      'Ежеквартально',
      'как-нибудь',
      [
        `label_unread | error | occurrence | ${WHOSE} | «За какой срок»: «как-нибудь» — не понять, какой это срок, строка не ` +
          `учтена. | ${QUARTERS}`,
      ],
    ],
    ['Август', '  ', []],
    ['Август', 'август', []],
    [
      'Август',
      ' как-нибудь ',
      [
        `label_unread | warning | occurrence | ${WHOSE} | «За какой срок»: «как-нибудь» — не понять, какой это срок; срок у ` +
          'мероприятия один, строка учтена за него. | Оставьте ячейку пустой или напишите «август 2021».',
      ],
    ],
    [
      'Август',
      'сентябрь',
      [
        `label_none | error | occurrence | ${WHOSE} | «За какой срок»: «сентябрь» — такого срока у мероприятия нет, строка не ` +
          'учтена. | Оставьте ячейку пустой или напишите «август 2021».',
      ],
    ],
    ['когда получится', 'август', []],
  ])('%s: «%s»', (deadline, occurrence, lines) => expect(told(deadline, { occurrence })).toEqual(lines));

  test('of twelve terms all are named, of more the first ones', () => {
    const advice = (deadline: string) => told(deadline, { occurrence: '2021' })[0]?.split(' | ').at(-1);
    expect(advice('Ежемесячно')).toBe(
      'Напишите один из сроков: январь 2021, февраль 2021, март 2021, апрель 2021, май 2021, июнь 2021, июль 2021, ' +
        'август 2021, сентябрь 2021, октябрь 2021, ноябрь 2021, декабрь 2021. Год можно не писать.',
    );
    expect(advice('До 10 и 20 числа каждого месяца')).toMatch(
      /^Напишите один из сроков: .* и ещё \d+\. Год можно не писать\.$/u,
    );
  });
});

describe('Work of before the period', () => {
  const before = (what: string) =>
    `done_before_period | error | doneOn | ${WHOSE} | Исполнено 31.12.2020 — до начала отчётного периода (01.01.2021): ` +
    `строка не учтена. | Исправьте дату исполнения.${what}`;

  test.each<[deadline: string, told: readonly string[]]>([
    [
      'Ежеквартально',
      [
        before(
          ' Если работа всё же за срок этого периода, назовите его в «За какой срок» с годом: «I квартал 2021».',
        ),
      ],
    ],
    ['когда получится', [before('')]],
  ])('%s', (deadline, lines) =>
    expect(told(deadline, { mark: 'выполнено', doneOn: '2020-12-31' })).toEqual(lines),
  );
});

describe('A term that the school does not owe', () => {
  const notOwed = (why: string) =>
    `not_owed | reminder | school | ${WHOSE} | Школа ${why}: за этот срок она не отчитывается, строка не учтена. | Если день ` +
    'назван неверно, исправьте его на листе «Школы»; иначе строку можно удалить.';
  const schools = (
    bank: NonNullable<WorkbookRecords['schools'][number]['bank']>,
    status: 'ШНОР' | 'вышла' = 'ШНОР',
  ) => ({
    schools: [{ rowId: 's1', name: 'ОО № 1', status, bank }],
  });

  test.each<[string, string, Partial<WorkbookRecords>, readonly string[]]>([
    [
      'it joined later',
      'I квартал',
      schools({ includedOn: '2021-05-01' }),
      [notOwed('включена в список с 01.05.2021')],
    ],
    ['it joined on its last day', 'I квартал', schools({ includedOn: '2021-03-31' }), []],
    [
      'it has left',
      'III квартал',
      schools({ exitDate: '2021-09-29' }, 'вышла'),
      [notOwed('вышла из списка 29.09.2021')],
    ],
    [
      'it joined later and has left',
      'I квартал',
      schools({ includedOn: '2021-05-01', exitDate: '2021-09-29' }, 'вышла'),
      [notOwed('включена в список с 01.05.2021, вышла из списка 29.09.2021')],
    ],
  ])('%s', (_, occurrence, changes, lines) =>
    expect(told('Ежеквартально', { occurrence }, changes)).toEqual(lines),
  );
});

test.each<[string, WorkbookRecords['schools'][number]['name'], readonly string[]]>([
  ['another name', 'ОО № 22', []],
  [
    'the very same name',
    'ОО № 1',
    [
      's9 | Школа «ОО № 1» записана на листе «Школы» не один раз. | Оставьте одну строку: в отчёт входит только внесённая раньше.',
    ],
  ],
  [
    'a name that looks the same',
    'оо №  1',
    [
      's9 | Школа «оо №  1» записана на листе «Школы» не один раз: это то же имя, что «ОО № 1», — различаются только ' +
        'регистр, пробелы, похожие буквы или невидимые знаки. | Оставьте одну строку: в отчёт входит только внесённая раньше.',
    ],
  ],
])('a second school with %s', (_, name, lines) => {
  const schools = [{ rowId: 's9', name, status: 'ШНОР' as const }, ...records().schools];
  const { findings } = assessWorkbook(records({ schools }), '2021-02-01');
  expect(
    findings
      .filter(({ code }) => code === 'school_repeated')
      .map(({ place, message, advice }) => [place.rowId, message, advice].join(' | ')),
  ).toEqual(lines);
});
