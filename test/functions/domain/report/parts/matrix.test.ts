import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type { WorkbookRecords } from '../../../../../functions/domain/records/records.ts';
import { composeMatrix } from '../../../../../functions/domain/report/parts/matrix-part.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import type { ReportPart, ReportTable } from '../../../../../functions/domain/report/report-document.ts';
import { createRowLinks } from '../../../../../functions/domain/report/row-links.ts';
import { execution, PROOF, records } from '../../records/records-builder.ts';
import { linesOfText, printed } from '../printed.ts';

function matrixOf(changes: Partial<WorkbookRecords>): ReportPart {
  const basis = prepareBasis({ assessment: assessWorkbook(records(changes), '2021-10-15') });
  return composeMatrix(basis, createRowLinks([{ table: 'details', items: basis.obligations }]));
}

/** So many measures of September, numbered from 1. */
const measures = (count: number, changes: Partial<WorkbookRecords['measures'][number]> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    rowId: `r${index + 1}`,
    number: String(index + 1),
    section: 'Раздел',
    title: '',
    deadlinePhrase: 'Сентябрь',
    responsible: '',
    scope: 'each_school' as const,
    ...changes,
  }));

const NOTE = 'Если срок повторяется, показано худшее состояние; пустая клетка — школа этого не исполняет.';

test('more than thirteen measures go to a further table, and the totals with the last of them', () => {
  const schools = [
    { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' },
    { rowId: 's2', name: 'ОО № 2', status: 'ШНОР' },
  ] as const;
  const done = execution({ measure: '14', mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF });
  expect(printed({ parts: [matrixOf({ schools, measures: measures(14), executions: [done] })] })).toEqual(
    linesOfText(`
# Исполнение по школам
[matrix] position | school | m1 | m2 | m3 | m4 | m5 | m6 | m7 | m8 | m9 | m10 | m11 | m12 | m13
1 | ОО № 1 | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue {m1 0, m2 2, m3 4, m4 6, m5 8, m6 10, m7 12, m8 14, m9 16, m10 18, m11 20, m12 22, m13 24} <schools s1>
2 | ОО № 2 | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue | overdue {m1 1, m2 3, m3 5, m4 7, m5 9, m6 11, m7 13, m8 15, m9 17, m10 19, m11 21, m12 23, m13 25} <schools s2>
[matrix_2] position | school | m14 | total | done | done_late | overdue | due | percent
1 | ОО № 1 | done | 14 | 1 | 0 | 13 | 14 | 7.1 {m14 26, done 26} <schools s1>
2 | ОО № 2 | overdue | 14 | 0 | 0 | 14 | 14 | 0 {m14 27} <schools s2>
== – | Всего по школам | – | 28 | 1 | 0 | 27 | 28 | 3.6 {total 0–27, done 26, due 0–27, percent 0–27}
${NOTE}
`),
  );
});

test.each<[string, Partial<WorkbookRecords>, string]>([
  [
    'no school counts',
    { schools: [], measures: measures(1) },
    `
# Исполнение по школам
[matrix] Учитываемых школ нет.
${NOTE}
`,
  ],
  [
    'all is the municipality’s',
    {
      schools: [{ rowId: 's1', name: 'ОО № 1', status: 'ШНОР' }],
      measures: measures(2, { scope: 'municipality' }),
    },
    `
# Исполнение по школам
[matrix] position | school | total | done | done_late | overdue | due | percent
1 | ОО № 1 | 0 | 0 | 0 | 0 | 0 | – <schools s1>
== – | Всего по школам | 0 | 0 | 0 | 0 | 0 | –
${NOTE} За муниципалитет в целом исполняется: 1, 2.
`,
  ],
  [
    'a measure recurs: of its states the one that asks most for attention',
    {
      schools: [{ rowId: 's1', name: 'ОО № 1', status: 'ШНОР' }],
      measures: measures(1, { deadlinePhrase: 'Ежеквартально' }),
      executions: [
        execution({
          measure: '1',
          occurrence: 'II квартал',
          mark: 'выполнено',
          doneOn: '2021-06-20',
          evidence: { link: 'https://example.org' },
        }),
      ],
    },
    `
# Исполнение по школам
[matrix] position | school | m1 | total | done | done_late | overdue | due | percent
1 | ОО № 1 | overdue | 4 | 1 | 0 | 2 | 3 | 33.3 {m1 1, total 0–3, done 0, overdue 1–2, due 0–2, percent 0–2} <schools s1>
== – | Всего по школам | – | 4 | 1 | 0 | 2 | 3 | 33.3 {total 0–3, done 0, overdue 1–2, due 0–2, percent 0–2}
${NOTE}
`,
  ],
])('where %s', (_, changes, text) =>
  expect(printed({ parts: [matrixOf(changes)] })).toEqual(linesOfText(text)),
);

function tablesOf({ blocks }: ReportPart): readonly ReportTable[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

/** Millimetres: №, school, each measure, and the totals where they stand; the page has 267. */
test.each([
  [1, [[8, 150, 24, 12, 12, 16, 15, 15, 15]]],
  [7, [[8, 27, 21, 21, 21, 21, 21, 21, 21, 12, 12, 16, 15, 15, 15]]],
  [13, [[8, 31, ...Array<number>(13).fill(11), 12, 12, 16, 15, 15, 15]]],
  [
    14,
    [
      [8, 38, ...Array<number>(13).fill(17)],
      [8, 150, 24, 12, 12, 16, 15, 15, 15],
    ],
  ],
])('%i measures are as wide as the page', (count, widths) => {
  const tables = tablesOf(matrixOf({ measures: measures(count) }));
  expect(tables.map(({ columns }) => columns.map(({ width }) => width))).toEqual(widths);
  expect(widths.map((each) => each.reduce((sum, width) => sum + width, 0))).toEqual(widths.map(() => 267));
});
