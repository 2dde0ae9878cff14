import type { Border, CellFormat, TextFormat } from '../schema/cell.ts';
import type { Colour, ColourStyle } from '../schema/common.ts';

type ThemeColour = NonNullable<ColourStyle['themeColor']>;

/** The colours of Google's standard theme. */
const THEME: Readonly<Record<ThemeColour, Colour>> = {
  TEXT: {},
  BACKGROUND: { red: 1, green: 1, blue: 1 },
  ACCENT1: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
  ACCENT2: { red: 0.91764706, green: 0.2627451, blue: 0.20784314 },
  ACCENT3: { red: 0.9843137, green: 0.7372549, blue: 0.015686275 },
  ACCENT4: { red: 0.20392157, green: 0.65882355, blue: 0.3254902 },
  ACCENT5: { red: 1, green: 0.42745098, blue: 0.003921569 },
  ACCENT6: { red: 0.27450982, green: 0.7411765, blue: 0.7764706 },
  LINK: { red: 0.06666667, green: 0.33333334, blue: 0.8 },
};

export const THEME_COLOURS = Object.entries(THEME).map(([colorType, rgbColor]) => ({
  colorType,
  color: { rgbColor },
}));

/** The shortest decimal that is the same 32-bit float: Google keeps and prints colours so. */
function float32(value: number): number {
  const target = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(target.toPrecision(digits));
    if (Math.fround(short) === target) return short;
  }
  return Number(target.toPrecision(9));
}

/**
 * Eight bits a channel, half a step down: Google keeps 0.5 as 127 of 255, which it answers as 0.49803922. A channel
 * of zero is left out.
 */
export function quantise(colour: Colour): Colour {
  const kept: Record<string, number> = {};
  for (const channel of ['red', 'green', 'blue'] as const) {
    const level = Math.ceil(Math.min(1, Math.max(0, colour[channel] ?? 0)) * 255 - 0.5);
    if (level > 0) kept[channel] = float32(level / 255);
  }
  return kept;
}

export interface ColourPair {
  readonly plain: Colour;
  readonly style: ColourStyle;
}

/** Both spellings of one colour; the newer one, `style`, wins. Undefined where neither is set. */
export function resolveColour(
  plain: Colour | undefined,
  style: ColourStyle | undefined,
): ColourPair | undefined {
  if (style?.themeColor) return { plain: THEME[style.themeColor], style };
  const colour = style?.rgbColor ?? plain;
  if (!colour) return undefined;
  const rgbColor = quantise(colour);
  return { plain: rgbColor, style: { rgbColor } };
}

/** A link is blue and underlined where nothing else is said. */
export function linkFormat(uri: string): TextFormat {
  const { LINK } = THEME;
  return { foregroundColor: LINK, foregroundColorStyle: { rgbColor: LINK }, underline: true, link: { uri } };
}

/** A part of a cell's text. */
export function completeRunFormat(format: TextFormat): TextFormat {
  const uri = format.link?.uri;
  return completeTextFormat(uri === undefined ? format : { ...linkFormat(uri), ...format });
}

export function completeTextFormat(format: TextFormat): TextFormat {
  const pair = resolveColour(format.foregroundColor, format.foregroundColorStyle);
  return pair ? { ...format, foregroundColor: pair.plain, foregroundColorStyle: pair.style } : format;
}

const WIDTHS: Readonly<Record<string, number>> = { SOLID_MEDIUM: 2, SOLID_THICK: 3, DOUBLE: 3 };

/** A border as it is kept: with its width and both spellings of its colour; black where none is given. */
export function completeBorder(border: Border): Border {
  const pair = resolveColour(border.color, border.colorStyle) ?? { plain: {}, style: { rgbColor: {} } };
  const style = border.style ?? 'SOLID';
  return { style, width: WIDTHS[style] ?? 1, color: pair.plain, colorStyle: pair.style };
}

/** The format as it is kept: every colour in both spellings. */
export function completeFormat(format: CellFormat): CellFormat {
  const background = resolveColour(format.backgroundColor, format.backgroundColorStyle);
  const { borders, textFormat } = format;
  return {
    ...format,
    ...(background && { backgroundColor: background.plain, backgroundColorStyle: background.style }),
    ...(borders && { borders: completeBorders(borders) }),
    ...(textFormat && { textFormat: completeTextFormat(textFormat) }),
  };
}

function completeBorders(borders: NonNullable<CellFormat['borders']>): NonNullable<CellFormat['borders']> {
  const sides = Object.entries(borders).filter(([, border]) => border && border.style !== 'NONE');
  return Object.fromEntries(sides.map(([side, border]) => [side, completeBorder(border as Border)]));
}

/** A flat message whose fields are all colours, `xColor` and `xColorStyle`: each in both spellings. */
export function completeColours<T extends Readonly<Record<string, Colour | ColourStyle | undefined>>>(
  colours: T,
): T {
  const names = new Set(Object.keys(colours).map((field) => field.replace(/Style$/, '')));
  const fields = [...names].flatMap((name) => {
    const style = colours[`${name}Style`] as ColourStyle | undefined;
    const pair = resolveColour(colours[name] as Colour | undefined, style);
    return pair ? [[name, pair.plain] as const, [`${name}Style`, pair.style] as const] : [];
  });
  return Object.fromEntries(fields) as T;
}
