import { expect, test } from '@jest/globals';
import { drawChart } from '../../../../local/page/wire/chart-picture.ts';
import type { PageChart } from '../../../../local/page/wire/book.ts';

const CHART: PageChart = {
  title: 'Меры <1 & 2>',
  kind: 'bar',
  row: 0,
  column: 0,
  width: 600,
  height: 300,
  labels: ['1.1', '1.2'],
  series: [
    { title: 'выполнено', colour: '#1f4e79', values: [5, 1] },
    { title: 'просрочено', colour: '#8c2f25', values: [0, 2] },
  ],
};

test.each(['bar', 'column'] as const)('a chart of stacked %ss shows every figure above zero once', (kind) => {
  const picture = drawChart({ ...CHART, kind });
  const figures = [...picture.matchAll(/>(?<figure>\d)<\/text>/gu)].map(({ groups }) => groups?.['figure']);
  expect(figures).toEqual(['5', '1', '2']);
});

test('its texts are texts, whatever signs they have', () => {
  expect(drawChart(CHART)).toContain('Меры &lt;1 &amp; 2>');
});
