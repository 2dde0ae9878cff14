import * as z from 'zod';
import type { SheetValues, SpreadsheetOutline } from '../../../use-cases/ports/spreadsheets.ts';
import type { Cell } from '../../../workbook/layout/layout.ts';
import { parseColumnCount, parseSheetTitle } from '../../shared/a1.ts';
import { LAYOUT_KEY } from '../writing/markers.ts';

export const VALUES_MASK = 'valueRanges(valueRange(range,values),dataFilters)';

/** Rows of anything, looked at without a copy of every cell: `parseCell` judges those. */
const grid = z.custom<readonly (readonly unknown[])[]>(
  (value) => Array.isArray(value) && value.every((row) => Array.isArray(row)),
);

export const valuesSchema = z.object({
  valueRanges: z
    .array(
      z.object({
        valueRange: z.object({ range: z.string(), values: grid.default([]) }),
        // A sheet id of zero is left out on the wire.
        dataFilters: z
          .array(z.object({ gridRange: z.object({ sheetId: z.number().default(0) }).optional() }))
          .default([]),
      }),
    )
    .default([]),
});

/** The sheets in the order of `sheetIds`; one that the answer does not hold is left out. */
export function parseValues(
  answer: z.infer<typeof valuesSchema>,
  sheetIds: readonly number[],
): SheetValues[] {
  return sheetIds.flatMap((sheetId) => {
    const found = answer.valueRanges.find(({ dataFilters }) =>
      dataFilters.some(({ gridRange }) => gridRange?.sheetId === sheetId),
    );
    if (!found) return [];
    const { range, values } = found.valueRange;
    const columnCount = parseColumnCount(range);
    const sheet = { sheetId, title: parseSheetTitle(range), rows: parseRows(values) };
    return [{ ...sheet, ...(columnCount !== undefined && { columnCount }) }];
  });
}

/** Empty text is an empty cell; nothing empty stands at the end of a row or of the sheet. */
function parseRows(values: readonly (readonly unknown[])[]): Cell[][] {
  const rows = values.map((row) => withoutTrailing(row.map(parseCell), (cell) => cell === null));
  return withoutTrailing(rows, (row) => row.length === 0);
}

function parseCell(value: unknown): Cell {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

export function withoutTrailing<T>(items: readonly T[], isEmpty: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}

export const OUTLINE_MASK =
  'properties(title,timeZone),sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount))),' +
  'developerMetadata(metadataKey,metadataValue)';

export const sheetPropertiesSchema = z.object({
  sheetId: z.number().default(0),
  title: z.string(),
  index: z.number().default(0),
  gridProperties: z
    .object({
      rowCount: z.number().default(0),
      columnCount: z.number().default(0),
      frozenRowCount: z.number().default(0),
      frozenColumnCount: z.number().default(0),
    })
    .optional(),
});

export const outlineSchema = z.object({
  properties: z.object({ title: z.string(), timeZone: z.string() }),
  sheets: z.array(z.object({ properties: sheetPropertiesSchema })).default([]),
  /** Of the spreadsheet itself: what lies on sheets, rows and columns is not among these. */
  developerMetadata: z
    .array(z.object({ metadataKey: z.string(), metadataValue: z.string().default('') }))
    .default([]),
});

export function parseOutline(answer: z.infer<typeof outlineSchema>): SpreadsheetOutline {
  const tabs = answer.sheets.map(({ properties: { sheetId, title, index, gridProperties: grid } }) => ({
    sheetId,
    title,
    index,
    rowCount: grid?.rowCount ?? 0,
    columnCount: grid?.columnCount ?? 0,
  }));
  const mark = answer.developerMetadata.find(({ metadataKey }) => metadataKey === LAYOUT_KEY);
  return { ...answer.properties, ...(mark && { layout: Number(mark.metadataValue) }), tabs };
}
