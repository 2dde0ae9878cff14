import type { Cell as XlsxCell, CellValue, Worksheet } from 'exceljs';
import type { CellRange, CellStyle, LayoutCell, SheetLayout } from '../../../workbook/layout/layout.ts';
import { styleOfCell } from '../../shared/layout-style.ts';
import { estimateRowHeight, MAX_HEIGHT } from './heights.ts';
import { resolveLink, type InnerLink, type ResolvedLink } from './links.ts';
import { indexMerges, mergeCells } from './merges.ts';
import type { SheetPlaces } from './names.ts';
import { asQuoted, toArgb, toColumnStyle, toXlsxStyle } from './styles.ts';

/** Excel's limit of a cell's text; a longer one would damage the file. */
const MAX_TEXT = 32_767;
/** Texts that a program takes for a formula once somebody edits them, or saves them as CSV. */
const FORMULA = /^[=+\-@\t\r]/u;
const POINTS_PER_PIXEL = 0.75;

/**
 * Values, styles, sizes, frozen panes and merges of the layout onto an empty worksheet. Answers the links to places
 * in the file: exceljs would make texts of the figures that they stand on.
 */
export function fillSheet(worksheet: Worksheet, layout: SheetLayout, places: SheetPlaces): InnerLink[] {
  const links: InnerLink[] = [];
  setUpView(worksheet, layout);
  setUpColumns(worksheet, layout);
  const mergesOf = indexMerges(layout);
  layout.rows.forEach((row, rowIndex) => {
    const xlsxRow = worksheet.getRow(rowIndex + 1);
    const height = row.height ?? estimateRowHeight(layout, rowIndex, mergesOf(rowIndex));
    xlsxRow.height = Math.round(Math.min(MAX_HEIGHT, height) * POINTS_PER_PIXEL * 4) / 4;
    row.cells.forEach((cell, column) => {
      const style = styleOfCell(layout, rowIndex, column);
      const link = cell.link === undefined ? undefined : resolveLink(cell.link, places);
      const target = xlsxRow.getCell(column + 1);
      fillCell(target, cell, { style, link });
      if (link?.kind === 'place') links.push({ cell: target.address, location: link.location });
    });
  });
  if (layout.filter) worksheet.autoFilter = filterOf(layout.filter, layout.rows.length);
  mergeCells(worksheet, layout, mergesOf);
  return links;
}

/** Excel wants the last row named. */
function filterOf({ startRow, startColumn, endColumn = startColumn + 1 }: CellRange, rows: number) {
  return {
    from: { row: startRow + 1, column: startColumn + 1 },
    to: { row: Math.max(rows, startRow + 1), column: endColumn },
  };
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

/** The file counts widths, padding included, in digits of the default font (Arial 10: 7 pixels). */
function toCharacters(pixels: number): number {
  return Math.round((pixels / 7) * 100) / 100;
}

function fillCell(
  target: XlsxCell,
  cell: LayoutCell,
  { style, link }: { readonly style: CellStyle; readonly link: ResolvedLink | undefined },
): void {
  const looksLikeFormula = typeof cell.value === 'string' && FORMULA.test(cell.value);
  target.value = toCellValue(cell, link?.kind === 'web' ? link.address : undefined);
  const look = toXlsxStyle(looksLikeFormula ? { ...style, format: 'text' } : style, link?.kind);
  target.style = looksLikeFormula ? asQuoted(look) : look;
  if (cell.note) target.note = { texts: [{ text: cell.note }] };
}

function toCellValue(cell: LayoutCell, link: string | undefined): CellValue {
  if (typeof cell.value === 'string') {
    const typed = cell.value.length > MAX_TEXT ? `${cell.value.slice(0, MAX_TEXT - 1)}…` : cell.value;
    // What looks like an escaped sign (`_x000D_`) would be read as that sign.
    const text = typed.replace(/_(?=x[\da-f]{4}_)/giu, '_x005F_');
    return link === undefined ? text : { text, hyperlink: link };
  }
  // A link in XLSX needs a text to stand on.
  return link === undefined || cell.value === null ? cell.value : { text: `${cell.value}`, hyperlink: link };
}
