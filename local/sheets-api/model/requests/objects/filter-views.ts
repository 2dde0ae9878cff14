import { invalidArgument } from '../../../wire/api-error.ts';
import { merge } from '../../../wire/field-mask.ts';
import { filterView, type FilterView } from '../../../schema/objects.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, rangeOfBox } from '../../ranges/boxes.ts';
import { describeRanged } from '../../describe/describe-ranges.ts';
import type { Draft } from '../../draft.ts';
import { completeFilter } from '../../ranges/filter-parts.ts';
import { findObject, replaced, type Found } from '../../find-object.ts';
import { required, updateMask, type Handlers } from '../../handler.ts';
import type { Surroundings } from '../../types.ts';

function complete(draft: Draft, given: FilterView, filterViewId: number): FilterView {
  const named = draft.namedRanges.find(({ namedRangeId }) => namedRangeId === given.namedRangeId);
  const range = required(given.range ?? named?.range, 'filter.range');
  const sheetId = range.sheetId ?? 0;
  const closed = rangeOfBox(sheetId, boxOf(draft.read(sheetId), range));
  return { ...completeFilter(given), filterViewId, title: given.title ?? nextTitle(draft), range: closed };
}

function nextTitle(draft: Draft): string {
  const count = draft.sheets.reduce((sum, { filterViews }) => sum + filterViews.length, 0);
  return `${draft.properties.locale.startsWith('ru') ? 'Фильтр' : 'Filter'} ${count + 1}`;
}

function addFilterView(draft: Draft, body: RequestBody<'addFilterView'>, around: Surroundings): object {
  const given = required(body.filter, 'filter');
  const id = given.filterViewId ?? Number(around.newId('filterView'));
  if (findView(draft, id)) throw invalidArgument(`A filter view with ID: ${id} already exists.`);
  const filter = complete(draft, given, id);
  const sheet = draft.edit(filter.range?.sheetId ?? 0);
  sheet.filterViews = [...sheet.filterViews, filter];
  return { addFilterView: { filter: describeRanged(filter) } };
}

function findView(draft: Draft, id: number | undefined): Found<'filterViews'> | undefined {
  return findObject(draft, 'filterViews', ({ filterViewId }) => filterViewId === id);
}

function existing(draft: Draft, id: number | undefined): Found<'filterViews'> {
  const found = findView(draft, id);
  if (!found) throw invalidArgument(`No filter view with ID: ${id ?? 0}`);
  return found;
}

function updateFilterView(draft: Draft, body: RequestBody<'updateFilterView'>): object {
  const mask = updateMask(body.fields, filterView);
  const { sheet, entry } = existing(draft, body.filter?.filterViewId);
  const merged = merge(entry, body.filter, mask) ?? {};
  const after = complete(draft, merged, entry.filterViewId ?? 0);
  sheet.filterViews = replaced(sheet.filterViews, entry, after);
  return {};
}

function duplicateFilterView(
  draft: Draft,
  body: RequestBody<'duplicateFilterView'>,
  around: Surroundings,
): object {
  const { sheet, entry } = existing(draft, body.filterId);
  const filterViewId = Number(around.newId('filterView'));
  const title = draft.properties.locale.startsWith('ru')
    ? `${entry.title ?? ''} (копия)`
    : `Copy of ${entry.title ?? ''}`;
  const filter = { ...entry, filterViewId, title };
  sheet.filterViews = [...sheet.filterViews, filter];
  return { duplicateFilterView: { filter: describeRanged(filter) } };
}

function deleteFilterView(draft: Draft, body: RequestBody<'deleteFilterView'>): object {
  const { sheet, entry } = existing(draft, body.filterId);
  sheet.filterViews = replaced(sheet.filterViews, entry);
  return {};
}

export const filterViewHandlers: Handlers<
  'addFilterView' | 'updateFilterView' | 'duplicateFilterView' | 'deleteFilterView'
> = { addFilterView, updateFilterView, duplicateFilterView, deleteFilterView };
