import type { TrendPoint } from '../../../domain/monitor/trend.ts';
import { ROOM, type Overview } from '../../../domain/overview/overview.ts';
import { MONTHS } from '../../../domain/text/russian.ts';
import type { CellRange, LayoutChart } from '../../layout/layout.ts';
import { linePiece, piecesOf, type Pieces } from './blocks.ts';
import { FIGURE } from './grid.ts';
import { dayAndMonth } from './heat-signs.ts';

/** The columns of each trend: its labels, what is done, what is overdue. */
const WEEKS = { column: 7, count: ROOM.weeks, heading: 'По неделям', head: 'неделя до', width: 240 } as const;
const MONTHS_TREND = {
  column: 11,
  count: ROOM.months,
  heading: 'По месяцам',
  head: 'месяц',
  width: 310,
} as const;
const SERIES = [
  { title: 'сделано', colour: '#1f4e79' },
  { title: 'просрочка', colour: '#f2b8a0' },
] as const;

/** The figures stand in the cells, and a program that draws charts lays each over its own figures. */
export function trendPieces(overview: Overview | undefined): readonly (readonly Pieces[])[] {
  return [
    tableOf(WEEKS, overview?.weeks, ({ day }) => dayAndMonth(day)),
    tableOf(MONTHS_TREND, overview?.months, monthLabel),
  ];
}

type Trend = typeof WEEKS | typeof MONTHS_TREND;

function tableOf(
  { column, count, heading, head }: Trend,
  points: readonly TrendPoint[] = [],
  labelOf: (point: TrendPoint) => string,
): readonly Pieces[] {
  const lines = Array.from({ length: count }, (_, at): Pieces => {
    const point = points[at];
    return linePiece(column, point ? [labelOf(point), point.done, point.overdue] : [null, null, null], [
      FIGURE,
    ]);
  });
  return piecesOf({ column, heading, head: [head, ...SERIES.map(({ title }) => title)], lines });
}

function monthLabel({ day }: TrendPoint): string {
  return (MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3);
}

/** Charts over the trends. `firstRow`: of their tables; `height`: pixels that these take. */
export function planCharts(firstRow: number, height: number): readonly LayoutChart[] {
  return [WEEKS, MONTHS_TREND].map(({ column, count, heading, width }): LayoutChart => {
    const rangeOf = (offset: number): CellRange => ({
      startRow: firstRow + 1,
      endRow: firstRow + 2 + count,
      startColumn: column + offset,
      endColumn: column + offset + 1,
    });
    return {
      title: heading,
      kind: 'stacked_column',
      labels: rangeOf(0),
      series: SERIES.map(({ colour }, at) => ({ range: rangeOf(at + 1), colour })),
      row: firstRow,
      column,
      width,
      height,
    };
  });
}
