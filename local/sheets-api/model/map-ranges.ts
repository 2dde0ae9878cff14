import type { GridRange } from '../schema/common.ts';
import type { Draft } from './draft.ts';

type RangeChange = (range: GridRange) => GridRange | undefined;

/**
 * Applies the change to every range that is attached to the sheet: protections, conditional rules, filter,
 * named ranges. What has no range left is gone.
 */
export function mapRanges(draft: Draft, sheetId: number, change: RangeChange): void {
  const sheet = draft.edit(sheetId);
  sheet.protectedRanges = sheet.protectedRanges.flatMap((entry) => {
    const range = entry.range && change(entry.range);
    const unprotectedRanges = entry.unprotectedRanges?.flatMap((inner) => change(inner) ?? []);
    return range ? [{ ...entry, range, ...(unprotectedRanges && { unprotectedRanges }) }] : [];
  });
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    const ranges = (rule.ranges ?? []).flatMap((range) => change(range) ?? []);
    return ranges.length > 0 ? [{ ...rule, ranges }] : [];
  });
  const filterRange = sheet.basicFilter?.range && change(sheet.basicFilter.range);
  sheet.basicFilter = filterRange && { ...sheet.basicFilter, range: filterRange };
  draft.namedRanges = draft.namedRanges.flatMap((named) => {
    if ((named.range?.sheetId ?? 0) !== sheetId || !named.range) return [named];
    const range = change(named.range);
    return range ? [{ ...named, range }] : [];
  });
}
