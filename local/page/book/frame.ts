import type { BooleanCondition } from '../../sheets-api/schema/cell.ts';
import type { GridRange } from '../../sheets-api/schema/common.ts';
import type { ConditionalFormatRule, DimensionProperties } from '../../sheets-api/schema/sheet.ts';
import { closeRange } from '../../sheets-api/model/ranges/boxes.ts';
import type { Sheet, Spreadsheet } from '../../sheets-api/model/types.ts';
import type { Box, PageFrame, PageGuard, PageHighlight } from '../wire/book.ts';
import type { AxisKeys } from '../wire/axis-keys.ts';
import { describeCharts } from './charts.ts';
import { toHex, toPageStyle } from './style.ts';
import { describeValidations } from './validations.ts';

/** What Google and the stand-in report for a row that nobody sized: it grows with its text. */
const AUTO_HEIGHT = 21;
/** Protections with this head mark the system's own cells. */
const OWN_PROTECTION = 'ШНОР: ';

/** All of the sheet but its cells. */
export function describeFrame(book: Spreadsheet, sheet: Sheet, keys: AxisKeys): PageFrame {
  const { properties } = sheet;
  const { gridProperties: grid } = properties;
  const tabColour = toHex(properties.tabColor, properties.tabColorStyle);
  return {
    sheetId: properties.sheetId,
    title: properties.title,
    isHidden: properties.hidden ?? false,
    ...(tabColour && { tabColour }),
    frozenRows: grid.frozenRowCount ?? 0,
    frozenColumns: grid.frozenColumnCount ?? 0,
    hidesGridlines: grid.hideGridlines ?? false,
    rowKeys: keys.rows,
    columnKeys: keys.columns,
    columnWidths: sizesOf(sheet.columnProperties),
    rowHeights: sizesOf(sheet.rowProperties, AUTO_HEIGHT),
    hiddenRows: hiddenOf(sheet.rowProperties),
    hiddenColumns: hiddenOf(sheet.columnProperties),
    merges: sheet.merges,
    validations: describeValidations(book, sheet),
    highlights: sheet.conditionalFormats.flatMap((rule) => describeHighlight(sheet, rule)),
    guards: describeGuards(sheet),
    charts: describeCharts(book, sheet),
  };
}

type Line = readonly (DimensionProperties | undefined)[];

function sizesOf(line: Line, automatic?: number): Record<number, number> {
  const sizes: Record<number, number> = {};
  line.forEach((properties, index) => {
    const size = properties?.pixelSize;
    if (size !== undefined && size !== automatic) sizes[index] = size;
  });
  return sizes;
}

function hiddenOf(line: Line): number[] {
  return line.flatMap((properties, index) => (properties?.hiddenByUser ? [index] : []));
}

function toBoxes(sheet: Sheet, ranges: readonly GridRange[]): Box[] {
  return ranges.map((range) => closeRange(sheet, range));
}

const WHEN: Partial<Record<NonNullable<BooleanCondition['type']>, PageHighlight['when']>> = {
  TEXT_EQ: 'equal',
  TEXT_STARTS_WITH: 'beginsWith',
  TEXT_ENDS_WITH: 'endsWith',
  TEXT_CONTAINS: 'containsText',
  TEXT_NOT_CONTAINS: 'notContainsText',
  NOT_BLANK: 'notContainsBlanks',
};

/** None for a condition that the page cannot show. */
function describeHighlight(
  sheet: Sheet,
  { ranges = [], booleanRule }: ConditionalFormatRule,
): PageHighlight[] {
  const { condition, format } = booleanRule ?? {};
  const when = condition?.type && WHEN[condition.type];
  if (!when || !format) return [];
  const text = condition.values?.[0]?.userEnteredValue;
  return [
    { boxes: toBoxes(sheet, ranges), when, ...(text !== undefined && { text }), style: toPageStyle(format) },
  ];
}

function describeGuards(sheet: Sheet): PageGuard[] {
  return sheet.protectedRanges.flatMap(({ range, description }) =>
    description?.startsWith(OWN_PROTECTION)
      ? [{ box: closeRange(sheet, range ?? {}), reason: description.slice(OWN_PROTECTION.length) }]
      : [],
  );
}
