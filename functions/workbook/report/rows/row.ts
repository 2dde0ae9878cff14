import type { ReportColumn, ReportRow } from '../../../domain/report/report-document.ts';
import type { CellStyle } from '../../layout/layout.ts';
import { textRow, widthOf, type DrawnCell, type DrawnRow } from '../drawn-row.ts';
import { spanAt, type GridSpan } from '../grid.ts';
import { STYLE_OF_GROUP, styleOf } from './row-styles.ts';
import { toSheetValue } from '../words.ts';
import { heightOfText, LINE_OF_TEXT } from '../../layout/row-height.ts';

/** The link of the workbook's row that a report's row shows; undefined where it cannot be reached. */
export type LinkToSource = (source: NonNullable<ReportRow['source']>) => string | undefined;

export interface RowContext {
  readonly columns: readonly ReportColumn[];
  readonly widths: readonly number[];
  readonly spans: readonly GridSpan[];
  readonly isMerged: boolean;
  readonly linkToSource: LinkToSource;
}

/** Draws the rows of one table, of which a large municipality has tens of thousands: what they share is made once. */
export function rowDrawer(context: RowContext): (row: ReportRow) => DrawnRow {
  const { isMerged, linkToSource, spans } = context;
  const plans = context.columns.map((column, index) => planColumn(column, index, context));
  const merges = wideOnes(spans);
  const blankRow = plans.flatMap(({ columns, styles }) =>
    Array.from({ length: columns }, () => blankOf(styles.row.figure)),
  );
  return (row) => {
    if (row.level === 'group') return drawGroup(context, String(row.cells[0] ?? ''));
    const source = row.source && linkToSource(row.source);
    const cells = [...blankRow];
    drawCells(cells, plans, { row, source });
    return isMerged ? { cells, height: heightOf(plans, cells), merges } : { cells };
  };
}

function drawCells(
  cells: StyledCell[],
  plans: readonly ColumnPlan[],
  { row, source }: { readonly row: ReportRow; readonly source: string | undefined },
): void {
  for (const plan of plans) {
    const cell = drawCell(plan, row, plan.index === 0 ? source : undefined);
    const blank = plan.columns > 1 ? blankOf(cell.style) : cell;
    cells[plan.from] = cell;
    for (let covered = 1; covered < plan.columns; covered++) cells[plan.from + covered] = blank;
  }
}

function heightOf(plans: readonly ColumnPlan[], cells: readonly StyledCell[]): number {
  const heights = plans.map(({ from, width }) => {
    const { value, style } = cells[from] ?? { value: null };
    return typeof value === 'string' ? heightOfText(value, { ...style, width }) : LINE_OF_TEXT;
  });
  return Math.max(LINE_OF_TEXT, ...heights);
}

interface ColumnPlan {
  readonly column: ReportColumn;
  readonly index: number;
  /** Columns of the grid: the first, and how many. */
  readonly from: number;
  readonly columns: number;
  /** Pixels. */
  readonly width: number;
  readonly styles: Readonly<Record<ReportRow['level'], Styles>>;
}

/** A word may stand in the place of a figure («менее 10»), which is no number to any program. */
interface Styles {
  readonly figure: CellStyle;
  readonly word: CellStyle;
}

function planColumn(
  column: ReportColumn,
  index: number,
  { widths, spans, isMerged }: RowContext,
): ColumnPlan {
  const { kind } = column;
  const span = spanAt(spans, index);
  const stylesOf = (level: ReportRow['level']): Styles => {
    const figure = styleOf(level, kind, { isMerged, isWord: false });
    const isFigure = kind !== 'text' && kind !== 'state';
    return { figure, word: isFigure ? styleOf(level, kind, { isMerged, isWord: true }) : figure };
  };
  return {
    column,
    index,
    from: span.from,
    columns: span.to - span.from,
    width: widthOf(widths, span),
    styles: {
      row: stylesOf('row'),
      group: stylesOf('group'),
      subtotal: stylesOf('subtotal'),
      total: stylesOf('total'),
    },
  };
}

type StyledCell = DrawnCell & { readonly style: CellStyle };

function drawCell(
  { column, index, styles }: ColumnPlan,
  { level, cells, links }: ReportRow,
  source: string | undefined,
): StyledCell {
  const value = toSheetValue(cells[index] ?? null, column);
  const style = styles[level][typeof value === 'string' ? 'word' : 'figure'];
  const leadsTo = value === null ? undefined : links?.[column.key];
  if (leadsTo) return { value, style, leadsTo };
  if (source !== undefined) return { value, style, link: source };
  return value === null ? blankOf(style) : { value, style };
}

const blanks = new WeakMap<CellStyle, StyledCell>();

/** One cell for all that are covered by another of the style. */
function blankOf(style: CellStyle): StyledCell {
  const known = blanks.get(style);
  if (known) return known;
  const blank = { value: null, style };
  blanks.set(style, blank);
  return blank;
}

/** What is wider than a column of the grid. */
export function wideOnes(spans: readonly GridSpan[]): readonly GridSpan[] {
  return spans.filter(({ from, to }) => to - from > 1);
}

function drawGroup({ widths, spans }: RowContext, title: string): DrawnRow {
  const end = spans.at(-1)?.to ?? 1;
  const style = STYLE_OF_GROUP;
  const row = textRow(widths, [{ from: 0, to: end, text: title, style }]);
  const cells = row.cells.slice(0, end).map(({ value }) => ({ value, style }));
  return { ...row, cells };
}
