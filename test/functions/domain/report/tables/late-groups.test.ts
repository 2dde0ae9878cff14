import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import {
  DEFAULT_REPORT_LOOK,
  type WorkbookRecords,
} from '../../../../../functions/domain/records/records.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import { doneLateGroups, overdueGroups } from '../../../../../functions/domain/report/tables/late-groups.ts';
import { execution, records, SETTINGS } from '../../records/records-builder.ts';
import { linesOfText, printedTable } from '../printed.ts';

const ONLY = (...numbers: readonly string[]) => ({
  measures: records().measures.filter(({ number }) => numbers.includes(number)),
});

const LATE = {
  mark: 'выполнено',
  doneOn: '2021-10-05',
  evidence: { kind: 'приказ', number: '7', date: '2021-10-05' },
} as const;

function groups(changes: Partial<WorkbookRecords>) {
  const basis = prepareBasis({ assessment: assessWorkbook(records(changes), '2022-01-15') });
  const tables = [overdueGroups(basis), doneLateGroups(basis)];
  return tables.flatMap((table) => (table ? printedTable(table) : []));
}

const MOVED = execution({ control: { postponedTo: '2021-10-15', postponementGround: 'письмо школы' } });
const MOVED_WITHOUT_GROUND = execution({
  rowId: 'e2',
  school: 'ОО № 2',
  control: { postponedTo: '2022-03-01' },
});

test.each<[string, Partial<WorkbookRecords>, string]>([
  [
    'terms were moved and missed, or moved without a ground: neither is a new term',
    { ...ONLY('3.2'), executions: [MOVED, MOVED_WITHOUT_GROUND] },
    `
[overdue_groups] title | control | days | count | names
3.2 | 30.09.2021 | 107 | 1 | ОО № 2
3.2 | 15.10.2021 | 92 | 1 | ОО № 1
`,
  ],
  [
    'the same by school',
    {
      ...ONLY('3.2'),
      settings: { ...SETTINGS, reportLook: { ...DEFAULT_REPORT_LOOK, overdueBy: 'school' } },
      executions: [MOVED, MOVED_WITHOUT_GROUND],
    },
    `
[overdue_groups] title | count | names
ОО № 1 | 1 | 3.2 (92 дн.)
ОО № 2 | 1 | 3.2 (107 дн.)
`,
  ],
  [
    'why and what was done are told of one school alone',
    { ...ONLY('3.2'), executions: [execution({ delay: { reason: 'болезнь', taken: 'назначен другой' } })] },
    `
[overdue_groups] title | control | days | count | names | reason | taken
3.2 | 30.09.2021 | 107 | 1 | ОО № 1 | болезнь | назначен другой
3.2 | 30.09.2021 | 107 | 1 | ОО № 2 |  |
`,
  ],
  [
    'what is overdue by school: the municipality, № 2 before № 10, each measure by its terms',
    {
      settings: { ...SETTINGS, reportLook: { ...DEFAULT_REPORT_LOOK, overdueBy: 'school' } },
      schools: ['ОО № 10', 'ОО № 2'].map((name, index) => ({ rowId: `s${index}`, name, status: 'ШНОР' })),
      measures: ONLY('2.2', '3.2', '4.2').measures.map((each) =>
        each.number === '4.2' ? { ...each, deadlinePhrase: 'до 10 и 20 декабря' } : each,
      ),
      executions: [
        execution({ school: 'ОО № 2', delay: { reason: 'болезнь' } }),
        execution({ ...LATE, rowId: 'e2', school: 'ОО № 10', doneOn: '2021-09-20' }),
      ],
    },
    `
[overdue_groups] title | count | names | reason
муниципалитет | 1 | 2.2 (15 дн.) |
ОО № 2 | 1 | 3.2 (107 дн.) | болезнь
ОО № 2 | 2 | 4.2, 10.12.2021 (36 дн.), 4.2, 20.12.2021 (26 дн.) |
ОО № 10 | 2 | 4.2, 10.12.2021 (36 дн.), 4.2, 20.12.2021 (26 дн.) |
`,
  ],
  [
    'what was done late has reasons that its table does not tell: one line',
    {
      ...ONLY('3.2'),
      executions: [
        execution({ ...LATE, delay: { reason: 'болезнь' } }),
        execution({ ...LATE, rowId: 'e2', school: 'ОО № 2' }),
      ],
    },
    `
[overdue_groups] Просроченного нет.
[done_late_groups] title | control | days | count | names
3.2 | 30.09.2021 | 5 | 2 | ОО № 1, ОО № 2
`,
  ],
])('where %s', (_, changes, text) => expect(groups(changes)).toEqual(linesOfText(text)));

test('what the municipality owes as a whole is counted as an execution, not as a school', () => {
  const table = overdueGroups(
    prepareBasis({ assessment: assessWorkbook(records(ONLY('2.2')), '2022-01-15') }),
  );
  expect(printedTable(table).slice(1)).toEqual(['2.2 | 31.12.2021 | 15 | 1 | муниципалитет']);
  expect(table.columns.map(({ title }) => title)).toEqual([
    '№ п/п',
    'Контрольная дата',
    'Дней после срока',
    'Исполнений',
    'Чьи',
  ]);
});

test('a term that every school has missed names the fewest, and all by two words', () => {
  const names = [1, 2, 3, 4, 5, 6].map((number) => `ОО № ${number}`);
  const schools = names.map((name, index) => ({ rowId: `s${index}`, name, status: 'ШНОР' as const }));
  const late = (days: readonly string[]) => {
    const executions = names.map((school, index) =>
      execution({
        rowId: `e${index}`,
        school,
        mark: 'выполнено',
        doneOn: `2021-10-${days[index] ?? '01'}` as '2021-10-01',
        evidence: { link: 'https://example.org/1' },
      }),
    );
    const assessment = assessWorkbook(records({ schools, executions }), '2021-10-15');
    return doneLateGroups(prepareBasis({ assessment }))?.rows.map(({ cells }) => cells.at(-1));
  };
  expect(late(['02', '02', '02', '02', '02', '02'])).toEqual(['все школы (6)']);
  expect(late(['02', '02', '09', '02', '02', '02'])).toEqual(['ОО № 3 — 9 дн.; остальные школы (5) — 2 дн.']);
});

test('schools that were late by different days are named with them, the longest first', () => {
  const rows = (['05', '12', '05'] as const).map((day, index) =>
    execution({
      ...LATE,
      rowId: `e${index}`,
      school: `ОО № ${index + 1}`,
      doneOn: `2021-10-${day}`,
      evidence: { link: 'https://example.org/1' },
    }),
  );
  const schools = rows.map(({ school }, index) => ({
    rowId: `s${index}`,
    name: school ?? '',
    status: 'ШНОР' as const,
  }));
  expect(groups({ ...ONLY('3.2'), schools, executions: rows })).toEqual(
    linesOfText(`
[overdue_groups] Просроченного нет.
[done_late_groups] title | control | days | count | names
3.2 | 30.09.2021 | – | 3 | ОО № 2 — 12 дн.; ОО № 1, ОО № 3 — 5 дн.
`),
  );
});
