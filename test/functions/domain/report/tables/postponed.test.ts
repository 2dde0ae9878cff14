import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type { WorkbookRecords } from '../../../../../functions/domain/records/records.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import {
  formatPostponed,
  postponedTable,
} from '../../../../../functions/domain/report/tables/postponed-table.ts';
import { execution, records } from '../../records/records-builder.ts';
import { linesOfText, printedTable } from '../printed.ts';

function postponed(changes: Partial<WorkbookRecords>): readonly string[] {
  const basis = prepareBasis({ assessment: assessWorkbook(records(changes), '2021-10-15') });
  const table = postponedTable(basis);
  return [formatPostponed(basis), ...(table ? [table.title, ...printedTable(table)] : [])];
}

const MOVED = execution({ control: { postponedTo: '2021-11-15', postponementGround: 'служебная записка' } });
const MUNICIPAL = execution({
  rowId: 'e2',
  school: null,
  measure: '2.2',
  control: { postponedTo: '2022-01-20', postponementGround: 'решение' },
});
const HEAD = '[postponed] position | school | measure | was | control | moves | ground';

test.each<[string, Partial<WorkbookRecords>, string]>([
  ['no term was moved', { executions: [execution()] }, ''],
  [
    'a day is named without a ground',
    { executions: [execution({ control: { postponedTo: '2021-11-15' } })] },
    '',
  ],
  [
    'one was moved, and nobody has looked when',
    { executions: [MOVED] },
    `
Сроки перенесены по 1 исполнению (1 перенос).
Перенесённые сроки: 1 исполнение
${HEAD}
1 | ОО № 1 | 3.2 | 2021-09-30 | 2021-11-15 | перенесён один раз: с 30.09. на 15.11. | служебная записка <executions e1>
`,
  ],
  [
    'two were moved, one of them twice',
    {
      executions: [MOVED, MUNICIPAL],
      postponements: {
        e1: [
          { on: '2021-09-01', to: '2021-10-20' },
          { on: '2021-09-10', to: null },
          { on: '2021-10-10', to: '2021-11-15' },
        ],
      },
    },
    `
Сроки перенесены по 2 исполнениям (3 переноса).
Перенесённые сроки: 2 исполнения
${HEAD}
1 | муниципалитет | 2.2 | 2021-12-31 | 2022-01-20 | перенесён один раз: с 31.12.2021 на 20.01.2022 | решение <executions e2>
2 | ОО № 1 | 3.2 | 2021-09-30 | 2021-11-15 | перенесён дважды: с 30.09. на 20.10., на 15.11. | служебная записка <executions e1>
`,
  ],
  [
    'the history says that it was taken back',
    { executions: [MOVED], postponements: { e1: [{ on: '2021-09-10', to: null }] } },
    '',
  ],
  [
    'the history tells of another row alone',
    {
      executions: [MOVED],
      postponements: {
        e9: [
          { on: null, to: '2021-10-20' },
          { on: '2021-09-10', to: '2021-10-30' },
        ],
      },
    },
    `
Сроки перенесены по 1 исполнению (1 перенос).
Перенесённые сроки: 1 исполнение
${HEAD}
1 | ОО № 1 | 3.2 | 2021-09-30 | 2021-11-15 | перенесён один раз: с 30.09. на 15.11. | служебная записка <executions e1>
`,
  ],
])('where %s', (_, changes, text) => expect(postponed(changes)).toEqual(linesOfText(text)));
