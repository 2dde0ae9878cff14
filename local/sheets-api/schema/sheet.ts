import { z } from 'zod';
import { booleanCondition, cellFormat } from './cell.ts';
import { colour, colourStyle, dimensionRange, gridRange } from './common.ts';
import { flag, index, message, text } from './message.ts';

export const gridProperties = message({
  rowCount: index,
  columnCount: index,
  frozenRowCount: index,
  frozenColumnCount: index,
  hideGridlines: flag,
  rowGroupControlAfter: flag,
  columnGroupControlAfter: flag,
});

export const sheetProperties = message({
  sheetId: z.int(),
  title: text,
  index,
  sheetType: z.enum(['GRID']),
  gridProperties,
  hidden: flag,
  tabColor: colour,
  tabColorStyle: colourStyle,
  rightToLeft: flag,
});

export const spreadsheetProperties = message({
  title: text,
  locale: text,
  autoRecalc: z.enum(['ON_CHANGE', 'MINUTE', 'HOUR']),
  timeZone: text,
  defaultFormat: cellFormat,
  spreadsheetTheme: message({ primaryFontFamily: text, themeColors: z.array(z.unknown()) }),
});

export const protectedRange = message({
  protectedRangeId: z.int(),
  range: gridRange,
  namedRangeId: text,
  description: text,
  warningOnly: flag,
  requestingUserCanEdit: flag,
  unprotectedRanges: z.array(gridRange),
  editors: message({ users: z.array(text), groups: z.array(text), domainUsersCanEdit: flag }),
});

export const conditionalFormatRule = message({
  ranges: z.array(gridRange),
  booleanRule: message({ condition: booleanCondition, format: cellFormat }),
});

export const namedRange = message({ namedRangeId: text, name: text, range: gridRange });

export const sortSpec = message({
  dimensionIndex: index,
  sortOrder: z.enum(['SORT_ORDER_UNSPECIFIED', 'ASCENDING', 'DESCENDING']),
});

const filterCriteria = message({ hiddenValues: z.array(text), condition: booleanCondition });
export const basicFilter = message({
  range: gridRange,
  sortSpecs: z.array(sortSpec),
  filterSpecs: z.array(message({ columnIndex: index, filterCriteria })),
});

export const dimensionProperties = message({
  pixelSize: index,
  hiddenByUser: flag,
});

export const dimensionGroup = message({ range: dimensionRange, depth: z.int(), collapsed: flag });

const metadataVisibility = z.enum(['DOCUMENT', 'PROJECT']);
const metadataLocation = message({
  spreadsheet: flag,
  sheetId: z.int(),
  dimensionRange,
  locationType: z.enum(['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET']),
});
export const developerMetadata = message({
  metadataId: z.int(),
  metadataKey: text,
  metadataValue: text,
  location: metadataLocation,
  visibility: metadataVisibility,
});

export type GridProperties = z.infer<typeof gridProperties>;
export type SheetProperties = z.infer<typeof sheetProperties>;
export type SpreadsheetProperties = z.infer<typeof spreadsheetProperties>;
export type ProtectedRange = z.infer<typeof protectedRange>;
export type ConditionalFormatRule = z.infer<typeof conditionalFormatRule>;
export type NamedRange = z.infer<typeof namedRange>;
export type SortSpec = z.infer<typeof sortSpec>;
export type BasicFilter = z.infer<typeof basicFilter>;
export type DimensionProperties = z.infer<typeof dimensionProperties>;
export type DimensionGroup = z.infer<typeof dimensionGroup>;
export type DeveloperMetadata = z.infer<typeof developerMetadata>;
