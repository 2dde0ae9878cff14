import type { Workbook } from 'exceljs';
import { columnLetters } from '../../../workbook/layout/columns.ts';
import { quoteSheetTitle } from '../../shared/a1.ts';

/** Excel's limit of a list that stands inside the rule itself. */
const MAX_INLINE = 255;
const LISTS_SHEET = 'shnor_lists';

/** The formula of a dropdown with these values. */
export type DropdownFormula = (values: readonly string[]) => string;

/**
 * Inside a rule the comma divides the values and 255 characters are the limit: other lists stand in a
 * column of a hidden sheet, which comes to be at the first such list.
 */
export function createDropdownLists(workbook: Workbook): DropdownFormula {
  const formulas = new Map<string, string>();
  return (values) => {
    const inline = values.join(',');
    if (inline.length <= MAX_INLINE && !values.some((value) => /[,"]/.test(value))) return `"${inline}"`;
    const key = JSON.stringify(values);
    const formula = formulas.get(key) ?? addList(workbook, values, formulas.size);
    formulas.set(key, formula);
    return formula;
  };
}

function addList(workbook: Workbook, values: readonly string[], column: number): string {
  const sheet =
    workbook.getWorksheet(LISTS_SHEET) ?? workbook.addWorksheet(LISTS_SHEET, { state: 'veryHidden' });
  values.forEach((value, row) => {
    sheet.getCell(row + 1, column + 1).value = value;
  });
  const letters = columnLetters(column);
  return `${quoteSheetTitle(LISTS_SHEET)}!$${letters}$1:$${letters}$${values.length}`;
}
