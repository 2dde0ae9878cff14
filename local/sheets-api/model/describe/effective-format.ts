import type { CellFormat, TextFormat } from '../../schema/cell.ts';
import { closeRange } from '../ranges/boxes.ts';
import { linkFormat } from '../colours.ts';
import { planCondition } from './conditions.ts';
import { shownFormat } from '../locale/format-value.ts';
import type { LocaleRules } from '../locale/locales-by-intl.ts';
import type { Box, Cell, Sheet } from '../types.ts';

interface Rule {
  readonly boxes: readonly Box[];
  readonly isMet: (cell: Cell | undefined) => boolean;
  readonly format: CellFormat;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * How cells look in the end: the default, then their own format, then the conditional rules, of which an earlier
 * one wins. Rules that cannot be told here (formulas, colour scales) change nothing.
 */
export function planEffectiveFormat(
  sheet: Sheet,
  defaultFormat: CellFormat,
  { rules, now }: { rules: LocaleRules; now: Date },
): (cell: Cell, at: Place) => CellFormat {
  const planned = sheet.conditionalFormats.flatMap(({ ranges = [], booleanRule }): Rule[] => {
    const isMet = booleanRule?.condition && planCondition(booleanRule.condition, rules, now);
    const boxes = ranges.map((range) => closeRange(sheet, range));
    return isMet ? [{ boxes, isMet, format: booleanRule.format ?? {} }] : [];
  });
  const known = new Map<CellFormat | undefined, CellFormat>();
  const base = { ...defaultFormat, textFormat: { ...defaultFormat.textFormat, fontFamily: SHOWN_FONT } };
  const withDefaults = (format: CellFormat | undefined): CellFormat => {
    const ready = known.get(format) ?? over(base, format ?? {});
    known.set(format, ready);
    return ready;
  };
  return (cell, at) => {
    const met = planned.filter(({ boxes, isMet }) => boxes.some((box) => isIn(box, at)) && isMet(cell));
    const own = withValue(withDefaults(cell.format), cell);
    return met.reduceRight((format, rule) => over(format, rule.format), own);
  };
}

/** The font of the default format is told by another name where it is seen. */
const SHOWN_FONT = 'Arial';
const ALIGNMENTS = { string: 'LEFT', number: 'RIGHT', boolean: 'CENTER' } as const;
const HYPERLINK = /^=\s*HYPERLINK\(\s*"([^"]*)"/i;

/** The address of the cell's link, also where it stands in the formula itself. */
export function linkOf(cell: Cell): string | undefined {
  return cell.format?.textFormat?.link?.uri ?? HYPERLINK.exec(cell.formula ?? '')?.[1];
}

/** What follows from the value: on which side it stands, its computed number format, the look of a link. */
function withValue(format: CellFormat, cell: Cell): CellFormat {
  const { value, error } = cell;
  if (value === undefined) return format;
  const numberFormat = shownFormat(cell);
  const uri = linkOf(cell);
  const horizontalAlignment = error ? 'CENTER' : ALIGNMENTS[typeof value as keyof typeof ALIGNMENTS];
  return {
    horizontalAlignment,
    hyperlinkDisplayType: uri === undefined ? 'PLAIN_TEXT' : 'LINKED',
    ...format,
    ...(numberFormat && { numberFormat }),
    ...(uri !== undefined && {
      textFormat: { ...format.textFormat, ...linkFormat(uri), ...cell.format?.textFormat },
    }),
  };
}

function isIn(box: Box, { row, column }: Place): boolean {
  return row >= box.startRow && row < box.endRow && column >= box.startColumn && column < box.endColumn;
}

/** Text formats are laid over each other field by field, everything else whole. */
function over(format: CellFormat, upper: CellFormat): CellFormat {
  const textFormat: TextFormat = { ...format.textFormat, ...upper.textFormat };
  const merged = { ...format, ...upper };
  return Object.keys(textFormat).length > 0 ? { ...merged, textFormat } : merged;
}
