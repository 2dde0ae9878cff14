import * as z from 'zod';
import type { ColumnSpan, ShownColumn } from '../../../use-cases/ports/spreadsheets.ts';
import type { ShownNumber } from '../../../workbook/layout/layout.ts';
import type { SheetsClient } from '../client.ts';
import { readColumns } from './read-columns.ts';

const SHOWN_MASK = 'formattedValue,effectiveValue(numberValue),effectiveFormat(numberFormat(type))';

const cellSchema = z.object({
  formattedValue: z.string().optional(),
  effectiveValue: z.object({ numberValue: z.number().optional() }).optional(),
  effectiveFormat: z
    .object({ numberFormat: z.object({ type: z.string().optional() }).optional() })
    .optional(),
});

/** What a person sees of the numbers in these parts of columns, in the order asked for. Throws `SheetMissingError`. */
export async function readShown(
  client: SheetsClient,
  spreadsheetId: string,
  spans: readonly ColumnSpan[],
): Promise<ShownColumn[]> {
  const wish = { mask: SHOWN_MASK, cell: cellSchema };
  const columns = await readColumns(client, { spreadsheetId, spans }, wish);
  return spans.map((span, index) => ({ ...span, numbers: (columns[index] ?? []).map(numberIn) }));
}

function numberIn(cell: z.infer<typeof cellSchema> | undefined): ShownNumber | undefined {
  const value = cell?.effectiveValue?.numberValue;
  if (value === undefined) return undefined;
  return { value, text: cell?.formattedValue ?? '', format: cell?.effectiveFormat?.numberFormat?.type };
}
