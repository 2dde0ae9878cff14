import { z } from 'zod';
import { flag, index, message, text } from './message.ts';

export const dimension = z.enum(['ROWS', 'COLUMNS']);

export const colour = message({ red: z.number(), green: z.number(), blue: z.number(), alpha: z.number() });

const themeColour = z.enum([
  'TEXT',
  'BACKGROUND',
  'ACCENT1',
  'ACCENT2',
  'ACCENT3',
  'ACCENT4',
  'ACCENT5',
  'ACCENT6',
  'LINK',
]);

export const colourStyle = message({ rgbColor: colour, themeColor: themeColour });

/** Zero-based, ends excluded; an absent bound reaches to the edge of the grid. */
export const gridRange = message({
  sheetId: z.int(),
  startRowIndex: index,
  endRowIndex: index,
  startColumnIndex: index,
  endColumnIndex: index,
});

export const gridCoordinate = message({ sheetId: z.int(), rowIndex: index, columnIndex: index });

export const dimensionRange = message({
  sheetId: z.int(),
  dimension,
  startIndex: index,
  endIndex: index,
});

const locationType = z.enum(['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET']);
export const metadataVisibility = z.enum(['DOCUMENT', 'PROJECT']);
export const metadataLocation = message({
  spreadsheet: flag,
  sheetId: z.int(),
  dimensionRange,
  locationType,
});

/** Selects places of a spreadsheet, or the developer metadata at them. */
export const dataFilter = message({
  a1Range: text,
  gridRange,
  developerMetadataLookup: message({
    metadataId: z.int(),
    metadataKey: text,
    metadataValue: text,
    metadataLocation,
    locationMatchingStrategy: z.enum(['EXACT_LOCATION', 'INTERSECTING_LOCATION']),
    locationType,
    visibility: metadataVisibility,
  }),
});

export type Dimension = z.infer<typeof dimension>;
export type Colour = z.infer<typeof colour>;
export type ColourStyle = z.infer<typeof colourStyle>;
export type GridRange = z.infer<typeof gridRange>;
export type DimensionRange = z.infer<typeof dimensionRange>;
export type DataFilter = z.infer<typeof dataFilter>;
