import { z } from 'zod';
import { rowData } from './cell.ts';
import { gridRange } from './common.ts';
import { index, message, text } from './message.ts';
import { bandedRange, basicFilter, embeddedChart, filterView, slicer } from './objects.ts';
import {
  conditionalFormatRule,
  developerMetadata,
  dimensionGroup,
  dimensionProperties,
  namedRange,
  protectedRange,
  sheetProperties,
  spreadsheetProperties,
} from './sheet.ts';

const newSheet = message({
  properties: sheetProperties,
  data: z.array(
    message({
      startRow: index,
      startColumn: index,
      rowData: z.array(rowData),
      rowMetadata: z.array(dimensionProperties),
      columnMetadata: z.array(dimensionProperties),
    }),
  ),
  merges: z.array(gridRange),
  conditionalFormats: z.array(conditionalFormatRule),
  protectedRanges: z.array(protectedRange),
  basicFilter,
  filterViews: z.array(filterView),
  bandedRanges: z.array(bandedRange),
  charts: z.array(embeddedChart),
  slicers: z.array(slicer),
  rowGroups: z.array(dimensionGroup),
  columnGroups: z.array(dimensionGroup),
  developerMetadata: z.array(developerMetadata),
});

export const newSpreadsheet = message({
  spreadsheetId: text,
  spreadsheetUrl: text,
  properties: spreadsheetProperties,
  sheets: z.array(newSheet),
  namedRanges: z.array(namedRange),
  developerMetadata: z.array(developerMetadata),
});

export type NewSheet = z.infer<typeof newSheet>;
export type NewSpreadsheet = z.infer<typeof newSpreadsheet>;
