import type { CellStyle, SheetLayout } from '../workbook/layout.ts';

/** Below the header a cell's own style lies over the style of its column. */
export function styleOfCell(layout: SheetLayout, row: number, column: number): CellStyle {
  const own = layout.rows[row]?.cells[column]?.style;
  return row < layout.frozenRows ? { ...own } : { ...layout.columnStyles[column], ...own };
}
