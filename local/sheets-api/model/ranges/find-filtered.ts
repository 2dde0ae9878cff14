import type { DataFilter, GridRange } from '../../schema/common.ts';
import type { DeveloperMetadata } from '../../schema/sheet.ts';
import { invalidArgument } from '../../wire/api-error.ts';
import { clipToGrid, findA1, findSheet, type Target } from './find-range.ts';
import { metadataMatcher } from './match-metadata.ts';
import type { Spreadsheet } from '../types.ts';

/**
 * The places that a data filter selects: one for a range, any number for a metadata lookup.
 * Throws `ApiError` 400 where the filter names nothing, a sheet that is not there, or metadata that is not there.
 */
export function findFiltered(book: Spreadsheet, filter: DataFilter): Target[] {
  if (filter.a1Range !== undefined) return [findA1(book, filter.a1Range)];
  if (filter.gridRange) return [findGrid(book, filter.gridRange)];
  if (!filter.developerMetadataLookup) throw invalidArgument('Must specify at least one filter.');
  const matches = metadataMatcher(book, filter);
  return book.developerMetadata.filter(matches).flatMap((entry) => placesOf(book, entry));
}

function findGrid(book: Spreadsheet, range: GridRange): Target {
  const sheetId = range.sheetId ?? 0;
  const sheet = findSheet(book, sheetId);
  if (!sheet) throw invalidArgument(`No grid with id: ${sheetId}`);
  return clipToGrid(sheet, range);
}

/** The whole row, column or sheet; every sheet where the metadata is the spreadsheet's own. */
function placesOf(book: Spreadsheet, { location = {} }: DeveloperMetadata): Target[] {
  const { dimensionRange: line, sheetId } = location;
  if (sheetId !== undefined) return [findGrid(book, { sheetId })];
  if (!line) return book.sheets.map(({ properties }) => findGrid(book, { sheetId: properties.sheetId }));
  const own = { sheetId: line.sheetId ?? 0 };
  const bounds =
    line.dimension === 'COLUMNS'
      ? { startColumnIndex: line.startIndex ?? 0, endColumnIndex: line.endIndex }
      : { startRowIndex: line.startIndex ?? 0, endRowIndex: line.endIndex };
  return [findGrid(book, { ...own, ...bounds })];
}
