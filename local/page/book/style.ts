import type { Border, CellFormat } from '../../sheets-api/schema/cell.ts';
import type { Colour, ColourStyle } from '../../sheets-api/schema/common.ts';
import { resolveColour } from '../../sheets-api/model/colours.ts';
import type { PageStyle } from '../wire/book.ts';

const WRAPS = { WRAP: 'wrap', CLIP: 'clip', OVERFLOW_CELL: 'overflow', LEGACY_WRAP: 'wrap' } as const;
const ALIGNMENTS = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICALS = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const;
const SIDES = ['top', 'bottom', 'left', 'right'] as const;

/** `#rrggbb`; undefined where none is set. */
export function toHex(colour: Colour | undefined, style: ColourStyle | undefined): string | undefined {
  const plain = resolveColour(colour, style)?.plain;
  if (!plain) return undefined;
  const hex = (part = 0) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(plain.red)}${hex(plain.green)}${hex(plain.blue)}`;
}

const known = new WeakMap<CellFormat, PageStyle>();
const byText = new Map<string, PageStyle>();
/** A workbook has a few dozen looks; whoever colours cells one by one makes more. */
const KEPT = 2_000;

/** The format as the page needs it; equal formats give one object. */
export function toPageStyle(format: CellFormat): PageStyle {
  const found = known.get(format);
  if (found) return found;
  const text = JSON.stringify(withoutAddress(format));
  const style = byText.get(text) ?? describe(format);
  if (byText.size >= KEPT) byText.clear();
  byText.set(text, style);
  known.set(format, style);
  return style;
}

/** Links look alike, wherever they lead. */
function withoutAddress(format: CellFormat): CellFormat {
  const { textFormat } = format;
  return textFormat?.link ? { ...format, textFormat: { ...textFormat, link: {} } } : format;
}

function describe(format: CellFormat): PageStyle {
  const { textFormat: text = {} } = format;
  const colour = toHex(text.foregroundColor, text.foregroundColorStyle);
  const background = toHex(format.backgroundColor, format.backgroundColorStyle);
  const borders = describeBorders(format.borders ?? {});
  return {
    ...(text.bold && { bold: true }),
    ...(text.italic && { italic: true }),
    ...((text.underline ?? text.link) && { underline: true }),
    ...(text.strikethrough && { strike: true }),
    ...(text.fontFamily && { font: text.fontFamily }),
    ...(text.fontSize && { size: text.fontSize }),
    ...(colour && { colour }),
    ...(background && { background }),
    ...(format.horizontalAlignment && { align: ALIGNMENTS[format.horizontalAlignment] }),
    ...(format.verticalAlignment && { vertical: VERTICALS[format.verticalAlignment] }),
    ...(format.wrapStrategy && { wrap: WRAPS[format.wrapStrategy] }),
    ...(borders && { borders }),
  };
}

function describeBorders(borders: NonNullable<CellFormat['borders']>): PageStyle['borders'] {
  const drawn = SIDES.flatMap((side) => {
    const colour = describeBorder(borders[side]);
    return colour ? [[side, colour] as const] : [];
  });
  return drawn.length > 0 ? Object.fromEntries(drawn) : undefined;
}

function describeBorder(border: Border | undefined): string | undefined {
  if (!border?.style || border.style === 'NONE') return undefined;
  return toHex(border.color, border.colorStyle) ?? '#000000';
}
