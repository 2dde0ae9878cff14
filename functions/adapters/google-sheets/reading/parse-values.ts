import * as z from 'zod';
import type { SheetValues, SpreadsheetOutline } from '../../../use-cases/ports/spreadsheets.ts';
import type { Cell } from '../../../workbook/layout/layout.ts';
import { parseColumnCount, parseSheetTitle } from '../../shared/a1.ts';
import { LAYOUT_KEY } from '../writing/markers.ts';
import { answerBytes } from './answer-bytes.ts';
import { cutAnswer, type CutAnswer, type RowSpans } from './cut-answer.ts';
import { openCutSheet } from './cut-sheet.ts';
import { parseSheetRow, withoutTrailing } from './parse-cells.ts';

export const VALUES_MASK = 'valueRanges(valueRange(range,values),dataFilters)';

/** Rows of anything, looked at without a copy of every cell: `parseSheetRow` judges those. */
const grid = z.custom<readonly (readonly unknown[])[]>(
  (value) => Array.isArray(value) && value.every((row) => Array.isArray(row)),
);

const answerOf = <Values extends z.ZodType>(values: Values) =>
  z.object({
    valueRanges: z
      .array(
        z.object({
          valueRange: z.object({ range: z.string(), values: values.optional() }),
          // A sheet id of zero is left out on the wire.
          dataFilters: z
            .array(z.object({ gridRange: z.object({ sheetId: z.number().default(0) }).optional() }))
            .default([]),
        }),
      )
      .default([]),
  });

const parsedAnswer = answerOf(grid);
const cutFrame = answerOf(z.number().int());

export type ValuesAnswer =
  | { readonly kind: 'parsed'; readonly answer: z.infer<typeof parsedAnswer> }
  | {
      readonly kind: 'cut';
      readonly answer: z.infer<typeof cutFrame>;
      readonly bytes: Buffer;
      readonly grids: readonly RowSpans[];
    };

/** Of the bytes as they came, or of what a client without a wire gives. */
export const valuesSchema: z.ZodType<ValuesAnswer> = z.unknown().transform((data, context): ValuesAnswer => {
  const bytes = answerBytes(data);
  const cut = bytes && tryToCut(bytes);
  const parsed = cut ? cutFrame.safeParse(cut.frame) : parsedAnswer.safeParse(bytes ? undefined : data);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: data } as never);
    return z.NEVER;
  }
  return cut
    ? { kind: 'cut', answer: parsed.data as z.infer<typeof cutFrame>, bytes, grids: cut.grids }
    : { kind: 'parsed', answer: parsed.data as z.infer<typeof parsedAnswer> };
});

/** What is no JSON is told by the schema as anything else that is no answer. */
function tryToCut(bytes: Buffer): CutAnswer | undefined {
  try {
    return cutAnswer(bytes);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The sheets in the order of `sheetIds`; one that the answer does not hold is left out. */
export function parseValues(given: ValuesAnswer, sheetIds: readonly number[]): SheetValues[] {
  return sheetIds.flatMap((sheetId) => {
    const index = given.answer.valueRanges.findIndex(({ dataFilters }) =>
      dataFilters.some(({ gridRange }) => gridRange?.sheetId === sheetId),
    );
    const range = given.answer.valueRanges[index]?.valueRange.range;
    if (range === undefined) return [];
    const columnCount = parseColumnCount(range);
    const sheet = {
      sheetId,
      title: parseSheetTitle(range),
      ...(columnCount !== undefined && { columnCount }),
    };
    if (given.kind === 'parsed')
      return [{ ...sheet, rows: parseRows(given.answer.valueRanges[index]?.valueRange.values ?? []) }];
    const grid = given.answer.valueRanges[index]?.valueRange.values;
    const spans = grid === undefined ? [] : (given.grids[grid] ?? []);
    return [openCutSheet({ ...sheet, bytes: given.bytes, spans })];
  });
}

/** Nothing empty stands at the end of the sheet. */
function parseRows(values: readonly (readonly unknown[])[]): (readonly Cell[])[] {
  return withoutTrailing(values.map(parseSheetRow), (row) => row.length === 0);
}

export const OUTLINE_MASK =
  'properties(title,timeZone,locale),sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount))),' +
  'developerMetadata(metadataKey,metadataValue)';

export const sheetPropertiesSchema = z.object({
  sheetId: z.number().default(0),
  title: z.string(),
  index: z.number().default(0),
  hidden: z.boolean().default(false),
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
  properties: z.object({ title: z.string(), timeZone: z.string(), locale: z.string().optional() }),
  sheets: z.array(z.object({ properties: sheetPropertiesSchema })).default([]),
  /** Of the spreadsheet itself: what lies on sheets, rows and columns is not among these. */
  developerMetadata: z
    .array(z.object({ metadataKey: z.string(), metadataValue: z.string().default('') }))
    .default([]),
});

export function parseOutline(answer: z.infer<typeof outlineSchema>): SpreadsheetOutline {
  const tabs = answer.sheets.map(
    ({ properties: { sheetId, title, index, hidden, gridProperties: grid } }) => ({
      sheetId,
      title,
      index,
      rowCount: grid?.rowCount ?? 0,
      columnCount: grid?.columnCount ?? 0,
      ...(hidden && ({ isHidden: true } as const)),
    }),
  );
  const mark = answer.developerMetadata.find(({ metadataKey }) => metadataKey === LAYOUT_KEY);
  const { title, timeZone, locale } = answer.properties;
  return {
    title,
    timeZone,
    ...(locale && { locale }),
    ...(mark && { layout: Number(mark.metadataValue) }),
    tabs,
  };
}
