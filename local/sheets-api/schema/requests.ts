import { z } from 'zod';
import { border, cellData, dataValidationRule, rowData } from './cell.ts';
import { dataFilter, dimension, dimensionRange, gridCoordinate, gridRange } from './common.ts';
import { flag, index, message, text } from './message.ts';
import { objectRequestSchemas } from './object-requests.ts';
import { basicFilter, sortSpec } from './objects.ts';
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

const fields = text;
const sheetId = z.int();
const pasteType = z.enum([
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_CONDITIONAL_FORMATTING',
]);

/** Every kind of request that `batchUpdate` of the stand-in knows, by its name on the wire. */
export const requestSchemas = {
  ...objectRequestSchemas,
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
  updateDimensionGroup: message({ dimensionGroup, fields }),
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
    includeFormulas: flag,
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
  pasteData: message({
    coordinate: gridCoordinate,
    data: text,
    type: pasteType,
    delimiter: text,
    html: flag,
  }),
  autoFill: message({
    range: gridRange,
    sourceAndDestination: message({ source: gridRange, dimension, fillLength: z.int() }),
    useAlternateSeries: flag,
  }),
  textToColumns: message({
    source: gridRange,
    delimiter: text,
    delimiterType: z.enum(['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE', 'CUSTOM', 'AUTODETECT']),
  }),
  trimWhitespace: message({ range: gridRange }),
  deleteDuplicates: message({ range: gridRange, comparisonColumns: z.array(dimensionRange) }),
  randomizeRange: message({ range: gridRange }),
  insertRange: message({ range: gridRange, shiftDimension: dimension }),
  deleteRange: message({ range: gridRange, shiftDimension: dimension }),
  addNamedRange: message({ namedRange }),
  updateNamedRange: message({ namedRange, fields }),
  deleteNamedRange: message({ namedRangeId: text }),
  createDeveloperMetadata: message({ developerMetadata }),
  updateDeveloperMetadata: message({
    dataFilters: z.array(dataFilter),
    developerMetadata,
    fields,
  }),
  deleteDeveloperMetadata: message({ dataFilter }),
} as const;

export type RequestKind = keyof typeof requestSchemas;
export type RequestBody<Kind extends RequestKind> = z.infer<(typeof requestSchemas)[Kind]>;

/** One parsed request of a batch, in its place: `label` is what Google's errors call it. */
export type BatchRequest = {
  [Kind in RequestKind]: { readonly kind: Kind; readonly body: RequestBody<Kind> };
}[RequestKind];
