import { AlignmentType, Paragraph, ShadingType, TableCell, TableRow, WidthType } from 'docx';
import type { ITableCellOptions } from 'docx';
import type { ReportColumn, ReportRow } from '../../../domain/report/report-document.ts';
import { PALETTE } from '../../../workbook/layout/palette.ts';
import { formatReportValue, isState, STATE_EMPHASIS } from '../../../workbook/report/words.ts';
import { linesOf, runsOfLines } from './text.ts';

const LEVEL_SHADES: Readonly<Record<ReportRow['level'], string | undefined>> = {
  row: undefined,
  group: PALETTE.section,
  subtotal: PALETTE.section,
  total: PALETTE.total,
};
export interface Drawing {
  readonly columns: readonly ReportColumn[];
  /** Twips. */
  readonly widths: readonly number[];
  /** Half points. */
  readonly size: number;
}

export interface CellPlace {
  readonly from: number;
  readonly count?: number;
  readonly rows?: number;
}

export function placed(widths: readonly number[], { from, count = 1, rows = 1 }: CellPlace) {
  const width = widths.slice(from, from + count).reduce((sum, own) => sum + own, 0);
  return {
    width: { size: width, type: WidthType.DXA },
    ...(count > 1 && { columnSpan: count }),
    ...(rows > 1 && { rowSpan: rows }),
  };
}

export function shaded(colour: string | undefined): Pick<ITableCellOptions, 'shading'> {
  if (!colour) return {};
  return { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colour.slice(1).toUpperCase() } };
}

/** All of a cell but its text: the cells of a long table have few looks. */
export interface PrintedLook extends CellPlace {
  readonly isTitle: boolean;
  readonly shade: string | undefined;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCentred: boolean;
  /** The next row stands on its page. */
  readonly keepNext: boolean;
}

export interface PlannedCell {
  readonly look: PrintedLook;
  readonly lines: readonly string[];
}

/** The cells of a row; `keepNext`: the next one stands on its page. */
export function planRow({ columns }: Drawing, row: ReportRow, keepNext: boolean): readonly PlannedCell[] {
  const shade = LEVEL_SHADES[row.level];
  if (row.level === 'group') {
    const plain = { isItalic: false, isCentred: false };
    const look = { from: 0, count: columns.length, isTitle: true, shade, isBold: true, keepNext, ...plain };
    return [{ look, lines: linesOf(String(row.cells[0] ?? '')) }];
  }
  return columns.map((column, from) => {
    const value = row.cells[from] ?? null;
    const emphasis = column.kind === 'state' && isState(value) ? STATE_EMPHASIS[value] : {};
    const look = {
      from,
      isTitle: false,
      shade: emphasis.background ?? shade,
      isBold: emphasis.bold === true || row.level !== 'row',
      isItalic: emphasis.italic === true,
      isCentred: column.kind !== 'text',
      keepNext,
    };
    return { look, lines: linesOf(formatReportValue(value, column)) };
  });
}

/** A row that is not split, of these cells. */
export function drawRow({ widths, size }: Drawing, cells: readonly PlannedCell[]): TableRow {
  const children = cells.map(
    ({ look, lines }) =>
      new TableCell({
        ...placed(widths, look),
        ...shaded(look.shade),
        children: [drawParagraph(look, lines, size)],
      }),
  );
  const { isTitle, keepNext } = cells[0]?.look ?? {};
  return new TableRow({
    cantSplit: true,
    ...(isTitle !== true && { keepNext: keepNext === true }),
    children,
  });
}

function drawParagraph(
  { isTitle, isBold, isItalic, isCentred }: PrintedLook,
  lines: readonly string[],
  size: number,
) {
  const style = { size, ...(isBold && { bold: true }), ...(isItalic && { italics: true }) };
  const children = runsOfLines(lines, style);
  if (isTitle) return new Paragraph({ keepNext: true, children });
  // The mark of a paragraph has a height too, which an empty cell would take from the letters of the body.
  return new Paragraph({
    run: { size },
    ...(isCentred && { alignment: AlignmentType.CENTER }),
    children,
  });
}
