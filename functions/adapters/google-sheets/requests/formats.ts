import * as z from 'zod';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellStyle, Colour, NumberFormat } from '../../../workbook/layout/layout.ts';

const BORDER_COLOUR: Colour = '#999999';

const NUMBER_FORMATS: Record<NumberFormat, { readonly type: string; readonly pattern: string }> = {
  text: { type: 'TEXT', pattern: '@' },
  integer: { type: 'NUMBER', pattern: '0' },
  decimal: { type: 'NUMBER', pattern: '0.0' },
  percent: { type: 'PERCENT', pattern: '0%' },
  date: { type: 'DATE', pattern: 'dd.mm.yyyy' },
  date_time: { type: 'DATE_TIME', pattern: 'dd.mm.yyyy hh:mm' },
};
const WRAP = { true: 'WRAP', false: 'OVERFLOW_CELL' } as const;

export const colourSchema = z.object({
  red: z.number().optional(),
  green: z.number().optional(),
  blue: z.number().optional(),
});
export const colourStyleSchema = z.object({ rgbColor: colourSchema.optional() });
const borderSchema = z.object({ style: z.string().optional() });

export const textFormatSchema = z.object({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  fontSize: z.number().optional(),
  foregroundColor: colourSchema.optional(),
  foregroundColorStyle: colourStyleSchema.optional(),
  link: z.object({ uri: z.string().optional() }).optional(),
});

export const cellFormatSchema = z.object({
  numberFormat: z.object({ type: z.string(), pattern: z.string().optional() }).optional(),
  backgroundColor: colourSchema.optional(),
  backgroundColorStyle: colourStyleSchema.optional(),
  borders: z.object({ top: borderSchema.optional(), left: borderSchema.optional() }).optional(),
  horizontalAlignment: z.string().optional(),
  verticalAlignment: z.string().optional(),
  wrapStrategy: z.string().optional(),
  textFormat: textFormatSchema.optional(),
});
export type CellFormat = z.infer<typeof cellFormatSchema>;

/** The parts of a colour as shares of one; parts that are zero are left out on the wire. */
export function toColorStyle(colour: Colour): sheets_v4.Schema$ColorStyle {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

/** Undefined for a colour of the theme, which has no parts of its own. */
export function fromColor(
  style: z.infer<typeof colourStyleSchema> | undefined,
  plain?: z.infer<typeof colourSchema>,
): Colour | undefined {
  const colour = style?.rgbColor ?? plain;
  if (!colour) return undefined;
  const hex = (part = 0) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(colour.red)}${hex(colour.green)}${hex(colour.blue)}`;
}

export function toTextFormat(
  style: Pick<CellStyle, 'bold' | 'italic' | 'size' | 'colour'>,
): sheets_v4.Schema$TextFormat {
  return {
    ...(style.bold !== undefined && { bold: style.bold }),
    ...(style.italic !== undefined && { italic: style.italic }),
    ...(style.size !== undefined && { fontSize: style.size }),
    ...(style.colour && { foregroundColorStyle: toColorStyle(style.colour) }),
  };
}

/** Only what the style names: the rest stays the spreadsheet's default. */
export function toCellFormat(style: CellStyle): sheets_v4.Schema$CellFormat {
  const textFormat = toTextFormat(style);
  return {
    ...(style.format && { numberFormat: NUMBER_FORMATS[style.format] }),
    ...(style.background && { backgroundColorStyle: toColorStyle(style.background) }),
    ...(style.border && { borders: thinBorders(style.border) }),
    ...(style.align && { horizontalAlignment: style.align.toUpperCase() }),
    ...(style.verticalAlign && { verticalAlignment: style.verticalAlign.toUpperCase() }),
    ...(style.wrap !== undefined && { wrapStrategy: WRAP[`${style.wrap}`] }),
    ...(Object.keys(textFormat).length > 0 && { textFormat }),
  };
}

/** The field mask of exactly what `format` sets, so that what staff added by hand stays. */
export function fieldsOfFormat(format: sheets_v4.Schema$CellFormat): string {
  const { textFormat, ...others } = format;
  const names = [
    ...Object.keys(others),
    ...Object.keys(textFormat ?? {}).map((name) => `textFormat.${name}`),
  ];
  return names.map((name) => `userEnteredFormat.${name}`).join(',');
}

function thinBorders(border: true | 'rows'): sheets_v4.Schema$Borders {
  const line = { style: 'SOLID', colorStyle: toColorStyle(BORDER_COLOUR) };
  return { top: line, bottom: line, ...(border === true && { left: line, right: line }) };
}

/** The style a person would describe; what `CellStyle` cannot say is dropped. */
export function fromCellFormat(format: CellFormat): CellStyle {
  const text = format.textFormat;
  const colour = fromColor(text?.foregroundColorStyle, text?.foregroundColor);
  const background = fromColor(format.backgroundColorStyle, format.backgroundColor);
  const number = fromNumberFormat(format.numberFormat);
  const border = fromBorders(format.borders);
  return {
    ...(text?.bold !== undefined && { bold: text.bold }),
    ...(text?.italic !== undefined && { italic: text.italic }),
    ...(text?.fontSize !== undefined && { size: text.fontSize }),
    ...(colour && { colour }),
    ...(background && { background }),
    ...(format.wrapStrategy && { wrap: format.wrapStrategy === 'WRAP' }),
    ...(border && { border }),
    ...fromAlignment(format),
    ...(number && { format: number }),
  };
}

const ALIGNMENTS = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICAL_ALIGNMENTS = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const;

function fromAlignment(format: CellFormat): Pick<CellStyle, 'align' | 'verticalAlign'> {
  const align = ALIGNMENTS[format.horizontalAlignment as keyof typeof ALIGNMENTS];
  const verticalAlign = VERTICAL_ALIGNMENTS[format.verticalAlignment as keyof typeof VERTICAL_ALIGNMENTS];
  return { ...(align && { align }), ...(verticalAlign && { verticalAlign }) };
}

function fromBorders(borders: CellFormat['borders']): CellStyle['border'] {
  const isDrawn = (side: { style?: string | undefined } | undefined) =>
    side?.style !== undefined && side.style !== 'NONE';
  if (!isDrawn(borders?.top)) return undefined;
  return isDrawn(borders?.left) ? true : 'rows';
}

/** By the pattern where it is one of ours, else the first of the kind. */
function fromNumberFormat(format: CellFormat['numberFormat']): NumberFormat | undefined {
  const names = Object.keys(NUMBER_FORMATS) as NumberFormat[];
  const alike = names.filter((name) => NUMBER_FORMATS[name].type === format?.type);
  return alike.find((name) => NUMBER_FORMATS[name].pattern === format?.pattern) ?? alike[0];
}
