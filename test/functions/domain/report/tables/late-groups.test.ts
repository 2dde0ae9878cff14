import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import { DEFAULT_REPORT_LOOK, type WorkbookRecords } from '../../../../../functions/domain/records.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import { doneLateGroups, overdueGroups } from '../../../../../functions/domain/report/tables/late-groups.ts';
import { execution, records, SETTINGS } from '../../records-builder.ts';
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
