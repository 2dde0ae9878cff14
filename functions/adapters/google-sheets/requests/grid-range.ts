import * as z from 'zod';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellRange } from '../../../workbook/layout/layout.ts';

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

interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/**
 * Where `size` is given, an end at the edge of the grid is open again, as it most likely was before it was
 * clipped: below always, on the right where the range begins at the left edge.
 */
export function fromGridRange(range: z.infer<typeof gridRangeSchema>, size?: GridSize): CellRange {
  const { startRowIndex: startRow = 0, startColumnIndex: startColumn = 0 } = range;
  const endRow = range.endRowIndex === size?.rowCount ? undefined : range.endRowIndex;
  const reopened = startColumn === 0 && range.endColumnIndex === size?.columnCount;
  const endColumn = reopened ? undefined : range.endColumnIndex;
  return {
    startRow,
    startColumn,
    ...(endRow !== undefined && { endRow }),
    ...(endColumn !== undefined && { endColumn }),
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
