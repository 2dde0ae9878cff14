import { expect, test } from '@jest/globals';
import { composeChanges } from '../../../../../functions/domain/report/parts/changes-part.ts';
import type {
  ReportDocument,
  ReportPart,
  ReportRow,
} from '../../../../../functions/domain/report/report-document.ts';
import { printed } from '../printed.ts';

type Cells = ReportRow['cells'];

function part(key: string, columns: readonly string[], rows: readonly ReportRow[]): ReportPart {
  const table = {
    key,
    title: '',
    columns: columns.map((each) => ({ key: each, title: '', kind: 'text', width: 10 }) as const),
    rows,
    emptyText: '',
  };
  return { key: 'own', title: '', blocks: [{ kind: 'table', table }] };
}
const states = (...totals: readonly Cells[]) =>
  part(
    'states',
    ['number', 'title', 'total', 'done', 'percent'],
    totals.map((cells) => ({ level: 'total', cells })),
  );
const details = (...rows: readonly Cells[]) =>
  part(
    'details',
    ['measure', 'school', 'occurrence', 'state'],
    rows.map((cells) => ({ level: 'row', cells })),
  );

/** What has changed since the report № 4 as of 30.09.2021 of the year. */
function changes(now: readonly ReportPart[], before: readonly ReportPart[]): ReportPart {
  const span = { start: '2021-01-01', end: '2021-12-31', title: '2021 год' } as const;
  const previous = { number: 4, asOf: '2021-09-30', span, parts: before };
  return composeChanges(now, previous as unknown as ReportDocument);
}

const HEAD = 'Отчёт № 4 составлен по состоянию на 30.09.2021 за 2021 год.';

test('what has changed since a report: the percentage, the figures, the executions', () =>
  expect(
    printed({
      parts: [
        changes(
          [states([null, 'Всего', 3, 2, 66.7]), details(['3.2', 'ОО № 1', '', 'done'])],
          [states([null, 'Всего', 3, 1, 33.3]), details(['3.2', 'ОО № 1', '', 'overdue'])],
        ),
      ],
    }),
  ).toEqual([
    '# Что изменилось с отчёта № 4',
    `${HEAD} Процент выполнения: было 33,3 %, стало 66,7 %.`,
    '[changed_figures] number | title | figure | was | is | difference',
    '– | Всего | выполнено | 1 | 2 | 1',
    '[changed_executions] measure | school | occurrence | was | is',
    '3.2 | ОО № 1 |  | overdue | done',
  ]));

test('where nothing has changed it says so, and without a percentage the sentence ends before it', () =>
  expect(printed({ parts: [changes([], [])] })).toEqual([
    '# Что изменилось с отчёта № 4',
    HEAD,
    '[changed_figures] Числа прежние.',
    '[changed_executions] Состояния исполнений прежние.',
  ]));

test.each([
  [499, 'Исполнения', 499],
  [500, 'Исполнения', 500],
  [501, 'Исполнения, первые 500 из 501', 500],
])('of %i executions that have changed', (count, title, shown) => {
  const rows = Array.from({ length: count }, (_, index) => ['3.2', `ОО № ${index}`, '', 'done']);
  const tables = changes([details(...rows)], []).blocks.flatMap((block) =>
    block.kind === 'table' ? [block.table] : [],
  );
  expect(tables.map((table) => [table.title, table.rows.length])).toEqual([
    ['Числа', 0],
    [title, shown],
  ]);
});
