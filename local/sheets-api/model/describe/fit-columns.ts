import type { Draft } from '../draft.ts';
import { formatCellValue } from '../locale/format-value.ts';
import { localeRules } from '../locale/locales.ts';
import type { LocaleRules } from '../locale/locales-by-intl.ts';
import type { Cell, Sheet } from '../types.ts';

const FONT_SIZE = 10;
/** As wide as Google was seen to make a column for a long line of capitals: 1024 of them in 8691 pixels. */
const PIXELS_A_POINT = 1.2716;
const PADDING = 6;
const BOLD = 1.08;

/** How wide letters are in a font like Arial, in parts of its size. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|! /\\[\]()tfrI-]/, 0.3],
  [/[mwMW@%жшщюыфЖШЩЮЫФМ—…]/, 0.85],
  [/\p{Lu}/u, 0.667],
  [/[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFF60]|\p{Extended_Pictographic}/u, 1],
];
const ORDINARY = 0.556;

/**
 * Makes the columns as wide as their widest line needs, by an estimate: how wide a text is on Google's screen cannot
 * be known here. A column that shows nothing keeps its width.
 */
export function fitColumns(
  draft: Draft,
  { sheetId, start, end }: { readonly sheetId: number; readonly start: number; readonly end: number },
): void {
  const sheet = draft.edit(sheetId);
  const rules = localeRules(draft.properties.locale);
  const properties = [...sheet.columnProperties];
  while (properties.length < end) properties.push(undefined);
  for (let column = start; column < end; column++) {
    const width = widestOf(sheet, column, rules);
    if (width > 0) properties[column] = { ...properties[column], pixelSize: Math.round(width + PADDING) };
  }
  sheet.columnProperties = properties;
}

function widestOf(sheet: Sheet, column: number, rules: LocaleRules): number {
  return sheet.rows.reduce((widest, row) => {
    const cell = row?.[column];
    return cell?.value === undefined ? widest : Math.max(widest, widthOf(cell, rules));
  }, 0);
}

function widthOf(cell: Cell, rules: LocaleRules): number {
  const { fontSize = FONT_SIZE, bold = false } = cell.format?.textFormat ?? {};
  const lines = formatCellValue(cell, rules).split('\n');
  const longest = Math.max(...lines.map(lengthOf));
  return longest * fontSize * PIXELS_A_POINT * (bold ? BOLD : 1);
}

function lengthOf(line: string): number {
  let length = 0;
  for (const letter of line) length += WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? ORDINARY;
  return length;
}
