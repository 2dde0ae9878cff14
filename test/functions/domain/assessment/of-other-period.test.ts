import { expect, test } from '@jest/globals';
import {
  isActOfOtherPeriod,
  isOfOtherPeriod,
  ofThisPeriod,
} from '../../../../functions/domain/assessment/of-other-period.ts';
import { calendarYear } from '../../../../functions/domain/dates/period.ts';
import type { Execution, ExternalAct, ListedPeriod } from '../../../../functions/domain/records/records.ts';
import { records, SETTINGS } from '../records/records-builder.ts';

const [YEAR_2021, YEAR_2022]: readonly ListedPeriod[] = [
  calendarYear(2021),
  { ...calendarYear(2022), firstRow: 40 },
];
/** The workbook as it stands in 2022, and as a report on 2021 sees it. */
const IN_2022 = { period: calendarYear(2022), firstRow: 40, otherPeriods: [YEAR_2021 as ListedPeriod] };
const OVER_2021 = { period: calendarYear(2021), otherPeriods: [YEAR_2022 as ListedPeriod] };
/** Periods that people typed by themselves: nobody noted the first row. */
const UNNOTED = { period: calendarYear(2022), otherPeriods: [YEAR_2021 as ListedPeriod] };

function row(number: number, label: string, doneOn: string | null): Execution {
  const execution = { rowId: `e${number}-abc`, school: 'ОО № 1 (демо)', measure: '3.2', occurrence: label };
  return { ...execution, mark: 'выполнено', evidence: {}, ...(doneOn !== null && { doneOn }) } as Execution;
}

test.each([
  ['an old row without a word', row(12, '', '2021-09-10'), [true, false, true]],
  ['an old row that is done late', row(12, '', '2022-02-01'), [true, false, false]],
  ['an old row that is open', row(12, '', null), [true, false, false]],
  ['a row of this year', row(41, '', '2022-09-10'), [false, true, false]],
  ['a row of this year that is open', row(41, '', null), [false, true, false]],
  ['an old row whose label says the new year', row(12, 'сентябрь 2022', null), [false, true, false]],
  ['a new row whose label says the old year', row(41, 'IV квартал 2021', null), [true, false, true]],
  ['a label without a year', row(41, 'сентябрь', null), [false, true, false]],
  ['the last row before the first of this year', row(39, '', null), [true, false, false]],
  ['the first row of this year', row(40, '', null), [false, true, false]],
  ['a label that says days of the old year', row(41, '01.09.2021–05.09.2021', null), [true, false, true]],
  ['a label that says days without a year', row(12, '01.09–05.09', '2021-09-02'), [true, false, true]],
  ['a label that is no time', row(12, 'план', '2021-09-02'), [true, false, true]],
  ['a label of a year that is no period', row(41, 'сентябрь 2019', null), [false, false, false]],
  [
    'a label that reaches into both years',
    row(12, 'декабрь 2021 – февраль 2022', null),
    [false, false, false],
  ],
  [
    'a row without a number, done in the old year',
    { ...row(1, '', '2021-09-02'), rowId: '?' },
    [true, false, true],
  ],
  [
    'a row without a number, done in no period',
    { ...row(1, '', '2019-09-02'), rowId: '?' },
    [false, false, false],
  ],
  ['a row without a number that is open', { ...row(1, '', null), rowId: '12' }, [false, false, false]],
] as const)(
  '%s is of another period in 2022, over 2021, where no first row was noted',
  (_what, execution, others) =>
    expect([IN_2022, OVER_2021, UNNOTED].map((periods) => isOfOtherPeriod(execution, periods))).toEqual(
      others,
    ),
);

test.each([
  ['2021-12-28', undefined, [true, false]],
  ['2021-12-28', '2022-02-01', [false, false]],
  ['2022-01-20', undefined, [false, true]],
] as const)('an act of %s with the term %s', (date, dueDate, others) => {
  const act = {
    rowId: 'a1-abc',
    kind: 'письмо',
    issuer: '',
    number: '1',
    date,
    measures: [],
    dueDate,
  } as unknown as ExternalAct;
  expect([IN_2022, OVER_2021].map((periods) => isActOfOtherPeriod(act, periods))).toEqual(others);
});

test('where a workbook was kept in no other period everything is of this one', () => {
  const only = { period: calendarYear(2022), firstRow: 40 };
  expect([
    isOfOtherPeriod(row(12, 'сентябрь 2021', '2021-09-10'), only),
    isOfOtherPeriod(row(12, 'сентябрь 2021', '2021-09-10'), { ...only, otherPeriods: [] }),
  ]).toEqual([false, false]);
  const book = records({ executions: [row(12, '', '2021-09-10')] });
  expect(ofThisPeriod(book)).toBe(book);
});

test('of three periods the rows of the second lie between the first rows of both', () => {
  const periods = {
    period: calendarYear(2021),
    firstRow: 20,
    otherPeriods: [
      calendarYear(2020),
      { ...calendarYear(2023), firstRow: 90 },
      { ...calendarYear(2022), firstRow: 40 },
    ],
  };
  expect([19, 20, 39, 40, 95].map((number) => isOfOtherPeriod(row(number, '', null), periods))).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
});

test('what was entered for another period is left out of the rows, the acts and the journal', () => {
  const settings = { ...SETTINGS, ...IN_2022 };
  const act = { rowId: 'a1', kind: 'письмо', issuer: '', number: '1', measures: [] } as const;
  const entry = { rowId: 'j1', kind: 'КПК', measure: '4.2', school: null, topic: '', evidence: {} } as const;
  const book = records({
    settings,
    executions: [row(12, '', '2021-09-10'), row(41, '', '2022-09-10')],
    acts: [
      { ...act, date: '2021-12-28' },
      { ...act, date: '2021-12-28', dueDate: '2022-02-01' },
      { ...act, date: '2019-12-28' },
    ],
    journal: (['2021-12-31', '2022-01-01', '2022-12-31', '2019-05-05'] as const).map((date) => ({
      ...entry,
      date,
    })),
  });
  expect(ofThisPeriod(book)).toEqual({
    ...book,
    executions: book.executions.slice(1),
    acts: book.acts.slice(1),
    journal: book.journal.slice(1),
  });
});
