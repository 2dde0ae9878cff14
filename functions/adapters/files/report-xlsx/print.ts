import type { Worksheet } from 'exceljs';
import type { SheetLayout } from '../../../workbook/layout/layout.ts';
import { columnLetters } from '../../../workbook/layout/columns.ts';
import { styleOfCell } from '../../shared/layout-style.ts';
import { XLSX_FONT } from './styles.ts';

const A4 = 9;
const MILLIMETRES_PER_INCH = 25.4;

/** A4, as many pages wide as the layout asks, margins for a folder on the left, the header on each page, pages counted. */
export function setUpPrinting(worksheet: Worksheet, layout: SheetLayout): void {
  const { repeatRows, repeatFrom = 0, pageNumbers, breaks = [], scale, pagesTall = 0 } = layout.print;
  const width = layout.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 1);
  Object.assign(worksheet.pageSetup, {
    paperSize: A4,
    orientation: layout.print.landscape ? 'landscape' : 'portrait',
    ...(scale === undefined
      ? { fitToPage: true, fitToWidth: layout.print.pagesWide, fitToHeight: pagesTall }
      : { scale, horizontalCentered: true }),
    margins: pagesTall === 1 ? ONE_PAGE_MARGINS : MARGINS,
    // Rows kept for typing are not printed.
    printArea: `A$1:${columnLetters(width - 1)}$${Math.max(1, layout.rows.length)}`,
    showGridLines: isBareTable(layout),
    ...(layout.frozenColumns > 0 && {
      printTitlesColumn: `A:${columnLetters(layout.frozenColumns - 1)}`,
    }),
    ...(repeatRows > 0 && { printTitlesRow: `${repeatFrom + 1}:${repeatFrom + repeatRows}` }),
  });
  // A break stands after a row here, and rows are counted from 1.
  for (const row of breaks) worksheet.getRow(row).addPageBreak(1, width);
  Object.assign(worksheet.headerFooter, headerFooterOf(layout.title, pageNumbers));
}

function headerFooterOf(
  title: string,
  pageNumbers: SheetLayout['print']['pageNumbers'],
): Partial<Worksheet['headerFooter']> {
  if (pageNumbers === undefined) return { oddFooter: formatFooter(title) };
  return { oddHeader: `&C${font(10)}&P`, ...(pageNumbers === 'from_second' && { differentFirst: true }) };
}

/** The size stands before the font: a title that begins with a digit would be read as part of it. */
function font(size: number): string {
  return `&${size}&"${XLSX_FONT},Regular"`;
}

function formatFooter(title: string): string {
  return `&L${font(9)}${title.replaceAll('&', '&&')}&R${font(9)}Страница &P из &N`;
}

/** A table whose rows have no lines of their own could not be followed on paper. */
function isBareTable(layout: SheetLayout): boolean {
  const body = layout.rows.slice(layout.frozenRows);
  const hasLines = body.some((row, index) =>
    row.cells.some((_cell, column) => styleOfCell(layout, layout.frozenRows + index, column).border),
  );
  return layout.frozenRows > 0 && !hasLines;
}

const MARGINS = {
  left: inches(20),
  right: inches(10),
  top: inches(20),
  bottom: inches(20),
  header: inches(8),
  footer: inches(8),
};

/** What is shrunk to one page has to stay legible: each millimetre counts. */
const ONE_PAGE_MARGINS = {
  ...MARGINS,
  left: inches(10),
  top: inches(10),
  bottom: inches(12),
  footer: inches(5),
};

function inches(millimetres: number): number {
  return Math.round((millimetres / MILLIMETRES_PER_INCH) * 1000) / 1000;
}
