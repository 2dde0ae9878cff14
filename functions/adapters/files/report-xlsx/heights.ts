import type { CellRange, SheetLayout } from '../../../workbook/layout/layout.ts';
import { heightOfText, LINE_OF_TEXT } from '../../../workbook/layout/row-height.ts';
import { styleOfCell } from '../../shared/layout-style.ts';

/** Excel's limit of a row: 409 points. */
export const MAX_HEIGHT = 545;

/**
 * Pixels in which the whole text of a row is seen. LibreOffice does not fit rows of a foreign file, and
 * no program fits merged cells. `merges` are those of the row.
 */
export function estimateRowHeight(layout: SheetLayout, row: number, merges: readonly CellRange[]): number {
  const cells = layout.rows[row]?.cells ?? [];
  const heights = cells.map((cell, column) => {
    const width = widthOf(layout, merges, row, column);
    return cell.value === null || width === undefined ? 0 : estimateHeight(layout, { row, column, width });
  });
  return Math.min(MAX_HEIGHT, Math.max(LINE_OF_TEXT, ...heights));
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

function estimateHeight(layout: SheetLayout, { row, column, width }: Place): number {
  const value = layout.rows[row]?.cells[column]?.value;
  const { size, bold, wrap } = styleOfCell(layout, row, column);
  return heightOfText(String(value), { width, size, bold, wrap: wrap === true && typeof value === 'string' });
}

/** The width of the cell or of its merge; undefined where the height cannot be told from this row. */
function widthOf(
  layout: SheetLayout,
  merges: readonly CellRange[],
  row: number,
  column: number,
): number | undefined {
  const merge = merges.find((range) => isWithin(range, row, column));
  if (!merge) return layout.columnWidths[column];
  if (merge.startColumn !== column || merge.endRow !== merge.startRow + 1) return undefined;
  return layout.columnWidths
    .slice(merge.startColumn, merge.endColumn)
    .reduce((sum, pixels) => sum + pixels, 0);
}

function isWithin(range: CellRange, row: number, column: number): boolean {
  const inRows = row >= range.startRow && row < (range.endRow ?? Infinity);
  return inRows && column >= range.startColumn && column < (range.endColumn ?? Infinity);
}
