import { applyBatch } from '../model/apply-batch.ts';
import { createSpreadsheet } from '../model/sheets/create.ts';
import type { Spreadsheet, Surroundings } from '../model/types.ts';
import { bodySchemas } from '../schema/bodies.ts';
import type { NewSheet, NewSpreadsheet } from '../schema/new-spreadsheet.ts';
import { parseBatch } from '../wire/parse-batch.ts';
import { parseMessage } from '../wire/parse-message.ts';
import { unknownHere } from '../wire/api-error.ts';

type Request = Record<string, unknown>;

/** The new spreadsheet with everything that the caller laid into it. */
export function newSpreadsheet(body: unknown, around: Surroundings): Spreadsheet {
  const given: NewSpreadsheet = parseMessage(bodySchemas.create, body, '');
  if (given.spreadsheetId) throw unknownHere('the field "spreadsheetId" of a new spreadsheet');
  const { properties = {}, sheets = [] } = given;
  const blank = createSpreadsheet(
    { properties, sheets: sheets.map((sheet) => sheet.properties ?? {}) },
    around,
  );
  const requests = [
    ...sheets.flatMap((sheet, index) => fillSheet(sheet, blank.sheets[index]?.properties.sheetId ?? 0)),
    ...(given.namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...(given.developerMetadata ?? []).map((entry) => ({
      createDeveloperMetadata: { developerMetadata: entry },
    })),
  ];
  if (requests.length === 0) return blank;
  return applyBatch(blank, parseBatch(structuredClone(requests)), around).spreadsheet;
}

/** Each part as the request that would add it later. */
function fillSheet(sheet: NewSheet, sheetId: number): Request[] {
  return [
    ...(sheet.data ?? []).flatMap((data) => fillGrid(data, sheetId)),
    ...(sheet.merges ?? []).map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
    ...(sheet.protectedRanges ?? []).map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
    ...(sheet.filterViews ?? []).map((filter) => ({ addFilterView: { filter } })),
    ...(sheet.bandedRanges ?? []).map((bandedRange) => ({ addBanding: { bandedRange } })),
    ...(sheet.charts ?? []).map((chart) => ({ addChart: { chart } })),
    ...(sheet.slicers ?? []).map((slicer) => ({ addSlicer: { slicer } })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: sheet.basicFilter } }] : []),
    ...(sheet.developerMetadata ?? []).map((entry) => ({
      createDeveloperMetadata: { developerMetadata: entry },
    })),
    ...[...(sheet.rowGroups ?? []), ...(sheet.columnGroups ?? [])].map(({ range }) => ({
      addDimensionGroup: { range },
    })),
  ];
}

function fillGrid(data: NonNullable<NewSheet['data']>[number], sheetId: number): Request[] {
  const { startRow = 0, startColumn = 0, rowData: rows = [] } = data;
  const start = { sheetId, rowIndex: startRow, columnIndex: startColumn };
  const cells = rows.length > 0 ? [{ updateCells: { start, rows, fields: '*' } }] : [];
  const sizes = (
    [
      ['ROWS', startRow, data.rowMetadata],
      ['COLUMNS', startColumn, data.columnMetadata],
    ] as const
  ).flatMap(([dimension, first, list = []]) =>
    list.map(({ pixelSize, hiddenByUser }, offset) => ({
      updateDimensionProperties: {
        range: { sheetId, dimension, startIndex: first + offset, endIndex: first + offset + 1 },
        properties: { ...(pixelSize && { pixelSize }), ...(hiddenByUser && { hiddenByUser }) },
        fields: 'pixelSize,hiddenByUser',
      },
    })),
  );
  return [...cells, ...sizes];
}
