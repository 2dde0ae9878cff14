import * as z from 'zod';
import type { ColumnSpan } from '../../../use-cases/ports/spreadsheets.ts';
import type { SheetsClient } from '../client.ts';
import { readColumns } from './read-columns.ts';

/** What people struck themselves: a rule of the sheet that strikes what is done says nothing of a row. */
const STRUCK_MASK = 'userEnteredFormat(textFormat(strikethrough)),textFormatRuns(format(strikethrough))';

const struckSchema = z.object({ strikethrough: z.boolean().optional() });

const cellSchema = z.object({
  userEnteredFormat: z.object({ textFormat: struckSchema.optional() }).optional(),
  textFormatRuns: z.array(z.object({ format: struckSchema.optional() })).optional(),
});

/** The rows in which a cell of these parts of columns is struck, wholly or in part. Throws `SheetMissingError`. */
export async function readStruck(
  client: SheetsClient,
  spreadsheetId: string,
  spans: readonly ColumnSpan[],
): Promise<readonly (readonly number[])[]> {
  const wish = { mask: STRUCK_MASK, cell: cellSchema };
  const columns = await readColumns(client, { spreadsheetId, spans }, wish);
  return spans.map(({ startRow }, index) =>
    (columns[index] ?? []).flatMap((cell, offset) => (isStruck(cell) ? [startRow + offset] : [])),
  );
}

function isStruck(cell: z.infer<typeof cellSchema> | undefined): boolean {
  const whole = cell?.userEnteredFormat?.textFormat?.strikethrough === true;
  return whole || (cell?.textFormatRuns ?? []).some(({ format }) => format?.strikethrough === true);
}
