import type { ReportChart, ReportTable } from '../../domain/report/report-document.ts';
import { pointsOfChart } from '../../domain/report/tables/chart-figures.ts';
import type { CellRange, CellStyle, Colour, LayoutChart } from '../layout/layout.ts';
import { PALETTE } from '../layout/palette.ts';
import type { DrawnCell, DrawnRow } from './drawn-row.ts';

/** From dark to light and back, so that neighbours differ on a black-and-white print as well. */
const COLOURS: readonly Colour[] = [
  '#1f4e79',
  '#a9c7e8',
  '#4d7ba8',
  '#e6d3a3',
  '#8c2f25',
  '#d9d9d9',
  '#7f7f7f',
  '#f2b8a0',
  '#404040',
];

const ROW_HEIGHT = 21;
const FRAME_HEIGHT = 170;
const BAR_HEIGHT = 26;
const COLUMN_CHART_HEIGHT = 340;
/** Unseen: where a program draws no charts, these would look like a broken table. */
const UNSEEN: CellStyle = { size: 8, colour: '#ffffff' };

/** A chart and the rows that it covers: its figures without groups and totals, which a chart's ranges cannot leave out. */
export interface DrawnChart {
  readonly rows: readonly DrawnRow[];
  /** Its rows counted from the first of `rows`. */
  readonly chart: LayoutChart;
}

/** Undefined where there is nothing to draw: no rows, or more than a drawing can show. */
export function drawChart(chart: ReportChart, table: ReportTable, width: number): DrawnChart | undefined {
  const drawn = pointsOfChart(chart, table);
  if (!drawn) return undefined;
  const { points } = drawn;
  const columns = [drawn.label, ...drawn.values];
  const cellsOf = (values: readonly (string | number | null)[]): DrawnCell[] =>
    values.map((value) => ({ value, style: UNSEEN }));
  const figures: DrawnRow[] = [
    { cells: cellsOf(columns.map((index) => table.columns[index]?.title ?? '')), height: ROW_HEIGHT },
    ...points.map(({ cells }) => ({
      cells: cellsOf(columns.map((index) => cells[index] ?? null)),
      height: ROW_HEIGHT,
    })),
  ];
  const height =
    chart.kind === 'stacked_bar' ? FRAME_HEIGHT + points.length * BAR_HEIGHT : COLUMN_CHART_HEIGHT;
  const blank = Math.ceil(Math.max(height, figures.length * ROW_HEIGHT) / ROW_HEIGHT) + 1 - figures.length;
  const rangeOf = (column: number): CellRange => ({
    startRow: 0,
    endRow: figures.length,
    startColumn: column,
    endColumn: column + 1,
  });
  return {
    rows: [...figures, ...Array.from({ length: blank }, () => ({ cells: [], height: ROW_HEIGHT }))],
    chart: {
      title: chart.title,
      kind: chart.kind,
      labels: rangeOf(0),
      series: chart.valueColumns.map((_key, index) => ({
        range: rangeOf(index + 1),
        colour: COLOURS[index % COLOURS.length] ?? PALETTE.header,
      })),
      row: 0,
      column: 0,
      width,
      height: Math.max(height, figures.length * ROW_HEIGHT),
    },
  };
}

/** The chart moved down by `rows`. */
export function moveChart(chart: LayoutChart, rows: number): LayoutChart {
  return {
    ...chart,
    row: chart.row + rows,
    labels: moveRange(chart.labels, rows),
    series: chart.series.map(({ range, colour }) => ({ range: moveRange(range, rows), colour })),
  };
}

/** The range moved down by `rows`. */
export function moveRange(range: CellRange, rows: number): CellRange {
  return {
    ...range,
    startRow: range.startRow + rows,
    ...(range.endRow !== undefined && { endRow: range.endRow + rows }),
  };
}
