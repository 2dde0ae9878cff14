import { invalidArgument } from '../../../wire/api-error.ts';
import { dimensionGroup, type DimensionGroup } from '../../../schema/sheet.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { describeGroup } from '../../describe/describe-ranges.ts';
import {
  closeDimensionRange,
  insideGrid,
  type ClosedDimensionRange,
} from '../../dimensions/dimension-range.ts';
import type { Axis } from '../../ranges/boxes.ts';
import type { Draft, MutableSheet } from '../../draft.ts';
import { required, updateMask, type Handlers } from '../../handler.ts';

const MAX_DEPTH = 8;
const NO_GROUP = 'No dimension group over the range.';

type Lists = 'rowGroups' | 'columnGroups';

function listOf({ dimension }: Axis): Lists {
  return dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
}

/** How deep each row or column lies in groups; they are all that a change of groups changes. */
function depthsOf(groups: readonly DimensionGroup[]): number[] {
  const depths: number[] = [];
  for (const { range = {} } of groups)
    for (let index = range.startIndex ?? 0; index < (range.endIndex ?? 0); index++)
      depths[index] = (depths[index] ?? 0) + 1;
  return depths;
}

/** The groups that these depths mean: at each depth the runs of rows or columns that lie so deep or deeper. */
function groupsOf(
  depths: readonly number[],
  axis: Axis,
  before: readonly DimensionGroup[],
): DimensionGroup[] {
  const groups: DimensionGroup[] = [];
  const { sheetId, dimension } = axis;
  for (let depth = 1; depth <= MAX_DEPTH; depth++) {
    let startIndex: number | undefined;
    for (let index = 0; index <= depths.length; index++) {
      const isInside = (depths[index] ?? 0) >= depth;
      if (isInside) startIndex ??= index;
      else if (startIndex !== undefined) {
        const range = { sheetId, dimension, startIndex, endIndex: index };
        const known = before.find((group) => group.depth === depth && group.range?.startIndex === startIndex);
        groups.push({ range, depth, ...(known?.collapsed && { collapsed: true }) });
        startIndex = undefined;
      }
    }
  }
  return groups;
}

function changeDepths(draft: Draft, range: ClosedDimensionRange, by: 1 | -1): DimensionGroup[] {
  const sheet = draft.edit(range.sheetId);
  const list = listOf(range);
  const depths = depthsOf(sheet[list]);
  for (let index = range.start; index < range.end; index++) depths[index] = (depths[index] ?? 0) + by;
  if (depths.some((depth) => depth < 0)) throw invalidArgument(NO_GROUP);
  if (depths.some((depth) => depth > MAX_DEPTH))
    throw invalidArgument(`Dimension groups can be nested at most ${MAX_DEPTH} deep.`);
  const { sheetId, dimension } = range;
  return (sheet[list] = groupsOf(depths, { sheetId, dimension }, sheet[list]));
}

function addDimensionGroup(draft: Draft, body: RequestBody<'addDimensionGroup'>): object {
  const range = insideGrid(draft, closeDimensionRange(draft, body.range));
  const groups = changeDepths(draft, range, 1);
  showGroupControl(draft.edit(range.sheetId), range.dimension);
  return { addDimensionGroup: { dimensionGroups: groups.map(describeGroup) } };
}

/** With the first group Google sets this property, and leaves it when the group goes. */
function showGroupControl(sheet: MutableSheet, dimension: Axis['dimension']): void {
  const name = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  const gridProperties = { ...sheet.properties.gridProperties, [name]: true };
  sheet.properties = { ...sheet.properties, gridProperties };
}

function deleteDimensionGroup(draft: Draft, body: RequestBody<'deleteDimensionGroup'>): object {
  const left = changeDepths(draft, closeDimensionRange(draft, body.range), -1);
  return { deleteDimensionGroup: left.length > 0 ? { dimensionGroups: left.map(describeGroup) } : {} };
}

/** To collapse a group hides its rows or columns, to open it shows them. */
function updateDimensionGroup(draft: Draft, body: RequestBody<'updateDimensionGroup'>): object {
  updateMask(body.fields, dimensionGroup);
  const given = required(body.dimensionGroup, 'dimensionGroup');
  const range = closeDimensionRange(draft, given.range);
  const sheet = draft.edit(range.sheetId);
  const list = listOf(range);
  const isMeant = (group: DimensionGroup): boolean =>
    group.depth === (given.depth ?? 1) &&
    (group.range?.startIndex ?? 0) === range.start &&
    group.range?.endIndex === range.end;
  if (!sheet[list].some(isMeant)) throw invalidArgument(NO_GROUP);
  const collapsed = given.collapsed ? { collapsed: true } : {};
  sheet[list] = sheet[list].map((group) =>
    isMeant(group) ? { range: group.range, depth: group.depth, ...collapsed } : group,
  );
  hideLines(sheet, range, given.collapsed ?? false);
  return {};
}

function hideLines(sheet: MutableSheet, range: ClosedDimensionRange, isHidden: boolean): void {
  const name = range.dimension === 'ROWS' ? 'rowProperties' : 'columnProperties';
  const properties = [...sheet[name]];
  while (properties.length < range.end) properties.push(undefined);
  for (let index = range.start; index < range.end; index++) {
    const { hiddenByUser: _before, ...others } = properties[index] ?? {};
    properties[index] = isHidden ? { ...others, hiddenByUser: true } : others;
  }
  sheet[name] = properties;
}

export const groupHandlers: Handlers<'addDimensionGroup' | 'deleteDimensionGroup' | 'updateDimensionGroup'> =
  {
    addDimensionGroup,
    deleteDimensionGroup,
    updateDimensionGroup,
  };
