import * as z from 'zod';
import type { ColumnSpan, ShownColumn } from '../../../use-cases/ports/spreadsheets.ts';
import { SheetMissingError } from '../../../use-cases/ports/spreadsheet-errors.ts';
import type { ShownNumber } from '../../../workbook/layout/layout.ts';
import type { SheetsClient } from '../client.ts';
import { toGridRange } from '../requests/grid-range.ts';

const SHOWN_MASK =
  'sheets(properties(sheetId),data(startRow,startColumn,' +
  'rowData(values(formattedValue,effectiveValue(numberValue),effectiveFormat(numberFormat(type))))))';

const cellSchema = z.object({
  formattedValue: z.string().optional(),
  effectiveValue: z.object({ numberValue: z.number().optional() }).optional(),
  effectiveFormat: z
    .object({ numberFormat: z.object({ type: z.string().optional() }).optional() })
    .optional(),
});

const gridSchema = z.object({
  // What is zero is left out on the wire.
  startRow: z.number().default(0),
  startColumn: z.number().default(0),
  rowData: z.array(z.object({ values: z.array(cellSchema).default([]) })).default([]),
});

const shownSchema = z.object({
  sheets: z
    .array(
      z.object({
        properties: z.object({ sheetId: z.number().default(0) }),
        data: z.array(gridSchema).default([]),
      }),
    )
    .default([]),
});

/**
 * What a person sees of the numbers in these parts of columns, in the order asked for: one call. Throws
 * `SheetMissingError` rather than answer with fewer.
 */
export async function readShown(
  client: SheetsClient,
  spreadsheetId: string,
  spans: readonly ColumnSpan[],
): Promise<ShownColumn[]> {
  if (spans.length === 0) return [];
  const dataFilters = spans.map(({ sheetId, column, startRow, endRow }) => ({
    gridRange: toGridRange(sheetId, { startRow, endRow, startColumn: column, endColumn: column + 1 }),
  }));
  const answer = await client.run({ spreadsheetId, writes: false, repeatable: true }, () =>
    client.call({
      kind: 'read',
      answer: shownSchema,
      send: (api, options) =>
        api.spreadsheets.getByDataFilter(
          { spreadsheetId, requestBody: { dataFilters, includeGridData: true }, fields: SHOWN_MASK },
          options,
        ),
    }),
  );
  return spans.map((span) => {
    const grid = findGrid(answer, span);
    if (!grid) throw new SheetMissingError(spreadsheetId, [span.sheetId]);
    return { ...span, numbers: numbersIn(grid) };
  });
}

function findGrid({ sheets }: z.infer<typeof shownSchema>, { sheetId, column, startRow }: ColumnSpan) {
  const sheet = sheets.find(({ properties }) => properties.sheetId === sheetId);
  return sheet?.data.find((each) => each.startRow === startRow && each.startColumn === column);
}

function numbersIn({ rowData }: z.infer<typeof gridSchema>): (ShownNumber | undefined)[] {
  return rowData.map(({ values: [cell] }) => {
    const value = cell?.effectiveValue?.numberValue;
    if (value === undefined) return undefined;
    return { value, text: cell?.formattedValue ?? '', format: cell?.effectiveFormat?.numberFormat?.type };
  });
}
