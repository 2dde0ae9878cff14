import * as z from 'zod';
import type { ColumnSpan } from '../../../use-cases/ports/spreadsheets.ts';
import { SheetMissingError } from '../../../use-cases/ports/spreadsheet-errors.ts';
import type { SheetsClient } from '../client.ts';
import { toGridRange } from '../requests/grid-range.ts';

/** What is asked of each cell: the fields of `CellData` as the API masks them, and how the answer reads. */
interface CellWish<Cell> {
  readonly mask: string;
  readonly cell: z.ZodType<Cell>;
}

/**
 * The cells of these parts of columns, from the first row of each on, in the order asked for: one call, none for no
 * span. Behind the last cell that has anything of what is asked there may be none. Throws `SheetMissingError` rather
 * than answer with fewer.
 */
export async function readColumns<Cell>(
  client: SheetsClient,
  { spreadsheetId, spans }: { readonly spreadsheetId: string; readonly spans: readonly ColumnSpan[] },
  { mask, cell }: CellWish<Cell>,
): Promise<readonly (readonly (Cell | undefined)[])[]> {
  if (spans.length === 0) return [];
  const dataFilters = spans.map(({ sheetId, column, startRow, endRow }) => ({
    gridRange: toGridRange(sheetId, { startRow, endRow, startColumn: column, endColumn: column + 1 }),
  }));
  const fields = `sheets(properties(sheetId),data(startRow,startColumn,rowData(values(${mask}))))`;
  const { sheets } = await client.run({ spreadsheetId, writes: false, repeatable: true }, () =>
    client.call({
      kind: 'read',
      answer: answerOf(cell),
      send: (api, options) =>
        api.spreadsheets.getByDataFilter(
          { spreadsheetId, requestBody: { dataFilters, includeGridData: true }, fields },
          options,
        ),
    }),
  );
  return spans.map(({ sheetId, column, startRow }) => {
    const sheet = sheets.find(({ properties }) => properties.sheetId === sheetId);
    const grid = sheet?.data.find((each) => each.startRow === startRow && each.startColumn === column);
    if (!grid) throw new SheetMissingError(spreadsheetId, [sheetId]);
    return grid.rowData.map(({ values: [first] }) => first);
  });
}

function answerOf<Cell>(cell: z.ZodType<Cell>) {
  const grid = z.object({
    // What is zero is left out on the wire.
    startRow: z.number().default(0),
    startColumn: z.number().default(0),
    rowData: z.array(z.object({ values: z.array(cell).default([]) })).default([]),
  });
  const sheet = z.object({
    properties: z.object({ sheetId: z.number().default(0) }),
    data: z.array(grid).default([]),
  });
  return z.object({ sheets: z.array(sheet).default([]) });
}
