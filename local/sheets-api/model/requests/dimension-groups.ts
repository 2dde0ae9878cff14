import { invalidArgument } from '../../wire/api-error.ts';
import type { RequestBody } from '../../schema/requests.ts';
import { describeGroup } from '../describe-ranges.ts';
import { closeDimensionRange, insideGrid } from '../dimension-range.ts';
import type { Axis } from '../dimensions.ts';
import type { Draft, MutableSheet } from '../draft.ts';
import { refuse, type Handlers } from '../handler.ts';

function addDimensionGroup(draft: Draft, body: RequestBody<'addDimensionGroup'>): object {
  const range = insideGrid(draft, closeDimensionRange(draft, body.range));
  const sheet = draft.edit(range.sheetId);
  const list = range.dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  const overlaps = sheet[list].some(
    (group) => (group.range?.startIndex ?? 0) < range.end && range.start < (group.range?.endIndex ?? 0),
  );
  if (overlaps) refuse('dimension groups that overlap');
  const { sheetId, dimension, start, end } = range;
  const group = { range: { sheetId, dimension, startIndex: start, endIndex: end }, depth: 1 };
  sheet[list] = [...sheet[list], group].toSorted(
    (a, b) => (a.range?.startIndex ?? 0) - (b.range?.startIndex ?? 0),
  );
  showGroupControl(sheet, dimension);
  return { addDimensionGroup: { dimensionGroups: sheet[list].map(describeGroup) } };
}

/** With the first group Google sets this property, and leaves it when the group goes. */
function showGroupControl(sheet: MutableSheet, dimension: Axis['dimension']): void {
  const name = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  const gridProperties = { ...sheet.properties.gridProperties, [name]: true };
  sheet.properties = { ...sheet.properties, gridProperties };
}

function deleteDimensionGroup(draft: Draft, body: RequestBody<'deleteDimensionGroup'>): object {
  const range = closeDimensionRange(draft, body.range);
  const sheet = draft.edit(range.sheetId);
  const list = range.dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  const left = sheet[list].filter(
    (group) => group.range?.startIndex !== range.start || group.range.endIndex !== range.end,
  );
  if (left.length === sheet[list].length) throw invalidArgument('No dimension group over the range.');
  sheet[list] = left;
  return { deleteDimensionGroup: left.length > 0 ? { dimensionGroups: left.map(describeGroup) } : {} };
}

export const groupHandlers: Handlers<'addDimensionGroup' | 'deleteDimensionGroup'> = {
  addDimensionGroup,
  deleteDimensionGroup,
};
