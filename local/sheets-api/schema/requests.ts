import { z } from 'zod';
import { border, cellData, dataValidationRule, rowData } from './cell.ts';
import { dataFilter, dimension, dimensionRange, gridCoordinate, gridRange } from './common.ts';
import { flag, index, message, text } from './message.ts';
import {
  basicFilter,
  conditionalFormatRule,
  developerMetadata,
  dimensionProperties,
  namedRange,
  protectedRange,
  sheetProperties,
  sortSpec,
  spreadsheetProperties,
} from './sheet.ts';

const fields = text;
const sheetId = z.int();
const pasteType = z.enum([
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
]);

/** The filters that find developer metadata: by id, key, value and place. */
const metadataFilter = message({
  developerMetadataLookup: message({
    metadataId: z.int(),
    metadataKey: text,
    metadataValue: text,
    locationType: z.enum(['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET']),
    visibility: z.enum(['DOCUMENT', 'PROJECT']),
  }),
});

/** Every kind of request that `batchUpdate` of the stand-in knows, by its name on the wire. */
export const requestSchemas = {
  updateSpreadsheetProperties: message({ properties: spreadsheetProperties, fields }),
  addSheet: message({ properties: sheetProperties }),
  deleteSheet: message({ sheetId }),
  duplicateSheet: message({
    sourceSheetId: sheetId,
    insertSheetIndex: index,
    newSheetId: sheetId,
    newSheetName: text,
  }),
  updateSheetProperties: message({ properties: sheetProperties, fields }),
  updateCells: message({ rows: z.array(rowData), fields, start: gridCoordinate, range: gridRange }),
  repeatCell: message({ range: gridRange, cell: cellData, fields }),
  appendCells: message({ sheetId, rows: z.array(rowData), fields }),
  updateBorders: message({
    range: gridRange,
    top: border,
    bottom: border,
    left: border,
    right: border,
    innerHorizontal: border,
    innerVertical: border,
  }),
  setDataValidation: message({ range: gridRange, rule: dataValidationRule, filteredRowsIncluded: flag }),
  mergeCells: message({
    range: gridRange,
    mergeType: z.enum(['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS']),
  }),
  unmergeCells: message({ range: gridRange }),
  insertDimension: message({ range: dimensionRange, inheritFromBefore: flag }),
  deleteDimension: message({ range: dimensionRange }),
  moveDimension: message({ source: dimensionRange, destinationIndex: index }),
  appendDimension: message({ sheetId, dimension, length: index }),
  updateDimensionProperties: message({ range: dimensionRange, properties: dimensionProperties, fields }),
  autoResizeDimensions: message({ dimensions: dimensionRange }),
  addDimensionGroup: message({ range: dimensionRange }),
  deleteDimensionGroup: message({ range: dimensionRange }),
  addProtectedRange: message({ protectedRange }),
  updateProtectedRange: message({ protectedRange, fields }),
  deleteProtectedRange: message({ protectedRangeId: z.int() }),
  addConditionalFormatRule: message({ rule: conditionalFormatRule, index }),
  updateConditionalFormatRule: message({ sheetId, index, rule: conditionalFormatRule, newIndex: index }),
  deleteConditionalFormatRule: message({ sheetId, index }),
  setBasicFilter: message({ filter: basicFilter }),
  clearBasicFilter: message({ sheetId }),
  sortRange: message({ range: gridRange, sortSpecs: z.array(sortSpec) }),
  findReplace: message({
    find: text,
    replacement: text,
    matchCase: flag,
    matchEntireCell: flag,
    searchByRegex: flag,
    range: gridRange,
    sheetId,
    allSheets: flag,
  }),
  copyPaste: message({
    source: gridRange,
    destination: gridRange,
    pasteType,
    pasteOrientation: z.enum(['NORMAL', 'TRANSPOSE']),
  }),
  cutPaste: message({ source: gridRange, destination: gridCoordinate, pasteType }),
  insertRange: message({ range: gridRange, shiftDimension: dimension }),
  deleteRange: message({ range: gridRange, shiftDimension: dimension }),
  addNamedRange: message({ namedRange }),
  updateNamedRange: message({ namedRange, fields }),
  deleteNamedRange: message({ namedRangeId: text }),
  createDeveloperMetadata: message({ developerMetadata }),
  updateDeveloperMetadata: message({
    dataFilters: z.array(metadataFilter),
    developerMetadata,
    fields,
  }),
  deleteDeveloperMetadata: message({ dataFilter: metadataFilter }),
} as const;

export type RequestKind = keyof typeof requestSchemas;
export type RequestBody<Kind extends RequestKind> = z.infer<(typeof requestSchemas)[Kind]>;
export type MetadataFilter = z.infer<typeof metadataFilter>;

/** One parsed request of a batch, in its place: `label` is what Google's errors call it. */
export type BatchRequest = {
  [Kind in RequestKind]: { readonly kind: Kind; readonly body: RequestBody<Kind> };
}[RequestKind];

const render = { valueRenderOption: text, dateTimeRenderOption: text };
const responseRender = { responseValueRenderOption: text, responseDateTimeRenderOption: text };
const valueInputOption = text;
const includeValuesInResponse = flag;

/** `values` is checked by hand: its cells are any JSON scalar, and there may be a million of them. */
export const valueRange = message({ range: text, majorDimension: text, values: z.unknown() });

/** The bodies of the methods other than `batchUpdate`'s list of requests. */
export const bodySchemas = {
  create: message({
    spreadsheetId: text,
    properties: spreadsheetProperties,
    sheets: z.array(message({ properties: sheetProperties })),
  }),
  getByDataFilter: message({ dataFilters: z.array(dataFilter), includeGridData: flag }),
  batchUpdate: message({
    requests: z.array(z.record(z.string(), z.unknown())),
    includeSpreadsheetInResponse: flag,
    responseRanges: z.array(text),
    responseIncludeGridData: flag,
  }),
  'values.update': valueRange,
  'values.append': valueRange,
  'values.clear': message({}),
  'values.batchClear': message({ ranges: z.array(text) }),
  'values.batchUpdate': message({
    valueInputOption,
    data: z.array(valueRange),
    includeValuesInResponse,
    ...responseRender,
  }),
  'values.batchGetByDataFilter': message({
    dataFilters: z.array(dataFilter),
    majorDimension: text,
    ...render,
  }),
  'values.batchUpdateByDataFilter': message({
    valueInputOption,
    data: z.array(message({ dataFilter, majorDimension: text, values: z.unknown() })),
    includeValuesInResponse,
    ...responseRender,
  }),
  'values.batchClearByDataFilter': message({ dataFilters: z.array(dataFilter) }),
} as const;
