import type { GridRange } from '../../schema/common.ts';
import type { ObjectPosition } from '../../schema/objects.ts';
import type { Draft } from '../draft.ts';
import { mapSpecRanges } from './spec-ranges.ts';

type RangeChange = (range: GridRange) => GridRange | undefined;
interface Ranged {
  readonly range?: GridRange | undefined;
}

/**
 * Applies the change to every range that is attached to the sheet: protections, conditional rules, filters,
 * bands, named ranges, and what charts show. What has no range left is gone; charts and slicers stay.
 */
export function mapRanges(draft: Draft, sheetId: number, change: RangeChange): void {
  const sheet = draft.edit(sheetId);
  const ranged = <T extends Ranged>(entry: T): T[] => {
    const range = entry.range && change(entry.range);
    return range ? [{ ...entry, range }] : [];
  };
  sheet.protectedRanges = sheet.protectedRanges.flatMap(ranged).map((entry) => {
    const unprotectedRanges = entry.unprotectedRanges?.flatMap((inner) => change(inner) ?? []);
    return unprotectedRanges ? { ...entry, unprotectedRanges } : entry;
  });
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = (rule.ranges ?? []).flatMap((range) => change(range) ?? []);
    return ranges.length > 0 ? [{ ...rule, ranges }] : [];
  });
  sheet.basicFilter = sheet.basicFilter && ranged(sheet.basicFilter)[0];
  sheet.filterViews = sheet.filterViews.flatMap(ranged);
  sheet.bandedRanges = sheet.bandedRanges.flatMap(ranged);
  draft.namedRanges = draft.namedRanges.flatMap((named) =>
    (named.range?.sheetId ?? 0) === sheetId && named.range ? ranged(named) : [named],
  );
  mapObjects(draft, sheetId, change);
}

interface Placed {
  readonly spec?: Record<string, unknown> | undefined;
  readonly position?: ObjectPosition | undefined;
}

/** What a chart shows may lie in another sheet than the chart. */
function mapObjects(draft: Draft, sheetId: number, change: RangeChange): void {
  const moved = <T extends Placed>(object: T): T => ({
    ...object,
    ...(object.spec && { spec: mapSpecRanges(object.spec, sheetId, change) }),
    ...(object.position && { position: moveAnchor(object.position, sheetId, change) }),
  });
  for (const { properties, charts, slicers } of draft.sheets) {
    if (charts.length === 0 && slicers.length === 0) continue;
    const sheet = draft.edit(properties.sheetId);
    sheet.charts = charts.map(moved);
    sheet.slicers = slicers.map(moved);
  }
}

/** The cell under the upper left corner; where it is deleted, the object stays where it was. */
function moveAnchor(position: ObjectPosition, sheetId: number, change: RangeChange): ObjectPosition {
  const anchor = position.overlayPosition?.anchorCell;
  if (!anchor || (anchor.sheetId ?? 0) !== sheetId) return position;
  const { rowIndex = 0, columnIndex = 0 } = anchor;
  const cell = {
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + 1,
  };
  const { startRowIndex = rowIndex, startColumnIndex = columnIndex } = change(cell) ?? {};
  const anchorCell = { ...anchor, rowIndex: startRowIndex, columnIndex: startColumnIndex };
  return { ...position, overlayPosition: { ...position.overlayPosition, anchorCell } };
}
