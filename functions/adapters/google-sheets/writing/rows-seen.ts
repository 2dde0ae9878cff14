import * as z from 'zod';
import type { RowSpan, RowsSeen } from '../../../use-cases/ports/spreadsheets.ts';
import type { Cell } from '../../../workbook/layout/layout.ts';
import { quoteSheetTitle } from '../../shared/a1.ts';

/** More ranges are not worth their place in the request. */
const MAX_RANGES = 100;

const PLAIN_MASK = 'spreadsheetId';
const SEEN_MASK =
  'spreadsheetId,updatedSpreadsheet(sheets(properties(sheetId),' +
  'data(startRow,startColumn,rowData(values(userEnteredValue(formulaValue),effectiveValue)))))';

const cellSchema = z.object({
  userEnteredValue: z.object({ formulaValue: z.string().optional() }).optional(),
  effectiveValue: z
    .object({
      numberValue: z.number().optional(),
      stringValue: z.string().optional(),
      boolValue: z.boolean().optional(),
      errorValue: z.unknown().optional(),
    })
    .optional(),
});

export const writtenSchema = z.object({
  spreadsheetId: z.string(),
  updatedSpreadsheet: z
    .object({
      sheets: z
        .array(
          z.object({
            properties: z.object({ sheetId: z.number().default(0) }),
            data: z
              .array(
                z.object({
                  startRow: z.number().default(0),
                  rowData: z.array(z.object({ values: z.array(cellSchema).default([]) })).default([]),
                }),
              )
              .default([]),
          }),
        )
        .default([]),
    })
    .optional(),
});

/** What the request says so that the answer shows the rows, and the mask of that answer. */
export function askToSee(show: readonly RowSpan[]) {
  if (show.length === 0) return { fields: PLAIN_MASK, body: {} };
  const responseRanges = mergeSpans(show).map(
    ({ title, startRow, endRow }) => `${quoteSheetTitle(title)}!${startRow + 1}:${endRow}`,
  );
  return {
    fields: SEEN_MASK,
    body: { includeSpreadsheetInResponse: true, responseIncludeGridData: true, responseRanges },
  };
}

/** Neighbours become one; where that leaves too many, the smallest gaps between them are asked for too. */
export function mergeSpans(spans: readonly RowSpan[]): RowSpan[] {
  const bySheet = [...Map.groupBy(spans, ({ sheetId }) => sheetId).values()];
  const merged = bySheet.map((own) => mergeWithin(own, 0));
  const tooMany = merged.flat().length - MAX_RANGES;
  if (tooMany <= 0) return merged.flat();
  const gaps = merged.flatMap((own) =>
    own.slice(1).map((span, index) => span.startRow - (own[index]?.endRow ?? 0)),
  );
  const widest = gaps.toSorted((a, b) => a - b)[Math.min(tooMany, gaps.length) - 1] ?? 0;
  return merged.flatMap((own) => mergeWithin(own, widest));
}

/** Spans with no more than `gap` rows between them become one. */
function mergeWithin(spans: readonly RowSpan[], gap: number): RowSpan[] {
  const merged: RowSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.startRow - b.startRow)) {
    const last = merged.at(-1);
    if (last && span.startRow <= last.endRow + gap)
      merged[merged.length - 1] = { ...last, endRow: Math.max(last.endRow, span.endRow) };
    else merged.push(span);
  }
  return merged;
}

export function parseRowsSeen({ updatedSpreadsheet }: z.infer<typeof writtenSchema>): RowsSeen[] {
  return (updatedSpreadsheet?.sheets ?? []).flatMap(({ properties: { sheetId }, data }) =>
    data.map(({ startRow, rowData }) => ({
      sheetId,
      startRow,
      rows: rowData.map(({ values }) => values.map(parseSeenCell)),
    })),
  );
}

/** A calculated value may differ at each look, so it tells nothing. */
function parseSeenCell({ userEnteredValue, effectiveValue }: z.infer<typeof cellSchema>): Cell | undefined {
  if (userEnteredValue?.formulaValue !== undefined || effectiveValue?.errorValue !== undefined)
    return undefined;
  const { numberValue, stringValue, boolValue } = effectiveValue ?? {};
  const text = stringValue === '' ? null : stringValue;
  return numberValue ?? boolValue ?? text ?? null;
}
