import type {
  ReportDocument,
  ReportRow,
  ReportTable,
} from '../../../../functions/domain/report/report-document.ts';

/** Every table of the document, in the order of print. */
export function tablesOf({ parts }: ReportDocument): readonly ReportTable[] {
  return parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
}

export function tableOf(document: ReportDocument, key: string): ReportTable {
  const table = tablesOf(document).find((each) => each.key === key);
  if (!table) throw new Error(`no table ${key}`);
  return table;
}

/** The cells of the named columns, a text a row: `1.1 | 6 | 4`; a group row and blanks are left out. */
export function linesOf(table: ReportTable, keys: readonly string[]): readonly string[] {
  const positions = keys.map((key) => table.columns.findIndex((column) => column.key === key));
  return table.rows
    .filter(({ level }) => level !== 'group')
    .map(({ cells }) => positions.map((position) => cells[position] ?? '–').join(' '));
}

export function cellOf(table: ReportTable, row: ReportRow, key: string): ReportRow['cells'][number] {
  return row.cells[table.columns.findIndex((column) => column.key === key)] ?? null;
}

/** Of a figure that must be a number. */
export function figureOf(table: ReportTable, row: ReportRow, key: string): number {
  const cell = cellOf(table, row, key);
  if (typeof cell !== 'number') throw new Error(`${table.key}.${key} is ${String(cell)}`);
  return cell;
}
