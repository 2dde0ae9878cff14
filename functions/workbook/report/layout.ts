import type { ReportDocument, ReportPart, ReportRow } from '../../domain/report/report-document.ts';
import type { ReportProof } from '../../domain/report/report-proof.ts';
import { STAFF_WORKSHEETS } from '../../domain/records/worksheet-key.ts';
import type { FindPlace } from '../server-sheets/control-sheet.ts';
import { columnLetters } from '../layout/columns.ts';
import type { CellStyle, LayoutRow, SheetLayout } from '../layout/layout.ts';
import { columnsOfCharts, drawBlock, showOrders, startDrawing, tablesOf, type Drawn } from './blocks.ts';
import { lineOf, mergesOf, type DetailSpan, type DrawnCell, type DrawnRow } from './drawn-row.ts';
import { footRows, headRows } from './paper/frame-rows.ts';
import { planGrid } from './grid.ts';
import { formatFrame, isAnnex, titleOfPart } from './paper/requisites.ts';
import type { LinkToSource } from './rows/row.ts';
import { layoutServerSheet } from '../server-sheets/server-layout.ts';
import { linkToRow } from '../layout/row-link.ts';

/** The tab that a report gets, and where in the workbook its rows lead. */
export interface ReportPlace {
  readonly sheetId: number;
  readonly title: string;
  readonly findPlace: FindPlace;
}

export const REPORT_TAB_COLOUR = '#15803d';
export const PART_TITLE: CellStyle = { bold: true, size: 12 };

/**
 * The report as one sheet: the same grid for all tables, charts, figures that lead to the rows behind them in the
 * part «Расшифровка», rows that lead to those of the workbook. Places figures, computes none.
 */
export function layoutReport(report: ReportDocument, proof: ReportProof, place: ReportPlace): SheetLayout {
  const document = showOrders(report);
  const { parts } = document;
  const list = tablesOf(parts);
  const grid = planGrid(list, { minColumns: columnsOfCharts(parts), hasFrame: true });
  const context = {
    grid,
    linkToSource: linkToWorkbook(place.findPlace),
    tables: new Map(list.map((table) => [table.key, table])),
    withCharts: true,
  };
  const frame = formatFrame(document, proof);
  const drawn = startDrawing();
  const drawPart = (part: ReportPart) => {
    drawn.rows.push(lineOf(grid.widths, titleOfPart(document, parts.indexOf(part)), PART_TITLE));
    for (const block of part.blocks) drawBlock(drawn, block, context);
    drawn.rows.push({ cells: [] });
  };
  drawn.rows.push(...headRows(grid.widths, frame));
  parts.filter((part) => !isAnnex(part)).forEach(drawPart);
  drawn.rows.push(...footRows(grid.widths, frame), { cells: [] });
  parts.filter(isAnnex).forEach(drawPart);
  const linkToTables = linkToRows([{ sheetId: place.sheetId, drawn, columns: grid.widths.length }]);
  return layoutServerSheet({
    title: place.title,
    tabColour: REPORT_TAB_COLOUR,
    columnWidths: grid.widths,
    rows: finishRows(drawn, linkToTables),
    merges: mergesOf(drawn.rows),
    conditionalRules: drawn.rules,
    charts: drawn.charts,
  });
}

function linkToWorkbook(findPlace: FindPlace): LinkToSource {
  return ({ worksheet, rowId }: NonNullable<ReportRow['source']>) => {
    const key = STAFF_WORKSHEETS.find((each) => each === worksheet);
    const place = key && findPlace(key, rowId);
    return place && linkToRow(place);
  };
}

type LinkToRows = (span: DetailSpan) => string | undefined;

export interface SheetOfTables {
  readonly sheetId: number;
  readonly drawn: Pick<Drawn, 'firstRows'>;
  readonly columns: number;
}

/** Of a table that stands on none of the sheets there is no link. */
export function linkToRows(sheets: readonly SheetOfTables[]): LinkToRows {
  const places = new Map(
    sheets.flatMap(({ sheetId, drawn, columns }) =>
      [...drawn.firstRows].map(([key, first]) => [key, { sheetId, first, last: columnLetters(columns - 1) }]),
    ),
  );
  return ({ table = 'details', from, to }) => {
    const place = places.get(table);
    if (!place || to <= from) return undefined;
    const { sheetId, first, last } = place;
    return `#gid=${sheetId}&range=A${first + from + 1}:${last}${first + to}`;
  };
}

/** Rows as the layout has them: what leads to others becomes a link. */
export function finishRows({ rows }: Pick<Drawn, 'rows'>, linkToTables: LinkToRows): LayoutRow[] {
  const finishCell = (cell: DrawnCell) => {
    if (!cell.leadsTo) return cell;
    const { leadsTo, ...rest } = cell;
    const link = linkToTables(leadsTo);
    return link === undefined ? rest : { ...rest, link };
  };
  return rows.map(({ cells, height }: DrawnRow) => ({
    cells: cells.some(({ leadsTo }) => leadsTo) ? cells.map(finishCell) : cells,
    ...(height !== undefined && { height }),
  }));
}
