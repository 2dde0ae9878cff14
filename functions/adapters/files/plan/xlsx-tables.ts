import { isDate } from 'node:util/types';
import type { Cell, Worksheet } from 'exceljs';
import type { ForeignTable } from '../../../workbook/layout/layout.ts';
import { columnLetters } from '../../../workbook/layout/columns.ts';
import { assertGridSize, assertUnpackedSize, MAX_COLUMNS } from './file-limits.ts';
import { formatShownMoment, formatShownNumber } from './shown-number.ts';

/** One table a sheet; a cell merged over several columns or rows stands in each of them. */
export async function parseXlsxTables(bytes: Buffer): Promise<readonly ForeignTable[]> {
  await assertUnpackedSize(bytes);
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook.worksheets.map(parseSheet);
}

function parseSheet(sheet: Worksheet): ForeignTable {
  const rows: string[][] = [];
  const hiddenRows = new Set<number>();
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells = parseCells(sheet, number);
    if (cells.length === 0) return;
    assertGridSize(number);
    while (rows.length < number - 1) rows.push([]);
    rows.push(cells);
    if (row.hidden) hiddenRows.add(number - 1);
  });
  const columns = Array.from(
    { length: Math.max(0, ...rows.map(({ length }) => length)) },
    (_, index) => index,
  );
  return {
    kind: 'sheet',
    name: sheet.name,
    rows,
    columnNames: columns.map(columnLetters),
    hiddenRows,
    hiddenColumns: new Set(columns.filter((index) => sheet.getColumn(index + 1).hidden)),
    isHidden: sheet.state !== 'visible',
  };
}

/** Without the blank ones at the end: a row painted to the last column of Excel holds nothing there. */
function parseCells(sheet: Worksheet, rowNumber: number): string[] {
  const cells: string[] = [];
  sheet.getRow(rowNumber).eachCell({ includeEmpty: false }, (cell, number) => {
    const text = number > MAX_COLUMNS ? '' : textOf(cell);
    if (text === '') return;
    while (cells.length < number - 1) cells.push('');
    cells.push(text);
  });
  return cells;
}

/** What a person sees in the cell. What a formula came to counts, not the formula. */
function textOf(cell: Cell): string {
  const master = cell.master;
  return textOfValue(master.result ?? (master.formula ? '' : master.value), master.numFmt ?? '');
}

function textOfValue(value: unknown, format: string): string {
  if (value === null || value === undefined) return '';
  if (isDate(value)) return Number.isNaN(value.getTime()) ? '' : formatShownMoment(value, format);
  if (typeof value === 'number') return formatShownNumber(value, format);
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return '';
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText.map((part: { readonly text?: unknown }) => textOfValue(part.text, '')).join('');
  }
  if ('error' in value) return String(value.error);
  return 'text' in value ? textOfValue(value.text, '') : '';
}
