import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type {
  Execution,
  JournalEntry,
  SchoolBank,
  WorkbookRecords,
} from '../../../../../functions/domain/records/records.ts';
import { composeLead, composeTitle } from '../../../../../functions/domain/report/parts/title-part.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import type { ReportPart } from '../../../../../functions/domain/report/report-document.ts';
import type { SpanChoice } from '../../../../../functions/domain/report/report-span.ts';
import { execution, PROOF, records, SETTINGS } from '../../records/records-builder.ts';
import { linesOfText } from '../printed.ts';

function title(changes: Partial<WorkbookRecords>, span?: SpanChoice): readonly string[] {
  const basis = prepareBasis({ assessment: assessWorkbook(records(changes), '2021-10-15'), span });
  return textsOf(composeTitle(basis));
}

const textsOf = ({ blocks }: ReportPart): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'text' ? [`${block.style === 'note' ? '* ' : ''}${block.text}`] : [],
  );

const ONE = { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' } as const;
const TWO = { rowId: 's2', name: 'ОО № 2', status: 'ШНОР' } as const;

const only = (...numbers: readonly string[]) =>
  records().measures.filter(({ number }) => numbers.includes(number));
const phrased = (number: string, deadlinePhrase: string) =>
  only(number).map((measure) => ({ ...measure, deadlinePhrase }));
const proved = (changes: Partial<Execution> = {}): Execution =>
  execution({ mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF, ...changes });

const WHEN = 'По состоянию на 15.10.2021 за отчётный период — 2021 год (с 01.01.2021 по 31.12.2021)';
const STATUSES = '(учитываемые статусы: «ШНОР», «500+»)';

test.each<[string, Partial<WorkbookRecords>, string]>([
  [
    'nothing is entered',
    { schools: [], measures: [] },
    `
${WHEN} — учитываемых школ нет ${STATUSES}. Регламентом установлено 0 мероприятий в 0 разделах; в отчёт входит 0 исполнений.
Ни по одному исполнению срок ещё не наступил, процент выполнения не считается.
Записей в журнале работы за отчётный период нет.
`,
  ],
  [
    'no statuses are named',
    { settings: { ...SETTINGS, countedStatuses: [] }, measures: [], executions: [execution()] },
    `
${WHEN} — учитываемых школ нет (учитываемые статусы: не названы). Регламентом установлено 0 мероприятий в 0 разделах; в отчёт входит 0 исполнений.
Ни по одному исполнению срок ещё не наступил, процент выполнения не считается.
Записей в журнале работы за отчётный период нет.
`,
  ],
  [
    'all is done, one part late',
    {
      schools: [ONE, TWO],
      measures: only('3.2'),
      executions: [proved(), proved({ rowId: 'e2', school: 'ОО № 2', doneOn: '2021-10-04' })],
    },
    `
${WHEN} — на сопровождении 2 школы ${STATUSES}. Регламентом установлено 1 мероприятие в 1 разделе; в отчёт входят 2 исполнения.
Из 1 мероприятия, вошедшего в отчёт, полностью исполнено и подтверждено — 1, с просрочкой хотя бы по одному исполнению — 0.
Срок наступил по 2 исполнениям, из них выполнено и подтверждено 2 (100 %), в том числе с опозданием 1.
Всего по отчёту: выполнено — 1; выполнено с опозданием — 1.
Записей в журнале работы за отчётный период нет.
`,
  ],
  [
    'what is not required counts neither for a measure nor against it',
    {
      schools: [ONE, TWO],
      measures: only('3.1', '3.2'),
      executions: [
        proved(),
        execution({ rowId: 'e2', school: 'ОО № 2', mark: 'не требуется' }),
        execution({ rowId: 'e3', measure: '3.1', mark: 'не требуется' }),
        execution({ rowId: 'e4', measure: '3.1', school: 'ОО № 2', mark: 'не требуется' }),
      ],
    },
    `
${WHEN} — на сопровождении 2 школы ${STATUSES}. Регламентом установлено 2 мероприятия в 1 разделе; в отчёт входят 4 исполнения.
Из 2 мероприятий, вошедших в отчёт, полностью исполнено и подтверждено — 1, с просрочкой хотя бы по одному исполнению — 0.
Срок наступил по 1 исполнению, из них выполнено и подтверждено 1 (100 %).
Всего по отчёту: выполнено — 1.
Отдельно, вне процента: не требуется — 3.
Записей в журнале работы за отчётный период нет.
`,
  ],
  [
    'a measure is done by one school and overdue at another',
    { schools: [ONE, TWO], measures: only('3.2'), executions: [proved()] },
    `
${WHEN} — на сопровождении 2 школы ${STATUSES}. Регламентом установлено 1 мероприятие в 1 разделе; в отчёт входят 2 исполнения.
Из 1 мероприятия, вошедшего в отчёт, полностью исполнено и подтверждено — 0, с просрочкой хотя бы по одному исполнению — 1.
Срок наступил по 2 исполнениям, из них выполнено и подтверждено 1 (50 %).
Всего по отчёту: выполнено — 1; просрочено — 1.
Записей в журнале работы за отчётный период нет.
`,
  ],
  [
    'a school has left in the period, and the controller keeps control',
    {
      settings: { ...SETTINGS, control: { ...SETTINGS.control, needsAcceptance: true } },
      schools: [ONE, { ...TWO, status: 'вышла', bank: { exitDate: '2021-10-01' } }],
      measures: only('3.2'),
      executions: [
        proved(),
        proved({ rowId: 'e2', school: 'ОО № 2', control: { takenOffOn: '2021-09-25' } }),
      ],
    },
    `
${WHEN} — на сопровождении 2 школы, из них выбыло из списка за период — 1 ${STATUSES}. Регламентом установлено 1 мероприятие в 1 разделе; в отчёт входят 2 исполнения.
Из 1 мероприятия, вошедшего в отчёт, полностью исполнено и подтверждено — 0, с просрочкой хотя бы по одному исполнению — 0.
Срок наступил по 2 исполнениям, из них выполнено и подтверждено 1 (50 %).
Всего по отчёту: снято с контроля — 1; ждёт приёмки — 1.
Записей в журнале работы за отчётный период нет.
`,
  ],
])('the head of a report where %s', (_, changes, text) => expect(title(changes)).toEqual(linesOfText(text)));

const DOUBTS = 'Контрольная дата не определена';

test.each([
  ['a deadline nobody understands', phrased('3.2', 'когда получится'), true],
  ['a day that no calendar has', phrased('3.2', 'до 31.02.2021'), true],
  ['an act that has not come', only('5.1'), false],
  ['a deadline that is understood', only('3.2'), false],
  [
    'work on request, whatever its deadline',
    only('3.2').map((each) => ({ ...each, scope: 'on_request', deadlinePhrase: 'когда получится' }) as const),
    false,
  ],
] as const)('%s: a doubt of the control date is %#', (_, measures, isDoubtful) =>
  expect(title({ schools: [ONE], measures }).filter((text) => text.startsWith(DOUBTS)).length === 1).toBe(
    isDoubtful,
  ),
);

const TEACHERS = { teachersTotal: 20 } as const;
const COURSE = {
  rowId: 'j1',
  date: '2021-03-01',
  kind: 'КПК',
  measure: '4.2',
  school: 'ОО № 1',
  topic: '',
  evidence: {},
} as const;

test.each<[string, Partial<JournalEntry>, readonly SchoolBank[], readonly string[]]>([
  ['nobody was counted', {}, [{ ...TEACHERS, trainedShare: 40 }], []],
  ['nobody’s share is known', { teachers: 2 }, [{}, TEACHERS], ['педагогов — 2']],
  ['the group is small', { teachers: 2 }, [{ teachersTotal: 9, trainedShare: 40 }], ['педагогов — 2']],
  [
    'one share is known',
    { leaders: 1 },
    [{ ...TEACHERS, trainedShare: 40 }, {}],
    ['руководителей — 1; прошли их по банку данных 40 % педагогов школы'],
  ],
  [
    'shares differ',
    { leaders: 1, teachers: 2 },
    [60, 40.5, 50].map((trainedShare) => ({ ...TEACHERS, trainedShare })),
    ['руководителей — 1, педагогов — 2; прошли их по банку данных от 40,5 % до 60 % педагогов школы'],
  ],
])('the courses of the journal, where %s', (_, entry, banks, told) => {
  const schools = banks.map((bank, index) => ({ ...ONE, rowId: `s${index}`, name: `ОО № ${index}`, bank }));
  const found = title({ schools, measures: [], journal: [{ ...COURSE, ...entry }] }).filter((text) =>
    text.startsWith('На курсы'),
  );
  expect(found).toEqual(told.map((each) => `На курсы повышения квалификации направлено: ${each}.`));
});

test('a month without executions says no figures', () =>
  expect(
    title(
      { schools: [ONE], measures: only('3.2'), executions: [proved()] },
      { kind: 'month', year: 2021, month: 2 },
    ),
  ).toEqual(
    linesOfText(`
По состоянию на 15.10.2021 за отчётный период — февраль 2021 года (с 01.02.2021 по 28.02.2021) — на сопровождении 1 школа ${STATUSES}. Регламентом установлено 1 мероприятие в 1 разделе; в отчёт входит 0 исполнений.
Ни по одному исполнению срок ещё не наступил, процент выполнения не считается.
Записей в журнале работы за отчётный период нет.
`),
  ));

test('the head of a form that tells less leaves out what is not said', () =>
  expect(textsOf(composeLead('Первое.', '', 'Второе.'))).toEqual(['Первое.', 'Второе.']));
