import { expect, test } from '@jest/globals';
import type {
  ReportChart,
  ReportRow,
  ReportTable,
} from '../../../../../functions/domain/report/report-document.ts';
import {
  figuresOfChart,
  pointsOfChart,
} from '../../../../../functions/domain/report/tables/chart-figures.ts';

const CHART: ReportChart = {
  title: 'По месяцам',
  kind: 'stacked_column',
  tableKey: 'months',
  labelColumn: 'month',
  valueColumns: ['done', 'overdue'],
};

const row = (...cells: ReportRow['cells']): ReportRow => ({ level: 'row', cells });

function table(rows: readonly ReportRow[], keys = ['month', 'done', 'overdue']): ReportTable {
  const columns = keys.map((key) => ({ key, title: `«${key}»`, kind: 'count', width: 10 }) as const);
  return { key: 'months', title: '', columns, rows, emptyText: '' };
}

const ROWS = [row('март', 2, 0), row('июнь', null, 1)];
const AROUND = [
  { level: 'group', cells: ['2021'] },
  ...ROWS,
  { level: 'total', cells: ['Всего', 2, 1] },
] as const;

test('a chart is drawn of the rows of its table, without groups and totals', () => {
  expect(pointsOfChart(CHART, table(AROUND))).toEqual({ points: ROWS, label: 0, values: [1, 2] });
  expect(figuresOfChart(CHART, table(AROUND))).toEqual({
    title: 'По месяцам',
    kind: 'stacked_column',
    labels: ['март', 'июнь'],
    series: [
      { title: '«done»', values: [2, 0] },
      { title: '«overdue»', values: [0, 1] },
    ],
  });
});

test('what is nowhere has no series', () =>
  expect(figuresOfChart(CHART, table([row('март', 0, 3), row(null, 0, 0)]))).toMatchObject({
    labels: ['март', ''],
    series: [{ title: '«overdue»', values: [3, 0] }],
  }));

test.each<[string, ReportTable | undefined, boolean]>([
  ['no table', undefined, false],
  ['no rows', table([]), false],
  ['totals alone', table(AROUND.slice(3)), false],
  ['one row', table(ROWS.slice(1)), true],
  ['forty rows', table(Array.from({ length: 40 }, () => row('март', 1, 1))), true],
  ['forty-one rows', table(Array.from({ length: 41 }, () => row('март', 1, 1))), false],
  ['no column of its labels', table(ROWS, ['year', 'done', 'overdue']), false],
  ['no column of one of its values', table(ROWS, ['month', 'done', 'late']), false],
])('of %s', (_, of, isDrawn) => expect(figuresOfChart(CHART, of) !== undefined).toBe(isDrawn));
