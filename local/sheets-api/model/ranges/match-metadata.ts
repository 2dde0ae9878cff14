import type { DataFilter } from '../../schema/common.ts';
import type { DeveloperMetadata } from '../../schema/sheet.ts';
import { invalidArgument } from '../../wire/api-error.ts';
import { intersects } from './boxes.ts';
import { findA1 } from './find-range.ts';
import type { Box, Spreadsheet } from '../types.ts';

type Location = NonNullable<DeveloperMetadata['location']>;
type Lookup = NonNullable<DataFilter['developerMetadataLookup']>;
type Matches = (entry: DeveloperMetadata) => boolean;
type Book = Pick<Spreadsheet, 'sheets' | 'namedRanges'>;

/**
 * Whether the filter selects an entry: by id, key, value and place, or by a range that the entry's place touches.
 * Throws `ApiError` 400 for a filter that is none, or that contradicts itself.
 */
export function metadataMatcher(book: Book, filter: DataFilter): Matches {
  if (filter.developerMetadataLookup) return matchLookup(filter.developerMetadataLookup);
  if (filter.a1Range !== undefined) {
    const { sheet, box } = findA1(book, filter.a1Range);
    return touching({ sheetId: sheet.properties.sheetId, box });
  }
  if (!filter.gridRange) throw invalidArgument('Must specify at least one filter.');
  const { sheetId = 0, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = filter.gridRange;
  return touching({
    sheetId,
    box: {
      startRow: startRowIndex ?? 0,
      endRow: endRowIndex ?? EDGE,
      startColumn: startColumnIndex ?? 0,
      endColumn: endColumnIndex ?? EDGE,
    },
  });
}

const EDGE = Number.POSITIVE_INFINITY;

interface Place {
  readonly sheetId: number;
  readonly box: Box;
}

/** Metadata of the spreadsheet itself touches no place. */
function touching(place: Place): Matches {
  return ({ location }) => {
    const own = placeOf(location ?? {});
    return own !== undefined && own.sheetId === place.sheetId && intersects(own.box, place.box);
  };
}

function placeOf({ sheetId, dimensionRange: line }: Location): Place | undefined {
  const box = { startRow: 0, endRow: EDGE, startColumn: 0, endColumn: EDGE };
  if (sheetId !== undefined) return { sheetId, box };
  if (!line) return undefined;
  const [start, end] = [line.startIndex ?? 0, line.endIndex ?? EDGE];
  const bounds =
    line.dimension === 'COLUMNS' ? { startColumn: start, endColumn: end } : { startRow: start, endRow: end };
  return { sheetId: line.sheetId ?? 0, box: { ...box, ...bounds } };
}

function matchLookup(lookup: Lookup): Matches {
  const { locationType, metadataLocation: place, locationMatchingStrategy: strategy, ...fields } = lookup;
  if (strategy && !place)
    throw invalidArgument('metadataLocation must be set where locationMatchingStrategy is set.');
  if (strategy === 'EXACT_LOCATION' && locationType)
    throw invalidArgument('locationType must not be set where the location is matched exactly.');
  const isThere = place ? matchPlace(place, strategy) : () => true;
  return (entry) => {
    const known: Record<string, unknown> = entry;
    return (
      Object.entries(fields).every(([field, value]) => known[field] === value) &&
      (locationType === undefined || entry.location?.locationType === locationType) &&
      isThere(entry)
    );
  };
}

/** Without a strategy a place is matched by intersection. */
function matchPlace(place: Location, strategy: Lookup['locationMatchingStrategy']): Matches {
  const wanted = placeOf(place);
  if (strategy === 'EXACT_LOCATION' || !wanted) return (entry) => isSamePlace(entry.location ?? {}, place);
  return touching(wanted);
}

function isSamePlace(a: Location, b: Location): boolean {
  const nameOf = ({ spreadsheet = false, sheetId, dimensionRange: range }: Location) =>
    JSON.stringify([
      spreadsheet,
      sheetId,
      range && [range.sheetId ?? 0, range.dimension, range.startIndex ?? 0, range.endIndex],
    ]);
  return nameOf(a) === nameOf(b);
}
