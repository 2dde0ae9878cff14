import { z } from 'zod';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellRange } from '../../workbook/layout.ts';

/** On the wire indexes that are zero or open may be left out. */
export const gridRangeSchema = z.object({
  sheetId: z.number().optional(),
  startRowIndex: z.number().optional(),
  endRowIndex: z.number().optional(),
  startColumnIndex: z.number().optional(),
  endColumnIndex: z.number().optional(),
});

export function toGridRange(sheetId: number, range: CellRange): sheets_v4.Schema$GridRange {
  return {
    sheetId,
    startRowIndex: range.startRow,
    startColumnIndex: range.startColumn,
    ...(range.endRow !== undefined && { endRowIndex: range.endRow }),
    ...(range.endColumn !== undefined && { endColumnIndex: range.endColumn }),
  };
}

/** Ends at the edge of a grid of `size` are open again, as they were before Google clipped them. */
export function fromGridRange(
  range: z.infer<typeof gridRangeSchema>,
  size: { readonly rowCount: number; readonly columnCount: number },
): CellRange {
  const { endRowIndex, endColumnIndex } = range;
  return {
    startRow: range.startRowIndex ?? 0,
    startColumn: range.startColumnIndex ?? 0,
    ...(endRowIndex !== undefined && endRowIndex < size.rowCount && { endRow: endRowIndex }),
    ...(endColumnIndex !== undefined && endColumnIndex < size.columnCount && { endColumn: endColumnIndex }),
  };
}

export function rangesIntersect(a: CellRange, b: CellRange): boolean {
  return (
    a.startRow < (b.endRow ?? Infinity) &&
    b.startRow < (a.endRow ?? Infinity) &&
    a.startColumn < (b.endColumn ?? Infinity) &&
    b.startColumn < (a.endColumn ?? Infinity)
  );
}
