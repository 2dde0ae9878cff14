import { invalidArgument } from '../wire/api-error.ts';
import { parseA1Cells, splitReference, type A1Bounds } from '../wire/a1.ts';
import type { GridRange } from '../schema/common.ts';
import { closeRange, exceedsGrid } from './boxes.ts';
import type { Box, Sheet, Spreadsheet } from './types.ts';

/** A place in a spreadsheet that a values method works on. */
export interface Target {
  readonly sheet: Sheet;
  readonly box: Box;
}

type Book = Pick<Spreadsheet, 'sheets' | 'namedRanges'>;

/**
 * Finds an A1 reference, the title of a sheet (its whole grid) or a named range. The end is clipped to
 * the grid, as Google does.
 * @throws ApiError 400 `Unable to parse range: …`, or where the range starts outside of the grid
 */
export function findA1(book: Book, reference: string): Target {
  const found = lookUp(book, reference);
  if (!found) throw invalidArgument(`Unable to parse range: ${reference}`);
  return clipToGrid(found.sheet, found.range);
}

function lookUp(book: Book, reference: string): { sheet: Sheet; range: GridRange } | undefined {
  const split = splitReference(reference);
  if (!split) return undefined;
  const { sheet: title, cells } = split;
  if (title === undefined) {
    const bounds = parseA1Cells(cells ?? '');
    const first = book.sheets[0];
    if (bounds && first) return { sheet: first, range: rangeOfBounds(bounds) };
    const whole = book.sheets.find((sheet) => sheet.properties.title === cells);
    return whole ? { sheet: whole, range: {} } : namedRange(book, cells);
  }
  const sheet = book.sheets.find((candidate) => candidate.properties.title === title);
  if (!sheet) return undefined;
  if (cells === undefined) return { sheet, range: {} };
  const bounds = parseA1Cells(cells);
  return bounds ? { sheet, range: rangeOfBounds(bounds) } : namedRange(book, cells);
}

function namedRange(book: Book, name: string | undefined): { sheet: Sheet; range: GridRange } | undefined {
  const named = book.namedRanges.find((candidate) => candidate.name?.toLowerCase() === name?.toLowerCase());
  if (!named?.range) return undefined;
  const sheet = findSheet(book, named.range.sheetId ?? 0);
  return sheet && { sheet, range: named.range };
}

export function findSheet(book: Book, sheetId: number): Sheet | undefined {
  return book.sheets.find(({ properties }) => properties.sheetId === sheetId);
}

function rangeOfBounds(bounds: A1Bounds): GridRange {
  return {
    startRowIndex: bounds.startRow,
    endRowIndex: bounds.endRow,
    startColumnIndex: bounds.startColumn,
    endColumnIndex: bounds.endColumn,
  };
}

/** @throws ApiError 400 where the range starts outside of the grid */
export function clipToGrid(sheet: Sheet, range: GridRange): Target {
  const box = closeRange(sheet, range);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  if (box.startRow >= rowCount || box.startColumn >= columnCount) throw exceedsGrid(sheet, box);
  const clipped = {
    ...box,
    endRow: Math.min(box.endRow, rowCount),
    endColumn: Math.min(box.endColumn, columnCount),
  };
  if (clipped.endRow <= box.startRow || clipped.endColumn <= box.startColumn)
    throw invalidArgument(`Range (${sheet.properties.title}) is empty.`);
  return { sheet, box: clipped };
}
