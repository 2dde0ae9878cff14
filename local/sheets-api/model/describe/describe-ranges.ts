import type { GridRange } from '../../schema/common.ts';
import type { BasicFilter } from '../../schema/objects.ts';
import type {
  ConditionalFormatRule,
  DeveloperMetadata,
  DimensionGroup,
  NamedRange,
} from '../../schema/sheet.ts';

/** On the wire the sheet with id 0 goes without its id in a range. */
export function describeRange<T extends { sheetId?: number | undefined }>(range: T): T {
  if (range.sheetId !== 0) return range;
  const { sheetId: _zero, ...others } = range;
  return others as T;
}

export function describeRule(rule: ConditionalFormatRule): ConditionalFormatRule {
  return { ...rule, ranges: (rule.ranges ?? []).map((range: GridRange) => describeRange(range)) };
}

export function describeNamed(named: NamedRange): NamedRange {
  return { ...named, range: describeRange(named.range ?? {}) };
}

export function describeGroup(group: DimensionGroup): DimensionGroup {
  return { ...group, range: describeRange(group.range ?? {}) };
}

/** A filter, a filter view or a banded range. */
export function describeRanged<T extends Pick<BasicFilter, 'range'>>(entry: T): T {
  return { ...entry, range: describeRange(entry.range ?? {}) };
}

/** The place of the metadata on the wire. */
export function describeMetadata(entry: DeveloperMetadata): DeveloperMetadata {
  const dimensionRange = entry.location?.dimensionRange;
  if (!dimensionRange) return entry;
  return { ...entry, location: { ...entry.location, dimensionRange: describeRange(dimensionRange) } };
}
