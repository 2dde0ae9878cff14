import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellRange, LayoutChart } from '../../../workbook/layout/layout.ts';
import { toColorStyle } from './formats.ts';
import { toGridRange } from './grid-range.ts';

/** Stacked bars or columns; the first row of each range is its title. */
export function planChart(sheetId: number, chart: LayoutChart): sheets_v4.Schema$Request {
  const isBar = chart.kind === 'stacked_bar';
  const sourceOf = (range: CellRange) => ({ sourceRange: { sources: [toGridRange(sheetId, range)] } });
  const basicChart: sheets_v4.Schema$BasicChartSpec = {
    chartType: isBar ? 'BAR' : 'COLUMN',
    stackedType: 'STACKED',
    legendPosition: 'BOTTOM_LEGEND',
    headerCount: 1,
    domains: [{ domain: sourceOf(chart.labels) }],
    series: chart.series.map(({ range, colour }) => ({
      series: sourceOf(range),
      targetAxis: isBar ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
      colorStyle: toColorStyle(colour),
    })),
  };
  return {
    addChart: {
      chart: {
        spec: { title: chart.title, basicChart },
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: chart.row, columnIndex: chart.column },
            widthPixels: chart.width,
            heightPixels: chart.height,
          },
        },
      },
    },
  };
}
