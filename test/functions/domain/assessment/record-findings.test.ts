import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates.ts';
import type { School, WorkbookRecords } from '../../../../functions/domain/records.ts';
import { execution, records } from '../records-builder.ts';

const FULL = {
  studentsTotal: 100,
  teachersTotal: 10,
  vacancies: 0,
  trainedShare: 50,
  vprMath: 10,
  vprRussian: 10,
  planDate: '2021-09-10',
  updatedOn: '2021-03-01',
} as const;
const SCHOOL: School = { rowId: 's1', name: 'ОО № 1', status: 'ШНОР', bank: FULL };
const ENTRY = {
  rowId: 'j1',
  date: '2021-02-01',
  kind: 'собеседование',
  measure: '1.2',
  school: 'ОО № 1',
  topic: '',
  evidence: {},
} as const;

/** Codes at the rows of schools and of executions of a school that has left. */
function codesOn(today: CalendarDate, changes: Partial<WorkbookRecords>): readonly string[] {
  const { findings } = assessWorkbook(records({ schools: [SCHOOL], journal: [ENTRY], ...changes }), today);
  return findings
    .filter(({ place, code }) => place.worksheet === 'schools' || code === 'execution_of_left_school')
    .map(({ code, place }) => `${code} ${place.column ?? ''}`);
}

const withBank = (bank: Partial<Record<keyof typeof FULL, undefined>>) => ({
  schools: [
    {
      ...SCHOOL,
      bank: Object.fromEntries(
        Object.entries({ ...FULL, ...bank }).filter(([, value]) => value !== undefined),
      ),
    },
  ],
});

test.each<[string, CalendarDate, Partial<WorkbookRecords>, readonly string[]]>([
  ['a school in order', '2021-12-01', {}, []],
  ['no interview until the middle of the period', '2021-07-02', { journal: [] }, []],
  ['no interview after the middle', '2021-07-03', { journal: [] }, ['interview_missing name']],
  [
    'an interview as an execution',
    '2021-12-01',
    { journal: [], executions: [execution({ measure: '1.2', mark: 'выполнено' })] },
    [],
  ],
  ['an interview with all schools', '2021-12-01', { journal: [{ ...ENTRY, school: null }] }, []],
  ['no plan on its last day', '2021-09-30', withBank({ planDate: undefined }), []],
  ['no plan on the day after', '2021-10-01', withBank({ planDate: undefined }), ['plan_missing planDate']],
  [
    'a bank never confirmed',
    '2021-12-01',
    withBank({ updatedOn: undefined }),
    ['bank_not_confirmed updatedOn'],
  ],
  ['a bank with a gap', '2021-12-01', withBank({ vprMath: undefined }), ['indicator_missing vprMath']],
  [
    'open work of a school that has left',
    '2021-12-01',
    {
      schools: [SCHOOL, { rowId: 's2', name: 'ОО № 2', status: 'вышла', bank: { exitDate: '2021-06-01' } }],
      executions: [
        execution({ school: 'ОО № 2' }),
        execution({ rowId: 'e2', school: 'ОО № 2', mark: 'выполнено' }),
      ],
    },
    ['execution_of_left_school school'],
  ],
])('%s on %s', (_, today, changes, codes) => {
  expect(codesOn(today, changes)).toEqual(codes);
});
