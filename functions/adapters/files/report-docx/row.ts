import { AlignmentType, Paragraph, ShadingType, TableCell, TableRow, WidthType } from 'docx';
import type { ITableCellOptions } from 'docx';
import type { ReportColumn, ReportRow } from '../../../domain/report/report-document.ts';
import { PALETTE } from '../../../workbook/layout/palette.ts';
import { formatReportValue, isState, STATE_EMPHASIS } from '../../../workbook/report/words.ts';
import { runsOf } from './text.ts';

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

/** A row that is not split; `keepNext`: the next one stands on its page. */
export function drawRow(drawing: Drawing, row: ReportRow, keepNext: boolean): TableRow {
  const { columns, widths, size } = drawing;
  const shade = LEVEL_SHADES[row.level];
  if (row.level === 'group') {
    const children = [
      new Paragraph({ keepNext: true, children: runsOf(String(row.cells[0] ?? ''), { bold: true, size }) }),
    ];
    const cell = new TableCell({
      ...placed(widths, { from: 0, count: columns.length }),
      ...shaded(shade),
      children,
    });
    return new TableRow({ cantSplit: true, children: [cell] });
  }
  const cells = columns.map((column, index) => bodyCell(drawing, row, { column, index, shade }));
  return new TableRow({ cantSplit: true, keepNext, children: cells });
}

interface BodyCell {
  readonly column: ReportColumn;
  readonly index: number;
  readonly shade: string | undefined;
}

function bodyCell({ widths, size }: Drawing, row: ReportRow, { column, index, shade }: BodyCell): TableCell {
  const value = row.cells[index] ?? null;
  const emphasis = column.kind === 'state' && isState(value) ? STATE_EMPHASIS[value] : {};
  const bold = emphasis.bold || row.level !== 'row';
  return new TableCell({
    ...placed(widths, { from: index }),
    ...shaded(emphasis.background ?? shade),
    children: [
      new Paragraph({
        // The mark of a paragraph has a height too, which an empty cell would take from the letters of the body.
        run: { size },
        ...(column.kind !== 'text' && { alignment: AlignmentType.CENTER }),
        children: runsOf(formatReportValue(value, column), {
          size,
          ...(bold && { bold }),
          ...(emphasis.italic && { italics: true }),
        }),
      }),
    ],
  });
}
