import { z } from 'zod';
import { dataFilter } from './common.ts';
import { flag, message, text } from './message.ts';
import { newSpreadsheet } from './new-spreadsheet.ts';

const render = { valueRenderOption: text, dateTimeRenderOption: text };
const responseRender = { responseValueRenderOption: text, responseDateTimeRenderOption: text };
const valueInputOption = text;
const includeValuesInResponse = flag;

/** `values` is checked by hand: its cells are any JSON scalar, and there may be a million of them. */
export const valueRange = message({ range: text, majorDimension: text, values: z.unknown() });

/** The bodies of the methods other than `batchUpdate`'s list of requests. */
export const bodySchemas = {
  create: newSpreadsheet,
  getByDataFilter: message({
    dataFilters: z.array(dataFilter),
    includeGridData: flag,
    excludeTablesInBandedRanges: flag,
  }),
  'sheets.copyTo': message({ destinationSpreadsheetId: text }),
  batchUpdate: message({
    requests: z.array(z.record(z.string(), z.unknown())),
    includeSpreadsheetInResponse: flag,
    responseRanges: z.array(text),
    responseIncludeGridData: flag,
  }),
  'developerMetadata.search': message({ dataFilters: z.array(dataFilter) }),
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
