import { z } from 'zod';
import { booleanCondition, cellFormat } from './cell.ts';
import {
  colour,
  colourStyle,
  dimensionRange,
  gridRange,
  metadataLocation,
  metadataVisibility,
} from './common.ts';
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
  sheetType: z.enum(['GRID', 'OBJECT', 'DATA_SOURCE']),
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
  importFunctionsExternalUrlAccessAllowed: flag,
  iterativeCalculationSettings: message({ maxIterations: z.int(), convergenceThreshold: z.number() }),
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

const interpolationPoint = message({
  color: colour,
  colorStyle: colourStyle,
  type: z.enum(['MIN', 'MAX', 'NUMBER', 'PERCENT', 'PERCENTILE']),
  value: text,
});
export const conditionalFormatRule = message({
  ranges: z.array(gridRange),
  booleanRule: message({ condition: booleanCondition, format: cellFormat }),
  gradientRule: message({
    minpoint: interpolationPoint,
    midpoint: interpolationPoint,
    maxpoint: interpolationPoint,
  }),
});

export const namedRange = message({ namedRangeId: text, name: text, range: gridRange });

export const dimensionProperties = message({
  pixelSize: index,
  hiddenByUser: flag,
  /** Told, never taken. */
  hiddenByFilter: flag,
});

export const dimensionGroup = message({ range: dimensionRange, depth: z.int(), collapsed: flag });

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
export type DimensionProperties = z.infer<typeof dimensionProperties>;
export type DimensionGroup = z.infer<typeof dimensionGroup>;
export type DeveloperMetadata = z.infer<typeof developerMetadata>;
