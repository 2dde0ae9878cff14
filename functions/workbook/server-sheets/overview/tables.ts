import type { TrendPoint } from '../../../domain/monitor/trend.ts';
import { ROOM, type AgeLine, type Overview } from '../../../domain/overview/overview.ts';
import { MONTHS } from '../../../domain/text/russian.ts';
import { formatPercent } from '../../../domain/report/tables/format-percent.ts';
import type { Cell, CellRange, CellStyle, LayoutCell, LayoutChart, LayoutRow } from '../../layout/layout.ts';
import { BURNING, FIGURE, HEAD, HEADING, NAME, rowOf, styled } from './grid.ts';
import { dayAndMonth } from './heat-signs.ts';

const LINES = ROOM.lines;
const HEADING_HEIGHT = 22;
const HEAD_HEIGHT = 34;
/** Two lines of a section's name. */
const LINE_HEIGHT = 30;
/** Two tables of six lines, each with its heading and its head, and the gap between them. */
const ROWS = 2 * (LINES + 2) + 1;

const SECTION_HEAD = ['Раздел', 'всего', 'срок настал', 'сделано', 'доля', 'просро-\nчено'];
const RESPONSIBLE_HEAD = ['Ответственный', 'просро-\nчено', 'дней, до'];
const AGE_COLUMN = 4;
const AGE_HEAD = ['дней', 'просро-\nчено'];

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
  { title: 'срок прошёл', colour: '#f2b8a0' },
] as const;

type Piece = readonly [column: number, cells: readonly LayoutCell[]];

/**
 * Left the tables of who and what, right the trends: their figures stand in the cells, and a program that draws charts
 * lays each over its own figures.
 */
export function drawTables(overview: Overview | undefined): { readonly rows: readonly LayoutRow[] } {
  const left = [...sectionPieces(overview), [], ...overduePieces(overview)];
  const right = [
    trendPieces(WEEKS, overview?.weeks, weekLabel),
    trendPieces(MONTHS_TREND, overview?.months, monthLabel),
  ];
  return {
    rows: Array.from({ length: ROWS }, (_, row) =>
      rowOf([...(left[row] ?? []), ...right.flatMap((pieces) => pieces[row] ?? [])], heightOf(row)),
    ),
  };
}

function heightOf(row: number): number {
  const inTable = row % (LINES + 3);
  if (inTable === 0) return HEADING_HEIGHT;
  return inTable === 1 ? HEAD_HEIGHT : LINE_HEIGHT;
}

function headPiece(column: number, titles: readonly string[]): Piece {
  return [column, titles.map((title) => styled(title, HEAD))];
}

function linePiece(column: number, values: readonly Cell[], styles: readonly CellStyle[]): Piece {
  return [column, values.map((value, at) => styled(value, styles[at] ?? FIGURE))];
}

function sectionPieces(overview: Overview | undefined): readonly (readonly Piece[])[] {
  const lines = (overview?.sections ?? []).map(({ title, total, due, dueDone, percent, overdue }) => {
    const share = percent === null ? '—' : formatPercent(percent);
    const burning = overdue > 0 ? BURNING : FIGURE;
    return linePiece(
      0,
      [title, total, due, dueDone, share, overdue],
      [NAME, FIGURE, FIGURE, FIGURE, FIGURE, burning],
    );
  });
  return pieces([headingPiece(0, 'Исполнение по разделам')], [headPiece(0, SECTION_HEAD)], padded(lines));
}

function overduePieces(overview: Overview | undefined): readonly (readonly Piece[])[] {
  const own = (overview?.responsible ?? []).map(({ name, overdue, longest }) =>
    linePiece(0, [name, overdue, longest], [NAME, BURNING, FIGURE]),
  );
  const whose = own.length > 0 || !overview ? own : [linePiece(0, ['просроченного нет', 0, null], [NAME])];
  const ages = (overview?.ages ?? []).map((age) =>
    linePiece(AGE_COLUMN, [formatAge(age), age.count], [FIGURE, age.count > 0 ? BURNING : FIGURE]),
  );
  const lines = padded(whose).map((line, at) => [...line, ...(ages[at] ? [ages[at]] : [])]);
  return pieces(
    [headingPiece(0, 'Просрочено: у кого'), headingPiece(AGE_COLUMN, 'Как давно')],
    [headPiece(0, RESPONSIBLE_HEAD), headPiece(AGE_COLUMN, AGE_HEAD)],
    lines,
  );
}

function formatAge({ from, to }: AgeLine): string {
  return to === null ? `от ${from}` : `${from}–${to}`;
}

function headingPiece(column: number, text: string): Piece {
  return [column, [styled(text, HEADING)]];
}

function padded(lines: readonly Piece[]): readonly (readonly Piece[])[] {
  return Array.from({ length: LINES }, (_, at) => (lines[at] ? [lines[at]] : []));
}

function pieces(
  heading: readonly Piece[],
  head: readonly Piece[],
  lines: readonly (readonly Piece[])[],
): readonly (readonly Piece[])[] {
  return [heading, head, ...lines];
}

type Trend = typeof WEEKS | typeof MONTHS_TREND;

function trendPieces(
  { column, count, heading, head }: Trend,
  points: readonly TrendPoint[] = [],
  labelOf: (point: TrendPoint) => string,
): readonly (readonly Piece[])[] {
  const titles = [head, ...SERIES.map(({ title }) => title)];
  const lines = Array.from({ length: count }, (_, at): readonly Piece[] => {
    const point = points[at];
    const values = point ? [labelOf(point), point.done, point.overdue] : [null, null, null];
    return [linePiece(column, values, [FIGURE])];
  });
  return [[headingPiece(column, heading)], [headPiece(column, titles)], ...lines];
}

function weekLabel({ day }: TrendPoint): string {
  return dayAndMonth(day);
}

function monthLabel({ day }: TrendPoint): string {
  return (MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3);
}

/** Charts over the trends; `firstRow`: where the tables begin. */
export function planCharts(firstRow: number): readonly LayoutChart[] {
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
      height: Array.from({ length: ROWS }, (_, row) => heightOf(row)).reduce((sum, each) => sum + each, 0),
    };
  });
}
