import { formatRuns } from '../../domain/text/number-runs.ts';
import { STAFF_WORKSHEETS } from '../../domain/records/worksheet-key.ts';
import { isBlank } from '../../workbook/table/blank.ts';
import type { Table } from '../../workbook/table/table.ts';
import type { Column } from '../../workbook/worksheets/spec.ts';
import type { ColumnSpan, Spreadsheets } from '../ports/spreadsheets.ts';
import type { CompleteTables } from '../sync/reading/read-sheets.ts';

/** A column of a table as it is looked at. */
interface Look {
  readonly table: Table;
  readonly key: string;
  readonly span: ColumnSpan;
}

/**
 * Russian sentences, one a sheet: what people struck through counts like everything else, and to their eyes it is gone.
 * One call; it looks at the columns that no row can do without, and at the marks.
 */
export async function findStruckRows(
  spreadsheets: Spreadsheets,
  workbookId: string,
  tables: CompleteTables,
): Promise<readonly string[]> {
  const looks = STAFF_WORKSHEETS.flatMap((worksheet) => looksAt(tables[worksheet]));
  const struck = await spreadsheets.readStruck(
    workbookId,
    looks.map(({ span }) => span),
  );
  const rows = new Map<Table, Set<number>>();
  for (const [index, { table, key }] of looks.entries()) {
    const here = new Set(struck[index]);
    const filled = table.rows.filter(({ rowIndex, staff }) => here.has(rowIndex) && !isBlank(staff[key]));
    if (filled.length > 0) rows.set(table, rowsOf(filled).union(rows.get(table) ?? new Set<number>()));
  }
  return [...rows].map(([{ title }, indexes]) => describeStruck(title, indexes));
}

function looksAt(table: Table): readonly Look[] {
  const { binding, rows, sheetId } = table;
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  return table.worksheet.columns.filter(isTelling).flatMap(({ key }) => {
    const column = binding.columns.get(key);
    if (column === undefined) return [];
    const span = { sheetId, column, startRow: first.rowIndex, endRow: last.rowIndex + 1 };
    return [{ table, key, span }];
  });
}

function isTelling({ isRequired, type }: Column): boolean {
  return isRequired === true || (type.kind === 'choice' && type.isOpen !== true);
}

function rowsOf(rows: Table['rows']): Set<number> {
  return new Set(rows.map(({ rowIndex }) => rowIndex));
}

function describeStruck(title: string, indexes: ReadonlySet<number>): string {
  const rows = [...indexes].map((index) => index + 1).toSorted((a, b) => a - b);
  const which = rows.length === 1 ? 'строка' : 'строки';
  return (
    `Внимание: на листе «${title}» есть зачёркнутое (${which} ${formatRuns(rows)}) — в отчёт оно входит как обычное. ` +
    'Что считать не надо, удалите или исправьте и сформируйте отчёт ещё раз.'
  );
}
