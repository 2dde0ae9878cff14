import * as z from 'zod';
import type { CellStyle, LayoutCell, LayoutRow, SheetLayout } from '../../../workbook/layout/layout.ts';
import { printTable } from '../../../workbook/layout/print-setup.ts';
import {
  cellFormatSchema,
  colourSchema,
  colourStyleSchema,
  fromCellFormat,
  fromColor,
} from '../requests/formats.ts';
import { fromGridRange, gridRangeSchema } from '../requests/grid-range.ts';
import { DEFAULT_ROW_HEIGHT } from '../requests/plan-sheet.ts';
import { conditionalFormatSchema, parseConditionalRules, parseProtections } from './parse-rules.ts';
import { dataValidationSchema, parseValidations } from './parse-validations.ts';
import { withoutTrailing } from './parse-cells.ts';
import { sheetPropertiesSchema } from './parse-values.ts';

/** Of a format what is read from it: all four sides of a report's borders with their colours are two thirds of an answer. */
const FORMAT_MASK =
  'numberFormat,backgroundColor,backgroundColorStyle(rgbColor),borders(top(style),left(style)),' +
  'horizontalAlignment,verticalAlignment,wrapStrategy,' +
  'textFormat(bold,italic,fontSize,foregroundColor,foregroundColorStyle(rgbColor),link)';

export const LAYOUTS_MASK =
  'sheets(properties(sheetId,title,index,hidden,tabColor,tabColorStyle,gridProperties),merges,conditionalFormats,' +
  'protectedRanges(range,description),data(rowMetadata(pixelSize),columnMetadata(pixelSize),' +
  `rowData(values(effectiveValue,userEnteredFormat(${FORMAT_MASK}),note,hyperlink,` +
  'dataValidation(condition,inputMessage)))))';

const DEFAULT_WIDTH = 100;

const cellSchema = z.object({
  effectiveValue: z
    .object({
      numberValue: z.number().optional(),
      stringValue: z.string().optional(),
      boolValue: z.boolean().optional(),
      errorValue: z.object({ message: z.string().optional() }).optional(),
    })
    .optional(),
  userEnteredFormat: cellFormatSchema.optional(),
  note: z.string().optional(),
  hyperlink: z.string().optional(),
  dataValidation: dataValidationSchema.optional(),
});
export type GridCell = z.infer<typeof cellSchema>;

const gridDataSchema = z.object({
  rowData: z.array(z.object({ values: z.array(cellSchema).default([]) })).default([]),
  rowMetadata: z.array(z.object({ pixelSize: z.number().optional() })).default([]),
  columnMetadata: z.array(z.object({ pixelSize: z.number().optional() })).default([]),
});

const sheetSchema = z.object({
  properties: sheetPropertiesSchema.extend({
    tabColor: colourSchema.optional(),
    tabColorStyle: colourStyleSchema.optional(),
  }),
  data: z.array(gridDataSchema).default([]),
  merges: z.array(gridRangeSchema).default([]),
  conditionalFormats: z.array(conditionalFormatSchema).default([]),
  protectedRanges: z
    .array(z.object({ range: gridRangeSchema.optional(), description: z.string().optional() }))
    .default([]),
});
export const layoutsSchema = z.object({ sheets: z.array(sheetSchema).default([]) });

/** What a person sees of each tab that has cells, in the order of the tabs. */
export function parseLayouts(answer: z.infer<typeof layoutsSchema>): SheetLayout[] {
  return answer.sheets
    .filter((sheet) => sheet.properties.gridProperties)
    .sort((a, b) => a.properties.index - b.properties.index)
    .map(parseLayout);
}

function parseLayout(sheet: z.infer<typeof sheetSchema>): SheetLayout {
  const { title, hidden, gridProperties, tabColor, tabColorStyle } = sheet.properties;
  const size = { rowCount: 0, columnCount: 0, frozenRowCount: 0, frozenColumnCount: 0, ...gridProperties };
  const colour = fromColor(tabColorStyle, tabColor);
  const data = sheet.data[0] ?? gridDataSchema.parse({});
  const grid = data.rowData.map((row) => row.values);
  const rows = parseRows(grid, data.rowMetadata);
  const columnWidths = Array.from(
    { length: size.columnCount },
    (_, column) => data.columnMetadata[column]?.pixelSize ?? DEFAULT_WIDTH,
  );
  return {
    title,
    ...(hidden && { isHidden: true }),
    ...(colour && { tabColour: colour }),
    columnWidths,
    rows,
    frozenRows: size.frozenRowCount,
    frozenColumns: size.frozenColumnCount,
    spareRows: Math.max(0, size.rowCount - rows.length),
    columnStyles: withoutTrailing((grid[rows.length] ?? []).map(parseStyle), (style) => !style),
    merges: sheet.merges.map((merge) => fromGridRange(merge)),
    validations: parseValidations(grid, size),
    conditionalRules: parseConditionalRules(sheet.conditionalFormats, size),
    protections: parseProtections(sheet.protectedRanges, size),
    print: printTable(columnWidths, size.frozenRowCount),
  };
}

/** Rows that only carry a format or a dropdown are kept for typing, so they are not content. */
function parseRows(
  grid: readonly (readonly GridCell[])[],
  heights: readonly { readonly pixelSize?: number | undefined }[],
): LayoutRow[] {
  const filled = withoutTrailing(grid, (cells) => cells.every((cell) => !hasContent(cell)));
  return filled.map((cells, row) => {
    const height = heights[row]?.pixelSize ?? DEFAULT_ROW_HEIGHT;
    return {
      cells: withoutTrailing(cells.map(parseCell), isBare),
      ...(height !== DEFAULT_ROW_HEIGHT && { height }),
    };
  });
}

/** Nothing to see: a cell that at most has a dropdown. */
function isBare(cell: LayoutCell): boolean {
  return cell.value === null && Object.keys(cell).length === 1;
}

function hasContent(cell: GridCell): boolean {
  return cell.effectiveValue !== undefined || cell.note !== undefined;
}

function parseCell(cell: GridCell): LayoutCell {
  const value = cell.effectiveValue;
  const style = parseStyle(cell);
  const link = cell.userEnteredFormat?.textFormat?.link?.uri ?? cell.hyperlink;
  return {
    value: value?.numberValue ?? value?.stringValue ?? value?.boolValue ?? value?.errorValue?.message ?? null,
    ...(style && { style }),
    ...(cell.note && { note: cell.note }),
    ...(link && { link }),
  };
}

function parseStyle(cell: GridCell): CellStyle | undefined {
  const style = fromCellFormat(cell.userEnteredFormat ?? {});
  return Object.keys(style).length > 0 ? style : undefined;
}
