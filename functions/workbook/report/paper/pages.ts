import type { ReportDocument } from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';
import type { PrintSetup, SheetLayout } from '../../layout/layout.ts';
import { mergesOf } from '../drawn-row.ts';
import { planGrid } from '../grid.ts';
import { finishRows, linkToRows, REPORT_TAB_COLOUR } from '../layout.ts';
import { planPageBreaks } from './page-breaks.ts';
import { drawSheet, isLow, heightOf, PAGE_HEIGHT, SCALE, type DrawnSheet } from './paper.ts';
import { formatFrame } from './requisites.ts';
import { planSheets, tablesAmong } from '../sheets.ts';
import { layoutServerSheet } from '../../server-sheets/server-layout.ts';

export interface ReportPage {
  /** By which links of the other pages name this one. */
  readonly sheetId: number;
  readonly layout: SheetLayout;
}

/** A head this far down would leave no room below it when it is frozen. */
const MAX_FROZEN = 8;

/**
 * The report as the sheets of a file, made to be printed: the head of a table stands on each of its pages. The rows
 * are listed once: on paper nobody follows a link to the same rows in another order.
 */
export function layoutReportPages(document: ReportDocument, proof: ReportProof): readonly ReportPage[] {
  // A file must have the same bytes before and after the paper is signed.
  const frame = { ...formatFrame(document, proof), state: '' };
  const pages = planSheets(document, { isLow, annexOf: frame.annexOf }).map((sheet, index) => {
    const hasFrame = sheet.isFirst || sheet.isSigned;
    const grid = planGrid(tablesAmong(sheet.blocks), { minColumns: 0, hasFrame });
    return { sheet, sheetId: index + 1, grid, ...drawSheet(sheet, { grid, frame }) };
  });
  const linkToTables = linkToRows(
    pages.map(({ grid, ...page }) => ({ ...page, columns: grid.widths.length })),
  );
  return pages.map(({ sheet, sheetId, grid, ...page }) => {
    const print = planPrint(page, sheet.isFirst);
    const layout = layoutServerSheet({
      title: sheet.title,
      ...(sheet.isFirst && { tabColour: REPORT_TAB_COLOUR }),
      columnWidths: grid.widths,
      rows: finishRows(page.drawn, linkToTables),
      merges: mergesOf(page.drawn.rows),
      conditionalRules: page.drawn.rules,
      frozenRows: frozenRowsOf(print),
    });
    return { sheetId, layout: { ...layout, print } };
  });
}

function planPrint({ drawn, kept }: DrawnSheet, isFirst: boolean): PrintSetup {
  const { headers, rows } = drawn;
  // Of several tables none is split, so none needs its head again.
  const repeated = headers.length === 1 ? headers[0] : undefined;
  const printed = rows.map((row, index) => ({ height: heightOf(row), keepsNext: kept.has(index) }));
  return {
    landscape: true,
    pagesWide: 1,
    scale: SCALE,
    repeatRows: repeated ? repeated.end - repeated.start : 0,
    ...(repeated && { repeatFrom: repeated.start }),
    breaks: planPageBreaks(printed, { room: PAGE_HEIGHT, repeated }),
    pageNumbers: isFirst ? 'from_second' : 'all',
  };
}

function frozenRowsOf({ repeatRows, repeatFrom = 0 }: PrintSetup): number {
  const end = repeatFrom + repeatRows;
  return repeatRows > 0 && end <= MAX_FROZEN ? end : 0;
}
