import type {
  ReportBlock,
  ReportDocument,
  ReportRow,
  ReportTable,
} from '../../../../functions/domain/report/report-document.ts';

const MARKS = { row: '', group: '## ', subtotal: '= ', total: '== ' } as const;

/** `{m3.2 2, total 0–3 of overdue}`: the rows behind the figures, and `<schools s1>`, the row that is shown. */
function leadsOf({ links = {}, source }: ReportRow): string {
  const figures = Object.entries(links).map(([key, { from, to, table }]) => {
    const rows = to - from === 1 ? String(from) : `${from}–${to - 1}`;
    return `${key} ${rows}${table === undefined ? '' : ` of ${table}`}`;
  });
  const leads = figures.length > 0 ? [`{${figures.join(', ')}}`] : [];
  return [...leads, ...(source ? [`<${source.worksheet} ${source.rowId}>`] : [])].join(' ');
}

function rowOf(row: ReportRow): string {
  const cells = row.cells
    .map((cell) => cell ?? '–')
    .join(' | ')
    .trimEnd();
  const line = `${MARKS[row.level]}${row.level === 'group' ? row.cells[0] : cells}`;
  return [line, leadsOf(row)].filter(Boolean).join(' ');
}

/** A table in lines: its columns' keys, its rows, and the orders in which they stand once more. */
export function printedTable({ key, columns, rows, orders = [], emptyText }: ReportTable): readonly string[] {
  if (rows.length === 0) return [`[${key}] ${emptyText}`];
  return [
    `[${key}] ${columns.map((column) => column.key).join(' | ')}`,
    ...rows.map(rowOf),
    ...orders.map((order) => `${order.key}: ${order.rows.join(' ')}`),
  ];
}

function printedBlock(block: ReportBlock): readonly string[] {
  if (block.kind === 'table') return printedTable(block.table);
  return block.kind === 'text' ? [block.text] : [`(${block.chart.tableKey})`];
}

/** The whole document in lines. */
export function printed({ parts }: Pick<ReportDocument, 'parts'>): readonly string[] {
  return parts.flatMap(({ title, blocks }) => [`# ${title}`, ...blocks.flatMap(printedBlock)]);
}

/** The lines of a text as it stands in a suite. */
export const linesOfText = (text: string): readonly string[] => text.trim().split('\n');
