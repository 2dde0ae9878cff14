import { z } from 'zod';
import { booleanCondition } from './cell.ts';
import { colour, colourStyle, gridCoordinate, gridRange } from './common.ts';
import { index, message, text } from './message.ts';

/** A part that is kept and given back as it came; nothing here looks into it. */
const asGiven = z.record(z.string(), z.unknown());

export const sortSpec = message({
  dimensionIndex: index,
  sortOrder: z.enum(['SORT_ORDER_UNSPECIFIED', 'ASCENDING', 'DESCENDING']),
  foregroundColor: colour,
  foregroundColorStyle: colourStyle,
  backgroundColor: colour,
  backgroundColorStyle: colourStyle,
});

export const filterCriteria = message({
  hiddenValues: z.array(text),
  condition: booleanCondition,
  visibleBackgroundColor: colour,
  visibleBackgroundColorStyle: colourStyle,
  visibleForegroundColor: colour,
  visibleForegroundColorStyle: colourStyle,
});

const filterParts = {
  range: gridRange,
  sortSpecs: z.array(sortSpec),
  /** By column; the older spelling of `filterSpecs`. */
  criteria: z.record(z.string(), filterCriteria),
  filterSpecs: z.array(message({ columnIndex: index, filterCriteria })),
};

export const basicFilter = message(filterParts);
export const filterView = message({ filterViewId: z.int(), title: text, namedRangeId: text, ...filterParts });

const bandingProperties = message({
  headerColor: colour,
  headerColorStyle: colourStyle,
  firstBandColor: colour,
  firstBandColorStyle: colourStyle,
  secondBandColor: colour,
  secondBandColorStyle: colourStyle,
  footerColor: colour,
  footerColorStyle: colourStyle,
});

export const bandedRange = message({
  bandedRangeId: z.int(),
  bandedRangeReference: text,
  range: gridRange,
  rowProperties: bandingProperties,
  columnProperties: bandingProperties,
});

export const objectPosition = message({
  sheetId: z.int(),
  newSheet: z.boolean(),
  overlayPosition: message({
    anchorCell: gridCoordinate,
    offsetXPixels: z.int(),
    offsetYPixels: z.int(),
    widthPixels: index,
    heightPixels: index,
  }),
});

export const objectBorder = message({ color: colour, colorStyle: colourStyle });

export const embeddedChart = message({
  chartId: z.int(),
  position: objectPosition,
  spec: asGiven,
  border: objectBorder,
});

export const slicer = message({ slicerId: z.int(), spec: asGiven, position: objectPosition });

export type SortSpec = z.infer<typeof sortSpec>;
export type FilterCriteria = z.infer<typeof filterCriteria>;
export type BasicFilter = z.infer<typeof basicFilter>;
export type FilterView = z.infer<typeof filterView>;
export type BandedRange = z.infer<typeof bandedRange>;
export type ObjectPosition = z.infer<typeof objectPosition>;
export type EmbeddedChart = z.infer<typeof embeddedChart>;
export type Slicer = z.infer<typeof slicer>;
