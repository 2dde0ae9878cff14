import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Marker, Positions } from '../../../use-cases/ports/spreadsheets.ts';
import type { SheetsClient } from '../client.ts';

type Request = sheets_v4.Schema$Request;

const COLUMN_KEY = 'shnor.column';
const HEADER_KEY = 'shnor.header';
/** On the spreadsheet itself. */
export const LAYOUT_KEY = 'shnor.layout';

/** A marker as the API knows it: developer metadata on one row or column, which follows it when people move it. */
export interface StandingMarker extends Marker {
  readonly metadataId: number;
}

interface WantedMarker {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue: string;
  readonly location: { readonly dimensionRange: sheets_v4.Schema$DimensionRange };
}

/**
 * The precondition that `batchUpdate` lacks. A marker that stands where we believe it to stand is deleted and made
 * again; one that has moved with its column is not found there, and making it anew is refused, because ids are unique
 * in a spreadsheet: the atomic batch is refused with it. That Google refuses a taken id follows from its reference
 * ("spreadsheet-scoped unique ID") and is otherwise unproven; so is its answer to a deletion that matches nothing.
 */
export function planAssertions(sheetId: number, positions: Positions): Request[] {
  return wantedMarkers(sheetId, positions).flatMap((marker) => [
    {
      deleteDeveloperMetadata: {
        dataFilter: {
          developerMetadataLookup: {
            metadataId: marker.metadataId,
            metadataLocation: marker.location,
            locationMatchingStrategy: 'EXACT_LOCATION',
          },
        },
      },
    },
    planCreation(marker),
  ]);
}

/** The sheet's markers are those of the positions and no others; deletes only what is there to delete. */
export function planMarks(
  sheetId: number,
  positions: Positions,
  standing: readonly StandingMarker[],
): Request[] {
  const wanted = wantedMarkers(sheetId, positions);
  const ids = new Set(wanted.map(({ metadataId }) => metadataId));
  const outdated = standing.filter((marker) => marker.sheetId === sheetId || ids.has(marker.metadataId));
  return [
    ...[...new Set(outdated.map(({ metadataId }) => metadataId))].map((metadataId) => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
    })),
    ...wanted.map(planCreation),
  ];
}

/** The spreadsheet's own mark has no fixed id: a copy of the spreadsheet brings its own. */
export function planLayoutMark({
  layout,
  isMarked,
}: {
  readonly layout: number;
  readonly isMarked: boolean;
}): Request {
  const metadataValue = String(layout);
  if (isMarked) {
    const dataFilters = [{ developerMetadataLookup: { metadataKey: LAYOUT_KEY } }];
    return {
      updateDeveloperMetadata: {
        dataFilters,
        developerMetadata: { metadataValue },
        fields: 'metadataValue',
      },
    };
  }
  const location = { spreadsheet: true };
  const developerMetadata = { metadataKey: LAYOUT_KEY, metadataValue, location, visibility: 'DOCUMENT' };
  return { createDeveloperMetadata: { developerMetadata } };
}

/** The markers that stand once the positions were asserted. */
export function markersOf(sheetId: number, positions: Positions): StandingMarker[] {
  return wantedMarkers(sheetId, positions).map(({ metadataId, location }) => {
    const index = location.dimensionRange.startIndex ?? 0;
    return { metadataId, sheetId, key: null, index };
  });
}

function planCreation(marker: WantedMarker): Request {
  return { createDeveloperMetadata: { developerMetadata: { ...marker, visibility: 'DOCUMENT' } } };
}

function wantedMarkers(sheetId: number, { headerRow, columns }: Positions): WantedMarker[] {
  return [
    wantedMarker({ sheetId, key: null, index: headerRow }),
    ...Object.entries(columns).map(([key, index]) => wantedMarker({ sheetId, key, index })),
  ];
}

function wantedMarker({ sheetId, key, index }: Marker): WantedMarker {
  const dimension = key === null ? 'ROWS' : 'COLUMNS';
  return {
    metadataId: idOf(sheetId, key),
    metadataKey: key === null ? HEADER_KEY : COLUMN_KEY,
    metadataValue: key ?? '-',
    location: { dimensionRange: { sheetId, dimension, startIndex: index, endIndex: index + 1 } },
  };
}

/** The same in every instance and at every time; positive, as Google demands, and 31 bits wide. */
function idOf(sheetId: number, key: string | null): number {
  const hash = createHash('sha256').update(JSON.stringify(['shnor', sheetId, key]));
  return (hash.digest().readUInt32BE(0) >>> 1) | 1;
}

const MARKERS_MASK =
  'matchedDeveloperMetadata(developerMetadata(metadataId,metadataKey,metadataValue,location(dimensionRange)))';

const markersSchema = z.object({
  matchedDeveloperMetadata: z
    .array(
      z.object({
        developerMetadata: z.object({
          metadataId: z.number(),
          metadataKey: z.string(),
          metadataValue: z.string().default(''),
          location: z.object({
            // A sheet or an index of zero may be left out on the wire.
            dimensionRange: z
              .object({ sheetId: z.number().default(0), startIndex: z.number().default(0) })
              .optional(),
          }),
        }),
      }),
    )
    .default([]),
});

/** One call within an operation of the caller. */
export async function callForMarkers(client: SheetsClient, spreadsheetId: string): Promise<StandingMarker[]> {
  const dataFilters = [COLUMN_KEY, HEADER_KEY].map((metadataKey) => ({
    developerMetadataLookup: { metadataKey },
  }));
  const answer = await client.call({
    kind: 'read',
    answer: markersSchema,
    send: (api, options) =>
      api.spreadsheets.developerMetadata.search(
        { spreadsheetId, fields: MARKERS_MASK, requestBody: { dataFilters } },
        options,
      ),
  });
  return answer.matchedDeveloperMetadata.flatMap(({ developerMetadata }) => {
    const { metadataId, metadataKey, metadataValue, location } = developerMetadata;
    const place = location.dimensionRange;
    if (!place) return [];
    const key = metadataKey === HEADER_KEY ? null : metadataValue;
    return [{ metadataId, sheetId: place.sheetId, key, index: place.startIndex }];
  });
}
