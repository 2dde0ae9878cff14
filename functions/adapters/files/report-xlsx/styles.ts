import type { Borders, Fill, Font, Style } from 'exceljs';
import type { CellStyle, Colour, NumberFormat } from '../../../workbook/layout/layout.ts';

export const XLSX_FONT = 'Arial';
export const FONT_SIZE = 10;
const LINK_COLOUR: Colour = '#0b5394';
/** Dark enough to be seen on a black-and-white print. */
const LINE_COLOUR: Colour = '#595959';

const NUMBER_FORMATS: Record<NumberFormat, string> = {
  text: '@',
  integer: '0',
  decimal: '0.0',
  percent: '0%',
  date: 'dd.mm.yyyy',
  date_time: 'dd.mm.yyyy hh:mm',
};

/** `#1a2b3c` → `FF1A2B3C`. */
export function toArgb(colour: Colour): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}

/** A table full of underlined figures could not be read on paper: within the file the colour alone tells. */
type LinkKind = 'web' | 'place';

export function toXlsxStyle(style: CellStyle, link?: LinkKind): Partial<Style> {
  return {
    font: toFont(style, link),
    alignment: {
      vertical: style.verticalAlign ?? 'top',
      ...(style.align && { horizontal: style.align }),
      ...(style.wrap !== undefined && { wrapText: style.wrap }),
    },
    ...(style.background && { fill: toFill(style.background) }),
    ...(style.border && { border: thinBorders(style.border) }),
    ...(style.format && { numFmt: NUMBER_FORMATS[style.format] }),
  };
}

/**
 * A text stays one even when somebody edits the cell later. exceljs 4.4.0 cannot say so: `finishXlsx` makes it of
 * this mark, which changes nothing that is seen.
 */
export function asQuoted(style: Partial<Style>): Partial<Style> {
  return { ...style, alignment: { ...style.alignment, readingOrder: 'ltr' } };
}

/** The styles of a file with the marked ones quoted: `xml` is its `styles.xml`. */
export function quoteMarked(xml: string): string {
  return xml.replace(/<xf (?=[^>]*>\s*<alignment [^>]*readingOrder="(?:1|ltr)")/g, '<xf quotePrefix="1" ');
}

/** For a whole column: only what shows when somebody types, so that empty rows do not print. */
export function toColumnStyle(style: CellStyle): Partial<Style> {
  const { border: _border, background: _background, ...rest } = style;
  return toXlsxStyle(rest);
}

function toFont(style: CellStyle, link?: LinkKind): Partial<Font> {
  const colour = style.colour ?? (link ? LINK_COLOUR : undefined);
  return {
    name: XLSX_FONT,
    size: style.size ?? FONT_SIZE,
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(link === 'web' && { underline: true }),
    ...(colour && { color: { argb: toArgb(colour) } }),
  };
}

function toFill(colour: Colour): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: toArgb(colour) } };
}

/** A rule's style: Excel reads the colour of a conditional fill from its background. */
export function toRuleStyle(style: Pick<CellStyle, 'background' | 'colour' | 'bold'>): Partial<Style> {
  const font = {
    ...(style.bold && { bold: true }),
    ...(style.colour && { color: { argb: toArgb(style.colour) } }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(style.background && {
      fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: toArgb(style.background) } },
    }),
  };
}

function thinBorders(border: true | 'rows'): Partial<Borders> {
  const line = { style: 'thin', color: { argb: toArgb(LINE_COLOUR) } } as const;
  return { top: line, bottom: line, ...(border === true && { left: line, right: line }) };
}
