import { columnNumber } from '../../workbook/layout/columns.ts';

/** `Школы` → `'Школы'`: always quoted, so that no title is mistaken for a cell address. */
export function quoteSheetTitle(title: string): string {
  return `'${title.replaceAll("'", "''")}'`;
}

/** The title in `'Бланк ''А'''!A1:C9`; the whole text where it names no sheet. */
export function parseSheetTitle(range: string): string {
  const bang = range.lastIndexOf('!');
  const title = bang < 0 ? range : range.slice(0, bang);
  return /^'.*'$/s.test(title) ? title.slice(1, -1).replaceAll("''", "'") : title;
}

/** Columns up to the last one that `'Школы'!A1:Q1000` names; undefined for any other form. */
export function parseColumnCount(range: string): number | undefined {
  const last = /!\$?A\$?\d*:\$?([A-Z]+)\$?\d*$/u.exec(range)?.[1];
  return last === undefined ? undefined : columnNumber(last) + 1;
}

/** `'Школы'!$B$2:$B` → sheet, column 1, start row 1; undefined for any other form. */
export function parseColumnReference(
  reference: string,
): { readonly sheetTitle: string; readonly column: number; readonly startRow: number } | undefined {
  const parts = /^=?(.+)!\$?([A-Z]+)\$?(\d+):\$?\2(?:\$?\d+)?$/s.exec(reference);
  if (!parts?.[1] || !parts[2]) return undefined;
  return {
    sheetTitle: parseSheetTitle(`${parts[1]}!`),
    column: columnNumber(parts[2]),
    startRow: Number(parts[3]) - 1,
  };
}
