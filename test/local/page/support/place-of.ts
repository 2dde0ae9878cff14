import type { StaffWorksheetKey } from '../../../../functions/domain/records/worksheet-key.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';

/** `B2`: where the column of that key stands in that row of the demo. */
export function placeOf(sheet: StaffWorksheetKey, key: string, row: number | ''): string {
  const column = WORKSHEETS[sheet].columns.findIndex((each) => each.key === key);
  if (column < 0) throw new Error(`no column ${key} on ${sheet}`);
  return `${columnLetters(column)}${row}`;
}
