import { isDate } from 'node:util/types';
import type { Cell } from 'exceljs';
import { DateTime } from 'luxon';
import type { CellGrid } from '../../../workbook/layout.ts';

/** One table a sheet; a cell merged over several columns stands in each of them. */
export async function parseXlsxTables(bytes: Buffer): Promise<readonly CellGrid[]> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow({ includeEmpty: false }, (row) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => cells.push(textOf(cell)));
      rows.push(cells);
    });
    return rows;
  });
}

/** A date as people write it: its serial number would be no deadline. */
function textOf(cell: Cell): string {
  // What a formula came to counts, not the formula.
  const value: unknown = cell.result ?? cell.value;
  return isDate(value) ? DateTime.fromJSDate(value, { zone: 'utc' }).toFormat('dd.MM.yyyy') : cell.text;
}
