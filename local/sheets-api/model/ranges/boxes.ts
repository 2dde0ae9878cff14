import { invalidArgument } from '../../wire/api-error.ts';
import { formatCells, quoteTitle, type A1Bounds } from '../../wire/a1.ts';
import type { Dimension, GridRange } from '../../schema/common.ts';
import type { Box, Sheet } from '../types.ts';

/** The rows or the columns of a sheet. */
export interface Axis {
  readonly sheetId: number;
  readonly dimension: Dimension;
}

/** The open range as a closed one; its bounds may lie outside of the grid. */
export function closeRange(sheet: Sheet, range: GridRange): Box {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? columnCount,
  };
}

/**
 * The range as a rectangle of the grid.
 * Throws `ApiError` 400 where it is empty or leaves the grid.
 */
export function boxOf(sheet: Sheet, range: GridRange): Box {
  checkStart(sheet, range);
  const box = closeRange(sheet, range);
  if (box.startRow >= box.endRow)
    throw invalidArgument(
      `range.endRowIndex[${box.endRow}] must be after range.startRowIndex[${box.startRow}]`,
    );
  if (box.startColumn >= box.endColumn)
    throw invalidArgument(
      `range.endColumnIndex[${box.endColumn}] must be after range.startColumnIndex[${box.startColumn}]`,
    );
  checkInGrid(sheet, box);
  return box;
}

/**
 * As much of the range as lies in the grid; undefined where that is nothing.
 * Throws `ApiError` 400 where it starts outside.
 */
export function clippedBox(sheet: Sheet, range: GridRange): Box | undefined {
  checkStart(sheet, range);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const box = closeRange(sheet, range);
  const endRow = Math.min(box.endRow, rowCount);
  const endColumn = Math.min(box.endColumn, columnCount);
  return box.startRow < endRow && box.startColumn < endColumn ? { ...box, endRow, endColumn } : undefined;
}

/** Throws `ApiError` 400 where the range starts outside of the grid. */
export function checkStart(sheet: Sheet, range: GridRange): void {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  if ((range.startRowIndex ?? 0) >= rowCount || (range.startColumnIndex ?? 0) >= columnCount)
    throw exceedsGrid(sheet, boundsOf(range));
}

function boundsOf(range: GridRange): A1Bounds {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return {
    ...(startRowIndex !== undefined && { startRow: startRowIndex }),
    ...(endRowIndex !== undefined && { endRow: endRowIndex }),
    ...(startColumnIndex !== undefined && { startColumn: startColumnIndex }),
    ...(endColumnIndex !== undefined && { endColumn: endColumnIndex }),
  };
}

/** Throws `ApiError` 400. */
export function checkInGrid(sheet: Sheet, box: Box): void {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  if (box.endRow > rowCount || box.endColumn > columnCount) throw exceedsGrid(sheet, box);
}

/** `range` as it was asked for: open where it was open. */
export function exceedsGrid(sheet: Sheet, range: A1Bounds): Error {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const name = `${quoteTitle(sheet.properties.title)}!${formatCells(range)}`;
  return invalidArgument(
    `Range (${name}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
  );
}

export function wholeGrid(sheet: Sheet): Box {
  return closeRange(sheet, {});
}

export function rangeOfBox(sheetId: number, box: Box): GridRange {
  return {
    sheetId,
    startRowIndex: box.startRow,
    endRowIndex: box.endRow,
    startColumnIndex: box.startColumn,
    endColumnIndex: box.endColumn,
  };
}

export function intersects(a: Box, b: Box): boolean {
  return (
    a.startRow < b.endRow &&
    b.startRow < a.endRow &&
    a.startColumn < b.endColumn &&
    b.startColumn < a.endColumn
  );
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.startRow <= inner.startRow &&
    outer.endRow >= inner.endRow &&
    outer.startColumn <= inner.startColumn &&
    outer.endColumn >= inner.endColumn
  );
}

/** Every place of the box, row by row. */
export function* placesOf(box: Box): Generator<{ row: number; column: number }> {
  for (let row = box.startRow; row < box.endRow; row++)
    for (let column = box.startColumn; column < box.endColumn; column++) yield { row, column };
}
