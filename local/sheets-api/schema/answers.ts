import { z } from 'zod';
import { cellData, cellFormat, extendedValue } from './cell.ts';
import { message, text } from './message.ts';
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
import { dataFilter, gridRange } from './common.ts';

const number = z.number();
/** Things that the stand-in has none of: a mask may name them, and the truthful answer is nothing. */
const none = z.array(z.unknown());

const answeredCell = cellData.extend({
  effectiveValue: extendedValue
    .extend({ errorValue: message({ type: text, message: text }).optional() })
    .optional(),
  formattedValue: text.optional(),
  effectiveFormat: cellFormat.optional(),
  hyperlink: text.optional(),
  // None of them is ever there, but a mask may ask.
  chipRuns: none.optional(),
  pivotTable: none.optional(),
  dataSourceTable: none.optional(),
  dataSourceFormula: none.optional(),
});

const answeredDimension = dimensionProperties.extend({
  developerMetadata: z.array(developerMetadata).optional(),
});

const gridData = message({
  startRow: number,
  startColumn: number,
  rowData: z.array(message({ values: z.array(answeredCell) })),
  rowMetadata: z.array(answeredDimension),
  columnMetadata: z.array(answeredDimension),
});

const sheet = message({
  properties: sheetProperties,
  data: z.array(gridData),
  merges: z.array(gridRange),
  conditionalFormats: z.array(conditionalFormatRule),
  protectedRanges: z.array(protectedRange),
  basicFilter,
  rowGroups: z.array(dimensionGroup),
  columnGroups: z.array(dimensionGroup),
  developerMetadata: z.array(developerMetadata),
  charts: z.array(embeddedChart),
  filterViews: z.array(filterView),
  bandedRanges: z.array(bandedRange),
  slicers: z.array(slicer),
  tables: none,
});

const spreadsheet = message({
  spreadsheetId: text,
  properties: spreadsheetProperties,
  sheets: z.array(sheet),
  namedRanges: z.array(namedRange),
  developerMetadata: z.array(developerMetadata),
  spreadsheetUrl: text,
  dataSources: none,
  dataSourceSchedules: none,
});

const valueRange = message({ range: text, majorDimension: text, values: none });
const matched = z.array(message({ valueRange, dataFilters: z.array(dataFilter) }));
const updated = message({
  spreadsheetId: text,
  updatedRange: text,
  updatedRows: number,
  updatedColumns: number,
  updatedCells: number,
  updatedData: valueRange,
});
const totals = {
  spreadsheetId: text,
  totalUpdatedRows: number,
  totalUpdatedColumns: number,
  totalUpdatedCells: number,
  totalUpdatedSheets: number,
};

/** What each method may answer: the `fields` mask of a call is checked against it. */
export const answerSchemas = {
  create: spreadsheet,
  get: spreadsheet,
  getByDataFilter: spreadsheet,
  batchUpdate: message({
    spreadsheetId: text,
    replies: z.array(z.unknown()),
    updatedSpreadsheet: spreadsheet,
  }),
  'developerMetadata.search': message({
    matchedDeveloperMetadata: z.array(message({ developerMetadata, dataFilters: none })),
  }),
  'developerMetadata.get': developerMetadata,
  'sheets.copyTo': sheetProperties,
  'values.get': valueRange,
  'values.batchGet': message({ spreadsheetId: text, valueRanges: z.array(valueRange) }),
  'values.batchGetByDataFilter': message({ spreadsheetId: text, valueRanges: matched }),
  'values.update': updated,
  'values.append': message({ spreadsheetId: text, tableRange: text, updates: updated }),
  'values.batchUpdate': message({ ...totals, responses: z.array(updated) }),
  'values.batchUpdateByDataFilter': message({
    ...totals,
    responses: z.array(updated.omit({ spreadsheetId: true }).extend({ dataFilter: dataFilter.optional() })),
  }),
  'values.clear': message({ spreadsheetId: text, clearedRange: text }),
  'values.batchClear': message({ spreadsheetId: text, clearedRanges: z.array(text) }),
  'values.batchClearByDataFilter': message({ spreadsheetId: text, clearedRanges: z.array(text) }),
} as const;

export type MethodName = keyof typeof answerSchemas;
