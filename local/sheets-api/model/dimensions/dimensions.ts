import type { Dimension, GridRange } from '../../schema/common.ts';
import type { DeveloperMetadata, DimensionGroup } from '../../schema/sheet.ts';
import type { Draft, MutableSheet } from '../draft.ts';
import type { Axis } from '../ranges/boxes.ts';
import { mapRanges } from '../ranges/map-ranges.ts';
import { shiftList, shiftRange, shiftSpan, type DimensionChange } from './shift.ts';
import { shiftReferences } from './shift-references.ts';
import type { Box } from '../types.ts';

/** How many rows or columns the sheet has. */
export function dimensionSize(sheet: Pick<MutableSheet, 'properties'>, dimension: Dimension): number {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  return dimension === 'ROWS' ? rowCount : columnCount;
}

/** Inserts, deletes or moves rows or columns, and everything that is attached to them follows. */
export function changeDimension(draft: Draft, axis: Axis, change: DimensionChange): void {
  const sheet = draft.edit(axis.sheetId);
  draft.guard?.checkDimension(sheet, axis.dimension, change);
  shiftCells(sheet, axis.dimension, change);
  shiftGrid(sheet, axis.dimension, change);
  shiftAttached(draft, axis, change);
}

/** What lies on the rows or columns, but not the cells: after a change of the grid's size alone. */
function shiftAttached(draft: Draft, axis: Axis, change: DimensionChange): void {
  const { sheetId, dimension } = axis;
  mapRanges(draft, sheetId, (range: GridRange) => shiftRange(range, dimension, change));
  const sheet = draft.edit(sheetId);
  sheet.merges = shiftMerges(sheet.merges, dimension, change);
  if (dimension === 'ROWS') sheet.rowGroups = shiftGroups(sheet.rowGroups, change);
  else sheet.columnGroups = shiftGroups(sheet.columnGroups, change);
  draft.developerMetadata = draft.developerMetadata.flatMap((entry) => shiftMetadata(entry, axis, change));
  shiftReferences(draft, axis, change);
}

function shiftCells(sheet: MutableSheet, dimension: Dimension, change: DimensionChange): void {
  if (dimension === 'ROWS') {
    sheet.rows = shiftList(sheet.rows, change);
    sheet.rowProperties = shiftList(sheet.rowProperties, change);
    return;
  }
  sheet.rows = sheet.rows.map((row) => (row && needsShift(row, change) ? shiftList(row, change) : row));
  sheet.columnProperties = shiftList(sheet.columnProperties, change);
}

function needsShift(row: readonly unknown[], change: DimensionChange): boolean {
  return row.length > (change.kind === 'move' ? Math.min(change.start, change.destination) : change.start);
}

function shiftGrid(sheet: MutableSheet, dimension: Dimension, change: DimensionChange): void {
  if (change.kind === 'move') return;
  const { gridProperties } = sheet.properties;
  const [sizeName, frozenName] =
    dimension === 'ROWS'
      ? (['rowCount', 'frozenRowCount'] as const)
      : (['columnCount', 'frozenColumnCount'] as const);
  const frozen = gridProperties[frozenName] ?? 0;
  const gone = change.kind === 'delete' ? change.end - change.start : 0;
  const grown = change.kind === 'insert' ? change.count : -gone;
  const frozenGone = change.kind === 'delete' ? Math.max(0, Math.min(frozen, change.end) - change.start) : 0;
  const frozenGrown = change.kind === 'insert' && change.start < frozen ? change.count : -frozenGone;
  const { [frozenName]: _before, ...others } = gridProperties;
  const kept = frozen + frozenGrown;
  sheet.properties = {
    ...sheet.properties,
    gridProperties: {
      ...others,
      [sizeName]: gridProperties[sizeName] + grown,
      ...(kept > 0 ? { [frozenName]: kept } : {}),
    },
  };
}

function shiftMerges(merges: readonly Box[], dimension: Dimension, change: DimensionChange): Box[] {
  return merges.flatMap((merge) => {
    const rows = dimension === 'ROWS';
    const before = rows
      ? { start: merge.startRow, end: merge.endRow }
      : { start: merge.startColumn, end: merge.endColumn };
    const span = shiftSpan(before, change);
    if (span?.end === undefined) return [];
    const after = rows
      ? { ...merge, startRow: span.start, endRow: span.end }
      : { ...merge, startColumn: span.start, endColumn: span.end };
    // A merge of one cell is no merge.
    const single = after.endRow - after.startRow === 1 && after.endColumn - after.startColumn === 1;
    return single ? [] : [after];
  });
}

function shiftGroups(groups: readonly DimensionGroup[], change: DimensionChange): DimensionGroup[] {
  return groups.flatMap((group) => {
    const span = shiftSpan({ start: group.range?.startIndex ?? 0, end: group.range?.endIndex }, change);
    if (!span) return [];
    return [{ ...group, range: { ...group.range, startIndex: span.start, endIndex: span.end } }];
  });
}

function shiftMetadata(entry: DeveloperMetadata, axis: Axis, change: DimensionChange): DeveloperMetadata[] {
  const range = entry.location?.dimensionRange;
  if (!range || (range.sheetId ?? 0) !== axis.sheetId || range.dimension !== axis.dimension) return [entry];
  const span = shiftSpan({ start: range.startIndex ?? 0, end: range.endIndex }, change);
  if (!span) return [];
  const dimensionRange = { ...range, startIndex: span.start, endIndex: span.end };
  return [{ ...entry, location: { ...entry.location, dimensionRange } }];
}

/** Gives the grid another size: cells outside are gone, as are merges and ranges that lay there. */
export function resizeGrid(
  draft: Draft,
  sheetId: number,
  size: { readonly rowCount: number; readonly columnCount: number },
): void {
  for (const dimension of ['ROWS', 'COLUMNS'] as const) {
    const sheet = draft.read(sheetId);
    const [before, after] = [
      dimensionSize(sheet, dimension),
      dimension === 'ROWS' ? size.rowCount : size.columnCount,
    ];
    if (after < before)
      changeDimension(draft, { sheetId, dimension }, { kind: 'delete', start: after, end: before });
    if (after > before) appendToGrid(draft.edit(sheetId), dimension, after);
  }
}

function appendToGrid(sheet: MutableSheet, dimension: Dimension, size: number): void {
  const gridProperties = {
    ...sheet.properties.gridProperties,
    [dimension === 'ROWS' ? 'rowCount' : 'columnCount']: size,
  };
  sheet.properties = { ...sheet.properties, gridProperties };
}
