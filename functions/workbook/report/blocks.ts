import type {
  ReportBlock,
  ReportDocument,
  ReportPart,
  ReportRow,
  ReportTable,
} from '../../domain/report/report-document.ts';
import { typeset } from '../layout/break-words.ts';
import type { CellStyle, ConditionalRule, LayoutChart } from '../layout/layout.ts';
import { PALETTE } from '../layout/palette.ts';
import { drawChart, moveChart, moveRange } from './chart.ts';
import { lineOf, widthOf, type DrawnRow } from './drawn-row.ts';
import type { Grid } from './grid.ts';
import type { LinkToSource } from './rows/row.ts';
import { drawTable } from './rows/table.ts';

type TextStyle = Extract<ReportBlock, { kind: 'text' }>['style'];

const TEXTS: Readonly<Record<TextStyle, CellStyle>> = {
  body: {},
  subheading: { bold: true, size: 11 },
  note: { italic: true, size: 9, colour: PALETTE.muted },
};

/** Rows of a sheet, and where in them that stands to which something leads. */
export interface Drawn {
  readonly rows: DrawnRow[];
  readonly charts: LayoutChart[];
  readonly rules: ConditionalRule[];
  /** The first row of each table's own rows, by the table's key. */
  readonly firstRows: Map<string, number>;
  /** The head of each table. */
  readonly headers: { readonly start: number; readonly end: number }[];
}

export interface BlockContext {
  readonly grid: Grid;
  readonly linkToSource: LinkToSource;
  readonly tables: ReadonlyMap<string, ReportTable>;
  readonly withCharts: boolean;
}

export function startDrawing(): Drawn {
  return { rows: [], charts: [], rules: [], firstRows: new Map(), headers: [] };
}

export function drawBlock(drawn: Drawn, block: ReportBlock, context: BlockContext): void {
  const { grid } = context;
  if (block.kind === 'text') drawn.rows.push(lineOf(grid.widths, typeset(block.text), TEXTS[block.style]));
  else if (block.kind === 'table') drawTableBlock(drawn, block.table, context);
  else if (context.withCharts) drawChartBlock(drawn, block.chart, context);
}

function drawTableBlock(drawn: Drawn, table: ReportTable, { grid, linkToSource }: BlockContext): void {
  const { rows } = drawn;
  if (table.title !== '') rows.push(lineOf(grid.widths, table.title, TEXTS.subheading));
  const { rows: own, header, rules } = drawTable(table, grid, linkToSource);
  drawn.firstRows.set(table.key, rows.length + header);
  if (header > 0) drawn.headers.push({ start: rows.length, end: rows.length + header });
  drawn.rules.push(...rules.map((rule) => ({ ...rule, range: moveRange(rule.range, rows.length) })));
  for (const row of own) rows.push(row);
}

function drawChartBlock(
  drawn: Drawn,
  chart: Extract<ReportBlock, { kind: 'chart' }>['chart'],
  { grid, tables }: BlockContext,
): void {
  const table = tables.get(chart.tableKey);
  const width = widthOf(grid.widths, { from: 0, to: grid.widths.length });
  const own = table && drawChart(chart, table, width);
  if (!own) return;
  const row = drawn.rows.length;
  // Under the chart; seen where a program draws none.
  const caption = `Диаграмма «${chart.title}» рисуется в Google Таблицах; её числа — в таблице выше.`;
  drawn.rows.push(lineOf(grid.widths, caption, TEXTS.note));
  drawn.charts.push({ ...moveChart(own.chart, row + 1), row });
  drawn.rows.push(...own.rows);
}

/** The document as it stands where links work: each table followed by its further orders. */
export function showOrders(document: ReportDocument): ReportDocument {
  const parts = document.parts.map((part) => ({ ...part, blocks: part.blocks.flatMap(ordersOf) }));
  return { ...document, parts };
}

function ordersOf(block: ReportBlock): readonly ReportBlock[] {
  if (block.kind !== 'table' || !block.table.orders) return [block];
  const { orders, ...table } = block.table;
  const further = orders.map(({ key, title, rows }) => ({
    kind: 'table' as const,
    table: { ...table, key, title, rows: rows.flatMap((position) => table.rows[position] ?? []) },
  }));
  return [block, ...further];
}

export function tablesOf(parts: readonly ReportPart[]): readonly ReportTable[] {
  return parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
}

/** Columns that a sheet needs for the figures under its charts. */
export function columnsOfCharts(parts: readonly ReportPart[]): number {
  const counts = parts.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'chart' ? block.chart.valueColumns.length + 1 : 0)),
  );
  return Math.max(0, ...counts);
}

/** So many rows at either end of a table never stand alone on a page. */
const TOGETHER = 3;

/**
 * For each row of a table, whether the next one must stand on the same page: a group's title stays with its rows,
 * sums with what they sum up, and neither end of the table is a loose row.
 */
export function planKeptRows(rows: readonly Pick<ReportRow, 'level'>[]): readonly boolean[] {
  const last = rows.length - 1;
  return rows.map(({ level }, index) => {
    if (index === last) return false;
    const isBeforeSum = rows[index + 1]?.level === 'subtotal' || rows[index + 1]?.level === 'total';
    return level === 'group' || isBeforeSum || index < TOGETHER - 1 || index > last - TOGETHER;
  });
}
