import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Finding } from '../../../../functions/domain/findings/finding.ts';
import type { JournalEntry, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import {
  prepareBasis,
  type BasisRequest,
  type ReportBasis,
} from '../../../../functions/domain/report/report-basis.ts';
import { execution, PROOF, records, SETTINGS } from '../records/records-builder.ts';

const TODAY = '2021-10-15';
const QUARTER = { kind: 'quarter', year: 2021, quarter: 3 } as const;

function basisOf(
  changes: Partial<WorkbookRecords> = {},
  asked: Omit<BasisRequest, 'assessment'> = {},
): ReportBasis {
  return prepareBasis({ assessment: assessWorkbook(records(changes), TODAY), ...asked });
}

const school = (rowId: string, name: string) => ({ rowId, name, status: 'ШНОР' }) as const;

function entry(rowId: string, date: CalendarDate): JournalEntry {
  return { rowId, date, kind: 'КПК', measure: '4.2', school: null, topic: '', evidence: {} };
}

const measure = (rowId: string, number: string, section: string) =>
  ({
    rowId,
    number,
    section,
    title: '',
    deadlinePhrase: 'Сентябрь',
    responsible: '',
    scope: 'each_school',
  }) as const;

/** As the sheet is sorted, and as the report takes it. */
test.each<[string, Partial<WorkbookRecords>, (basis: ReportBasis) => readonly string[], readonly string[]]>([
  [
    'schools by name, numbers in it by size',
    { schools: [school('s1', 'ОО № 10'), school('s2', 'ОО № 9'), school('s3', 'ОО № 2')] },
    ({ schools }) => schools.map(({ name }) => name),
    ['ОО № 2', 'ОО № 9', 'ОО № 10'],
  ],
  [
    'a school that stands twice as it was entered first',
    { schools: [school('s10', 'ОО № 1'), school('s9', 'ОО № 1')] },
    ({ assessment }) => assessment.records.schools.map(({ rowId }) => rowId),
    ['s9', 's10'],
  ],
  [
    'measures by number, parts of it by size',
    { measures: [measure('r1', '1.10', 'А'), measure('r2', '1.9', 'А')] },
    ({ measures }) => measures.map((each) => each.measure.number),
    ['1.9', '1.10'],
  ],
  [
    'a measure that stands twice as it was entered first',
    { measures: [measure('r10', '1.1', 'А'), measure('r9', '1.1', 'А')] },
    ({ assessment }) => assessment.records.measures.map(({ rowId }) => rowId),
    ['r9', 'r10'],
  ],
  [
    'measures of one section together, however it is written, one without a section named so',
    {
      measures: [
        measure('r1', '1.1', 'Раздел А'),
        measure('r2', '1.2', ''),
        measure('r3', '1.3', 'раздел  а'),
      ],
    },
    ({ sections }) =>
      sections.map(
        ({ title, measures }) => `${title}: ${measures.map((each) => each.measure.number).join(' ')}`,
      ),
    ['Раздел А: 1.1 1.3', 'Раздел не указан: 1.2'],
  ],
  [
    'executions as they were entered',
    { executions: [execution({ rowId: 'e10' }), execution({ rowId: 'e9' })] },
    ({ assessment }) => assessment.records.executions.map(({ rowId }) => rowId),
    ['e9', 'e10'],
  ],
  [
    'acts by date, of one day as they were entered',
    {
      acts: (
        [
          ['a10', '2021-05-01'],
          ['a9', '2021-05-01'],
          ['a11', '2021-05-01'],
          ['a1', '2021-06-01'],
          ['a12', '2021-04-01'],
        ] as const
      ).map(([rowId, date]) => ({ rowId, kind: 'письмо', issuer: 'МОиН', number: '1', date, measures: [] })),
    },
    ({ assessment }) => assessment.records.acts.map(({ rowId }) => rowId),
    ['a12', 'a9', 'a10', 'a11', 'a1'],
  ],
  [
    'the journal by date, of one day as it was entered',
    {
      journal: [
        entry('j10', '2021-05-01'),
        entry('j9', '2021-05-01'),
        entry('j11', '2021-05-01'),
        entry('j1', '2021-06-01'),
        entry('j12', '2021-04-01'),
      ],
    },
    ({ journal }) => journal.map(({ rowId }) => rowId),
    ['j12', 'j9', 'j10', 'j11', 'j1'],
  ],
])('whatever the sheet is sorted by: %s', (_, changes, of, rows) =>
  expect(of(basisOf(changes))).toEqual(rows),
);

const told = ({ measure: number, school: name, occurrence, state }: ReportBasis['obligations'][number]) =>
  `${number} ${name} ${occurrence?.controlDate ?? '–'} ${state}`;

const ONE_SCHOOL: Partial<WorkbookRecords> = {
  schools: [school('s1', 'ОО № 1')],
  measures: records().measures.filter(({ number }) => ['1.1', '1.2', '2.1', '3.1', '3.2'].includes(number)),
  executions: [execution({ mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF })],
  journal: [
    entry('j1', '2021-06-30'),
    entry('j2', '2021-07-01'),
    entry('j3', '2021-09-30'),
    entry('j4', '2021-10-01'),
  ],
};

test('a quarter has the control dates from its first day to its last, and leaves the others out', () => {
  const { obligations, outside, overdue, journal, journalOutside } = basisOf(ONE_SCHOOL, { span: QUARTER });
  expect({
    obligations: obligations.map(told),
    outside: outside.map(told),
    overdue: overdue.map(told),
    journal: journal.map(({ rowId }) => rowId),
    journalOutside,
  }).toEqual({
    obligations: [
      '2.1 ОО № 1 2021-08-31 overdue',
      '3.1 ОО № 1 2021-08-31 overdue',
      '3.2 ОО № 1 2021-09-30 done',
    ],
    outside: ['1.1 ОО № 1 – waiting_act', '1.2 ОО № 1 2021-12-31 not_started'],
    overdue: ['2.1 ОО № 1 2021-08-31 overdue', '3.1 ОО № 1 2021-08-31 overdue'],
    journal: ['j2', 'j3'],
    journalOutside: 2,
  });
});

test('what is overdue stands there whenever it fell due', () => {
  const { obligations, overdue } = basisOf(ONE_SCHOOL, { span: { kind: 'month', year: 2021, month: 10 } });
  expect([obligations, overdue].map((those) => those.map(told))).toEqual([
    [],
    ['2.1 ОО № 1 2021-08-31 overdue', '3.1 ОО № 1 2021-08-31 overdue'],
  ]);
});

test('the whole period has what has no control date as well', () => {
  const { obligations, outside, journalOutside } = basisOf(ONE_SCHOOL);
  expect([obligations.length, outside, journalOutside]).toEqual([5, [], 0]);
});

test('as of a past day', () => {
  const { asOf, obligations, journal } = basisOf(ONE_SCHOOL, { asOf: '2021-08-20' });
  expect({ asOf, obligations: obligations.map(told), journal: journal.map(({ rowId }) => rowId) }).toEqual({
    asOf: '2021-08-20',
    obligations: [
      '1.1 ОО № 1 – waiting_act',
      '1.2 ОО № 1 2021-12-31 not_started',
      // The day is near; on paper its day has simply not come.
      '2.1 ОО № 1 2021-08-31 not_started',
      '3.1 ОО № 1 2021-08-31 not_started',
      '3.2 ОО № 1 2021-09-30 not_started',
    ],
    journal: ['j1', 'j2'],
  });
});

function finding(code: string): Finding {
  const place = { worksheet: 'settings', rowId: null } as unknown as Finding['place'];
  return { code, severity: 'error', place, message: `Сообщение о ${code}.`, advice: '' };
}

const period = (start: string, end: string): Partial<WorkbookRecords> => ({
  settings: { ...SETTINGS, period: { start: start as CalendarDate, end: end as CalendarDate } },
});

const NO_PERIOD = 'Период отчёта не задан или заканчивается раньше, чем начинается.';

test.each<[string, Partial<WorkbookRecords>, Omit<BasisRequest, 'assessment'>, string]>([
  ['of a day to come', {}, { asOf: '2021-10-16' }, '16.10.2021'],
  ['of a period that ends before it begins', period('2021-12-31', '2021-01-01'), {}, NO_PERIOD],
  ['of a period without its first day', period('', '2021-12-31'), {}, NO_PERIOD],
  ['of a period without its last day', period('2021-01-01', ''), {}, NO_PERIOD],
  [
    'of a period that was typed reversed',
    { findings: [finding('other'), finding('period_reversed')] },
    {},
    'Сообщение о period_reversed.',
  ],
  [
    'of a period that was typed by half',
    { findings: [finding('period_incomplete')] },
    {},
    'Сообщение о period_incomplete.',
  ],
])('a report %s is refused', (_, changes, asked, message) => {
  // Of a period that cannot be, nothing can be assessed either; the report has to say so by itself.
  const assessment = { ...assessWorkbook(records(), TODAY), records: records(changes) };
  expect(() => prepareBasis({ assessment, ...asked })).toThrow(message);
});

test.each([
  ['of today', {}, { asOf: TODAY }],
  ['of a period of one day', period('2021-10-15', '2021-10-15'), {}],
  ['of a workbook with another finding', { findings: [finding('other')] }, {}],
] as const)('a report %s is made', (_, changes, asked) => expect(basisOf(changes, asked).asOf).toBe(TODAY));
