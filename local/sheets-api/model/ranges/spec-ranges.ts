import type { GridRange } from '../../schema/common.ts';

const BOUNDS = ['startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'] as const;

/**
 * A chart's or slicer's spec with the ranges of one sheet changed, wherever they stand in it; a range that is
 * gone becomes an empty one, as a chart outlives its data.
 */
export function mapSpecRanges<T>(
  spec: T,
  sheetId: number,
  change: (range: GridRange) => GridRange | undefined,
): T {
  return mapNode(spec, sheetId, change) as T;
}

function mapNode(
  node: unknown,
  sheetId: number,
  change: (range: GridRange) => GridRange | undefined,
): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => mapNode(item, sheetId, change));
  if (BOUNDS.some((bound) => bound in node)) {
    const range = node as GridRange;
    return (range.sheetId ?? 0) === sheetId ? (change(range) ?? { sheetId }) : range;
  }
  return Object.fromEntries(
    Object.entries(node).map(([field, value]) => [field, mapNode(value, sheetId, change)]),
  );
}
