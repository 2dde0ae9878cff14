import { expect, test } from '@jest/globals';
import {
  isActOfOtherPeriod,
  isOfOtherPeriod,
} from '../../../../functions/domain/assessment/of-other-period.ts';
import { calendarYear } from '../../../../functions/domain/period.ts';
import type { Execution, ExternalAct, ListedPeriod } from '../../../../functions/domain/records.ts';

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
