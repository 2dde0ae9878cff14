import type { CellStyle, SheetLayout } from '../../workbook/layout/layout.ts';

const NONE: CellStyle = {};

/** Below the header a cell's own style lies over the style of its column. */
export function styleOfCell(layout: SheetLayout, row: number, column: number): CellStyle {
  const own = layout.rows[row]?.cells[column]?.style ?? NONE;
  const ofColumn = row < layout.frozenRows ? undefined : layout.columnStyles[column];
  // The same object for the same style: whoever compares many cells can go by that.
  return ofColumn ? { ...ofColumn, ...own } : own;
}
