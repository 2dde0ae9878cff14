import { formatCells } from '../../../wire/a1.ts';
import { invalidArgument } from '../../../wire/api-error.ts';
import type { SortSpec } from '../../../schema/objects.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, contains, intersects, rangeOfBox } from '../../ranges/boxes.ts';
import type { Draft } from '../../draft.ts';
import { completeFilter } from '../../ranges/filter-parts.ts';
import { refuse, required, type Handlers } from '../../handler.ts';
import type { Box, Cell, Row, Scalar } from '../../types.ts';

function setBasicFilter(draft: Draft, body: RequestBody<'setBasicFilter'>): object {
  const filter = required(body.filter, 'filter');
  const range = required(filter.range, 'filter.range');
  const sheetId = range.sheetId ?? 0;
  const box = boxOf(draft.read(sheetId), range);
  draft.edit(sheetId).basicFilter = { ...completeFilter(filter), range: rangeOfBox(sheetId, box) };
  const below = { ...box, startRow: box.startRow + 1 };
  if (filter.sortSpecs && below.startRow < below.endRow)
    sortBox(draft, { sheetId, box: below }, filter.sortSpecs);
  return {};
}

function clearBasicFilter(draft: Draft, body: RequestBody<'clearBasicFilter'>): object {
  draft.edit(body.sheetId ?? 0).basicFilter = undefined;
  return {};
}

function sortRange(draft: Draft, body: RequestBody<'sortRange'>): object {
  const range = required(body.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const { rowCount } = draft.read(sheetId).properties.gridProperties;
  if ((range.startRowIndex ?? 0) >= rowCount)
    throw invalidArgument(`range.startRowIndex is larger than current grid size (${rowCount})`);
  const box = boxOf(draft.read(sheetId), range);
  sortBox(draft, { sheetId, box }, required(body.sortSpecs, 'sortSpecs'));
  return {};
}

/** Whole cells change places: value, format, note and validation; the sort is stable. */
function sortBox(draft: Draft, place: { sheetId: number; box: Box }, specs: readonly SortSpec[]): void {
  const { box } = place;
  const sheet = draft.edit(place.sheetId);
  const tall = (merge: Box): boolean => merge.endRow - merge.startRow > 1 || !contains(box, merge);
  const torn = sheet.merges.find((merge) => intersects(merge, box) && tall(merge));
  if (torn)
    throw invalidArgument(
      `You can't sort a range containing vertical merges. There is a vertical merge at ${formatCells(torn)}`,
    );
  const keys = specs.map((spec) => sortKey(spec, box));
  const last = Math.min(box.endRow, sheet.rows.length);
  const before = sheet.rows.slice(box.startRow, last);
  const after = before.toSorted((a, b) => compareRows(a, b, keys));
  after.forEach((cells, offset) => {
    if (cells === before[offset]) return;
    for (let column = box.startColumn; column < box.endColumn; column++)
      draft.setCell(sheet, { row: box.startRow + offset, column }, cells?.[column]);
  });
}

interface SortKey {
  readonly column: number;
  readonly descending: boolean;
}

function sortKey(spec: SortSpec, box: Box): SortKey {
  const isByColour = Object.keys(spec).some((field) => field.includes('Color'));
  if (isByColour) refuse('how to sort by colour');
  const column = spec.dimensionIndex ?? 0;
  if (column < box.startColumn || column >= box.endColumn)
    throw invalidArgument(`sortSpecs.dimensionIndex[${column}] must be inside the range`);
  return { column, descending: spec.sortOrder === 'DESCENDING' };
}

function compareRows(a: Row | undefined, b: Row | undefined, keys: readonly SortKey[]): number {
  for (const { column, descending } of keys) {
    const order = compareCells(a?.[column], b?.[column], descending);
    if (order !== 0) return order;
  }
  return 0;
}

const COLLATOR = new Intl.Collator('ru', { sensitivity: 'accent' });

/** Numbers before texts before yes/no; blanks last in either order. */
function compareCells(a: Cell | undefined, b: Cell | undefined, descending: boolean): number {
  if (a?.value === undefined || b?.value === undefined)
    return Number(a?.value === undefined) - Number(b?.value === undefined);
  const order = compareScalars(a.value, b.value);
  return descending ? -order : order;
}

const TYPE_RANK: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' && typeof b === 'string') return COLLATOR.compare(a, b);
  if (typeof a === typeof b) return Number(a) - Number(b);
  return (TYPE_RANK[typeof a] ?? 0) - (TYPE_RANK[typeof b] ?? 0);
}

export const filterHandlers: Handlers<'setBasicFilter' | 'clearBasicFilter' | 'sortRange'> = {
  setBasicFilter,
  clearBasicFilter,
  sortRange,
};
