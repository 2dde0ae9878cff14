import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Execution, School, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

const FULL = {
  studentsTotal: 100,
  teachersTotal: 10,
  vacancies: 0,
  trainedShare: 50,
  vprMath: 10,
  vprRussian: 10,
  planDate: '2021-02-10',
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

/** What is found at the rows of schools and of executions of a school that has left: how bad, where, the words. */
function toldOn(today: CalendarDate, changes: Partial<WorkbookRecords>): readonly string[] {
  const { findings } = assessWorkbook(records({ schools: [SCHOOL], journal: [ENTRY], ...changes }), today);
  return findings
    .filter(({ place, code }) => place.worksheet === 'schools' || code === 'execution_of_left_school')
    .map(({ code, severity, place, message }) =>
      [code, severity, `${place.rowId ?? ''}.${place.column ?? ''}`, message].join(' | '),
    );
}

const withBank = (bank: Readonly<Record<string, unknown>>) => ({
  schools: [{ ...SCHOOL, bank: { ...FULL, ...bank } } as School],
});
const only = (...numbers: readonly string[]) =>
  records().measures.filter(({ number }) => numbers.includes(number));
const LEFT: School = { rowId: 's2', name: 'ОО № 2', status: 'вышла', bank: { exitDate: '2020-12-01' } };
const leftWith = (row: Partial<Execution>, school = LEFT) => ({
  schools: [SCHOOL, school],
  executions: [execution({ school: 'ОО № 2', ...row })],
});

const NO_INTERVIEW =
  'interview_missing | warning | s1.name | Половина периода прошла, а собеседования со школой в записях нет.';
const NO_PLAN =
  'plan_missing | warning | s1.planDate | План школы не внесён, а срок его сдачи был 30.09.2021.';
const OF_LEFT =
  'execution_of_left_school | reminder | e1.school | Школа «ОО № 2» вышла из списка: строка не учитывается.';
const gaps = (first: string, titles: string) =>
  `indicator_missing | reminder | s1.${first} | В банке данных не заполнено: ${titles}.`;
const notConfirmed = (since: string) =>
  `bank_not_confirmed | reminder | s1.updatedOn | Половина периода прошла, а сведения о школе за него не сверены: ${since}.`;

test.each<[string, CalendarDate, Partial<WorkbookRecords>, readonly string[]]>([
  ['a school in order', '2021-12-01', {}, []],
  [
    'a school of whose bank nothing is entered',
    '2021-12-01',
    { schools: [{ ...SCHOOL, bank: undefined }] as never },
    [],
  ],

  ['no interview until the middle of the period', '2021-07-02', { journal: [] }, []],
  ['no interview after the middle', '2021-07-03', { journal: [] }, [NO_INTERVIEW]],
  [
    'an interview of another school',
    '2021-12-01',
    { journal: [{ ...ENTRY, school: 'ОО № 11' }] },
    [NO_INTERVIEW],
  ],
  [
    'other work with the school',
    '2021-12-01',
    { journal: [{ ...ENTRY, kind: 'консультация', measure: '1.3' }] },
    [NO_INTERVIEW],
  ],
  [
    'an interview, of whatever measure',
    '2021-12-01',
    { journal: [{ ...ENTRY, kind: 'Собеседование с директором', measure: '1.3' }] },
    [],
  ],
  ['work of that measure, whatever its kind', '2021-12-01', { journal: [{ ...ENTRY, kind: 'выезд' }] }, []],
  [
    'an interview whose school is typed in another way',
    '2021-12-01',
    { journal: [{ ...ENTRY, school: ' оо  №1' }] },
    [],
  ],
  ['an interview with all schools', '2021-12-01', { journal: [{ ...ENTRY, school: null }] }, []],
  [
    'an interview as an execution',
    '2021-12-01',
    { journal: [], executions: [execution({ measure: '1.2', mark: 'выполнено' })] },
    [],
  ],
  [
    'an interview that is not required',
    '2021-12-01',
    { journal: [], executions: [execution({ measure: '1.2', mark: 'не требуется' })] },
    [],
  ],
  [
    'an interview in work',
    '2021-12-01',
    { journal: [], executions: [execution({ measure: '1.2', mark: 'в работе' })] },
    [NO_INTERVIEW],
  ],
  [
    'another measure that is done',
    '2021-12-01',
    { journal: [], executions: [execution({ measure: '4.1', mark: 'выполнено' })] },
    [NO_INTERVIEW],
  ],
  ['no interview where the regulation wants none', '2021-12-01', { journal: [], measures: only('3.2') }, []],
  [
    'no interview where it is the municipality’s',
    '2021-12-01',
    { journal: [], measures: only('1.2').map((each) => ({ ...each, scope: 'municipality' })) },
    [],
  ],

  ['no plan on its last day', '2021-09-30', withBank({ planDate: undefined }), []],
  ['no plan on the day after', '2021-10-01', withBank({ planDate: undefined }), [NO_PLAN]],
  ['a plan without its date', '2021-10-01', withBank({ planDate: undefined, planNumber: '4' }), []],
  [
    'no plan, though it was collected',
    '2021-10-01',
    {
      ...withBank({ planDate: undefined }),
      executions: [execution({ mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF })],
    },
    [],
  ],
  [
    'no plan, which is not required',
    '2021-10-01',
    { ...withBank({ planDate: undefined }), executions: [execution({ mark: 'не требуется' })] },
    [],
  ],
  [
    'no plan, which is in work',
    '2021-10-01',
    { ...withBank({ planDate: undefined }), executions: [execution({ mark: 'в работе' })] },
    [NO_PLAN],
  ],
  [
    'no plan where the regulation collects none',
    '2021-12-31',
    { ...withBank({ planDate: undefined }), measures: only('1.2', '3.1') },
    [],
  ],

  [
    'a bank never confirmed, in the first half',
    '2021-07-02',
    withBank({ updatedOn: undefined, vprMath: undefined }),
    [],
  ],
  [
    'a bank never confirmed',
    '2021-07-03',
    withBank({ updatedOn: undefined }),
    [notConfirmed('ни разу не подтверждались')],
  ],
  [
    'a bank confirmed before the period',
    '2021-12-01',
    withBank({ updatedOn: '2020-12-31' }),
    [notConfirmed('подтверждены 31.12.2020')],
  ],
  [
    'a bank confirmed on the first day of the period',
    '2021-12-01',
    withBank({ updatedOn: '2021-01-01' }),
    [],
  ],
  [
    'a bank with a gap',
    '2021-12-01',
    withBank({ vprMath: undefined }),
    [gaps('vprMath', '«ВПР математика «2», %»')],
  ],
  ['a bank with a nought', '2021-12-01', withBank({ vprMath: 0 }), []],
  [
    'a bank with nothing in it',
    '2021-12-01',
    { schools: [{ ...SCHOOL, bank: { planNumber: '4' } }] },
    [
      notConfirmed('ни разу не подтверждались'),
      gaps(
        'studentsTotal',
        '«Обучающихся», «Педагогов», «Вакансий», «Прошли КПК, %», «ВПР математика «2», %», «ВПР русский «2», %»',
      ),
    ],
  ],

  ['open work of a school that has left', '2021-12-01', leftWith({}), [OF_LEFT]],
  ['what nobody requires of it', '2021-12-01', leftWith({ mark: 'не требуется' }), []],
  ['its work that was done, nobody says when', '2021-12-01', leftWith({ mark: 'выполнено' }), []],
  [
    'its work of the day on which it left',
    '2021-12-01',
    leftWith({ mark: 'выполнено', doneOn: '2020-12-01' }),
    [],
  ],
  [
    'its work of the day after',
    '2021-12-01',
    leftWith({ mark: 'выполнено', doneOn: '2020-12-02' }),
    [OF_LEFT],
  ],
  [
    'its work, where nobody says when it left',
    '2021-12-01',
    leftWith({ mark: 'выполнено', doneOn: '2021-12-02' }, { ...LEFT, bank: {} }),
    [
      'exit_date_missing | warning | s2.exitDate | Статус «вышла», а когда — не указано: в отчёт не входит и то, что школа должна была сделать до выхода.',
    ],
  ],
  [
    'open work of one that left in the period before anything fell due',
    '2021-12-01',
    leftWith({}, { ...LEFT, bank: { exitDate: '2021-06-01' } }),
    [OF_LEFT],
  ],
  [
    'one that left later and is counted: it is neither interviewed nor confirmed any more',
    '2021-12-01',
    leftWith({}, { ...LEFT, bank: { exitDate: '2021-09-15' } }),
    [],
  ],
  [
    'one that still owes the plan of before it left',
    '2021-12-01',
    { schools: [{ ...LEFT, bank: { exitDate: '2021-09-30' } }] },
    ['plan_missing | warning | s2.planDate | План школы не внесён, а срок его сдачи был 30.09.2021.'],
  ],
  [
    'one that is about to leave',
    '2021-07-03',
    { schools: [{ ...SCHOOL, bank: { ...FULL, exitDate: '2021-07-04' } }], journal: [] },
    [NO_INTERVIEW],
  ],
  [
    'open work of the municipality',
    '2021-12-01',
    { schools: [SCHOOL, LEFT], executions: [execution({ school: null, measure: '2.2' })] },
    [],
  ],
])('%s, on %s', (_, today, changes, told) => {
  expect(toldOn(today, changes)).toEqual(told);
});

test('each finding says what to do', () => {
  const { schools } = withBank({ planDate: undefined, updatedOn: undefined, vprMath: undefined });
  const executions = [execution({ school: 'ОО № 2' })];
  const { findings } = assessWorkbook(
    records({ schools: [...schools, LEFT], journal: [], executions }),
    '2021-12-01',
  );
  const advice = new Map(findings.map((each) => [each.code, each.advice]));
  expect(
    [
      'interview_missing',
      'plan_missing',
      'bank_not_confirmed',
      'indicator_missing',
      'execution_of_left_school',
    ].map((code) => advice.get(code)),
  ).toEqual([
    'Проведите собеседование и запишите его в «Журнал» или отметьте на листе «Исполнение».',
    'Получите план и заполните «Дата плана» и «Номер плана» — или внесите его на лист «Планы школ».',
    'Сверьте сведения со школой и заполните «Сведения обновлены».',
    'Заполните показатели: без них раздел отчёта о школе неполон.',
    'Если школа ещё на сопровождении, исправьте её статус; иначе поставьте «не требуется» или удалите строку.',
  ]);
});
