import type { IRange } from '@univerjs/core';

/** The grid draws itself anew after each change: rows of one height are one change, however many they are. */
export function groupHeights(
  rowHeights: Readonly<Record<number, number>>,
  columnCount: number,
): readonly { readonly rowHeight: number; readonly ranges: readonly IRange[] }[] {
  const rows = Map.groupBy(Object.entries(rowHeights), ([, rowHeight]) => rowHeight);
  return [...rows].map(([rowHeight, entries]) => ({
    rowHeight,
    ranges: entries.map(([row]) => rowRange(Number(row), columnCount)),
  }));
}

/** The whole row, counted from 0. */
export function rowRange(row: number, columnCount: number): IRange {
  return { startRow: row, endRow: row, startColumn: 0, endColumn: columnCount - 1 };
}

/** The whole column, counted from 0. */
export function columnRange(column: number, rowCount: number): IRange {
  return { startRow: 0, endRow: rowCount - 1, startColumn: column, endColumn: column };
}
