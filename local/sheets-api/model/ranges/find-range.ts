import { isDeepStrictEqual } from 'node:util';
import { invalidArgument } from '../../wire/api-error.ts';
import { parseA1Cells, splitReference, type A1Bounds } from '../../wire/a1.ts';
import type { GridRange } from '../../schema/common.ts';
import { clippedBox, closeRange } from './boxes.ts';
import type { Box, Sheet, Spreadsheet } from '../types.ts';

/** A place in a spreadsheet that a values method works on. */
export interface Target {
  readonly sheet: Sheet;
  readonly box: Box;
}

type Book = Pick<Spreadsheet, 'sheets' | 'namedRanges'>;

/**
 * Finds an A1 reference, the title of a sheet (its whole grid) or a named range. The end is clipped to
 * the grid, as Google does.
 * Throws `ApiError` 400 `Unable to parse range: …`, or where the range starts outside of the grid.
 */
export function findA1(book: Book, reference: string): Target {
  const found = lookUp(book, reference);
  if (!found) throw invalidArgument(`Unable to parse range: ${reference}`);
  return clipToGrid(found.sheet, found.range);
}

/** Whether two references name the same cells: `A1` and `Sheet1!A1`, `Sheet1!b2:a1` and `'Sheet1'!A1:B2`. */
export function isSameRange(book: Book, one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [lookUp(book, one), lookUp(book, other)];
  if (!first || !second || first.sheet !== second.sheet) return false;
  return isDeepStrictEqual(closeRange(first.sheet, first.range), closeRange(second.sheet, second.range));
}

interface Found {
  readonly sheet: Sheet;
  readonly range: GridRange;
}

/** A text without `!` is cells of the first sheet before it is a title; after a title that is none, it is one whole. */
function lookUp(book: Book, reference: string): Found | undefined {
  const split = splitReference(reference);
  if (!split) return undefined;
  const { sheet: title, cells } = split;
  const bounds = cells === undefined ? undefined : parseA1Cells(cells);
  const [first] = book.sheets;
  if (!title && bounds && first) return { sheet: first, range: rangeOfBounds(bounds) };
  const sheet = findTitle(book, title);
  if (!sheet || cells === '')
    return wholeSheet(book, reference) ?? (title ? undefined : namedRange(book, cells));
  if (cells === undefined) return { sheet, range: {} };
  return bounds ? { sheet, range: rangeOfBounds(bounds) } : namedRange(book, cells);
}

/** Titles are told apart without regard to case. */
function findTitle(book: Book, title: string | undefined): Sheet | undefined {
  const lower = title?.toLowerCase();
  return book.sheets.find((sheet) => sheet.properties.title.toLowerCase() === lower);
}

function wholeSheet(book: Book, title: string): Found | undefined {
  const sheet = findTitle(book, title);
  return sheet && { sheet, range: {} };
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

/** Throws `ApiError` 400 where the range starts outside of the grid. */
export function clipToGrid(sheet: Sheet, range: GridRange): Target {
  const box = clippedBox(sheet, range);
  if (!box) throw invalidArgument(`Range (${sheet.properties.title}) is empty.`);
  return { sheet, box };
}
