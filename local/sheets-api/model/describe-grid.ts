import { below, type Mask } from '../wire/field-mask.ts';
import type { DimensionProperties } from '../schema/sheet.ts';
import { cellDescriber, trimEmpty, type CellContext } from './describe-cell.ts';
import type { Box, Sheet } from './types.ts';

const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;

/** `GridData`: the cells of the box, blanks at the ends trimmed, and the sizes of its rows and columns. */
export function describeGrid(
  sheet: Sheet,
  box: Box,
  { mask, context }: { mask: Mask; context: CellContext },
): object {
  const rowMask = below(mask, 'rowData');
  const rowData = rowMask === undefined ? [] : describeRows(sheet, box, { mask: rowMask, context });
  return {
    ...(box.startRow > 0 && { startRow: box.startRow }),
    ...(box.startColumn > 0 && { startColumn: box.startColumn }),
    ...(rowData.length > 0 && { rowData }),
    ...(below(mask, 'rowMetadata') !== undefined && {
      rowMetadata: describeSizes(sheet.rowProperties, [box.startRow, box.endRow], ROW_HEIGHT),
    }),
    ...(below(mask, 'columnMetadata') !== undefined && {
      columnMetadata: describeSizes(sheet.columnProperties, [box.startColumn, box.endColumn], COLUMN_WIDTH),
    }),
  };
}

function describeRows(
  sheet: Sheet,
  box: Box,
  { mask, context }: { mask: Mask; context: CellContext },
): object[] {
  const cellMask = below(mask, 'values');
  if (cellMask === undefined) return [];
  const describeRow = cellDescriber(cellMask, context);
  const rows = sheet.rows.slice(box.startRow, box.endRow).map((row) => {
    const values = describeRow(row?.slice(box.startColumn, box.endColumn));
    return values.length > 0 ? { values } : {};
  });
  return trimEmpty(rows);
}

function describeSizes(
  properties: readonly (DimensionProperties | undefined)[],
  [start, end]: readonly [number, number],
  pixelSize: number,
): object[] {
  return Array.from({ length: end - start }, (_, offset) => ({ pixelSize, ...properties[start + offset] }));
}
