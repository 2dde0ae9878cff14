import type { Cell as XlsxCell, CellValue, Worksheet } from 'exceljs';
import type { CellRange, LayoutCell, SheetLayout } from '../../workbook/layout.ts';
import { styleOfCell } from '../layout-style.ts';
import { estimateRowHeight } from './xlsx-heights.ts';
import { resolveLink } from './xlsx-links.ts';
import type { SheetPlaces } from './xlsx-names.ts';
import { toArgb, toColumnStyle, toXlsxStyle } from './xlsx-styles.ts';

/** Excel's limit of a cell's text; a longer one would damage the file. */
const MAX_TEXT = 32_767;
const POINTS_PER_PIXEL = 0.75;

/** Values, styles, sizes, frozen panes and merges of the layout onto an empty worksheet. */
export function fillSheet(worksheet: Worksheet, layout: SheetLayout, places: SheetPlaces): void {
  setUpView(worksheet, layout);
  setUpColumns(worksheet, layout);
  layout.rows.forEach((row, rowIndex) => {
    const xlsxRow = worksheet.getRow(rowIndex + 1);
    const height = row.height ?? estimateRowHeight(layout, rowIndex);
    xlsxRow.height = Math.round(height * POINTS_PER_PIXEL * 4) / 4;
    row.cells.forEach((cell, column) => {
      const style = styleOfCell(layout, rowIndex, column);
      fillCell(xlsxRow.getCell(column + 1), cell, { style, places });
    });
  });
  for (const merge of layout.merges) mergeCells(worksheet, layout, merge);
}

function setUpView(worksheet: Worksheet, layout: SheetLayout): void {
  const { frozenRows, frozenColumns, tabColour } = layout;
  const frozen = frozenRows > 0 || frozenColumns > 0;
  worksheet.views = frozen
    ? [{ state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, activeCell: 'A1' }]
    : [{ state: 'normal', activeCell: 'A1' }];
  if (tabColour) worksheet.properties.tabColor = { argb: toArgb(tabColour) };
}

function setUpColumns(worksheet: Worksheet, layout: SheetLayout): void {
  layout.columnWidths.forEach((pixels, index) => {
    const column = worksheet.getColumn(index + 1);
    column.width = toCharacters(pixels);
    const style = layout.columnStyles[index];
    if (style) column.style = toColumnStyle(style);
  });
}

/** Excel measures widths in digits of the default font (Arial 10: 7 pixels) and 5 pixels of padding. */
function toCharacters(pixels: number): number {
  return Math.max(1, Math.round(((pixels - 5) / 7) * 100) / 100);
}

function fillCell(
  target: XlsxCell,
  cell: LayoutCell,
  { style, places }: { readonly style: ReturnType<typeof styleOfCell>; readonly places: SheetPlaces },
): void {
  const link = cell.link === undefined ? undefined : resolveLink(cell.link, places);
  const looksLikeFormula = typeof cell.value === 'string' && /^[=+\-@]/.test(cell.value);
  target.value = toCellValue(cell, link);
  // As text it stays text even when somebody edits the cell later.
  target.style = toXlsxStyle(looksLikeFormula ? { ...style, format: 'text' } : style, link !== undefined);
  if (cell.note) target.note = { texts: [{ text: cell.note }] };
}

function toCellValue(cell: LayoutCell, link: string | undefined): CellValue {
  if (typeof cell.value === 'string') {
    const text = cell.value.length > MAX_TEXT ? `${cell.value.slice(0, MAX_TEXT - 1)}…` : cell.value;
    return link === undefined ? text : { text, hyperlink: link };
  }
  // A link in XLSX needs a text to stand on.
  return link === undefined || cell.value === null ? cell.value : { text: `${cell.value}`, hyperlink: link };
}

function mergeCells(worksheet: Worksheet, layout: SheetLayout, merge: CellRange): void {
  const endRow = merge.endRow ?? layout.rows.length;
  const endColumn = merge.endColumn ?? layout.columnWidths.length;
  worksheet.mergeCells(merge.startRow + 1, merge.startColumn + 1, endRow, endColumn);
}
