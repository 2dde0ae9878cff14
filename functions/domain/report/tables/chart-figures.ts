import type { ReportChart, ReportTable } from '../report-document.ts';

/** More could not be told apart in a drawing. */
const MAX_POINTS = 40;

/** What a chart shows, for programs that draw it of its figures alone. */
export interface ChartFigures {
  readonly title: string;
  readonly kind: ReportChart['kind'];
  readonly labels: readonly string[];
  readonly series: readonly { readonly title: string; readonly values: readonly number[] }[];
}

/** The table's rows without groups and totals, and where in them the chart's label and its values stand. */
export interface ChartPoints {
  readonly points: ReportTable['rows'];
  readonly label: number;
  readonly values: readonly number[];
}

/** Undefined where there is nothing to draw: no rows, or more than a drawing can show. */
export function pointsOfChart(chart: ReportChart, table: ReportTable): ChartPoints | undefined {
  const columnOf = (wanted: string) => table.columns.findIndex(({ key }) => key === wanted);
  const points = table.rows.filter(({ level }) => level === 'row');
  const [label, values] = [columnOf(chart.labelColumn), chart.valueColumns.map(columnOf)];
  const isDrawn = points.length > 0 && points.length <= MAX_POINTS;
  return isDrawn && [label, ...values].every((at) => at >= 0) ? { points, label, values } : undefined;
}

/** Undefined where there is nothing to draw; what is nowhere has no series. */
export function figuresOfChart(chart: ReportChart, table: ReportTable | undefined): ChartFigures | undefined {
  const drawn = table && pointsOfChart(chart, table);
  if (!drawn) return undefined;
  const series = drawn.values.map((at) => ({
    title: table.columns[at]?.title ?? '',
    values: drawn.points.map(({ cells }) => Number(cells[at] ?? 0)),
  }));
  return {
    title: chart.title,
    kind: chart.kind,
    labels: drawn.points.map(({ cells }) => String(cells[drawn.label] ?? '')),
    series: series.filter(({ values }) => values.some((value) => value > 0)),
  };
}
