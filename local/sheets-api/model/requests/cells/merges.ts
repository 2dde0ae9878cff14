import { invalidArgument } from '../../../wire/api-error.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, contains, intersects, placesOf } from '../../ranges/boxes.ts';
import { BLANK, changeCell } from '../../values/cells.ts';
import type { Draft } from '../../draft.ts';
import { required, type Handlers } from '../../handler.ts';
import type { Box } from '../../types.ts';

const HALF_SELECTED = 'You must select all cells in a merged range to merge or unmerge them.';

function mergeCells(draft: Draft, body: RequestBody<'mergeCells'>): object {
  const range = required(body.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const box = boxOf(draft.read(sheetId), range);
  dissolve(draft, sheetId, box);
  for (const merged of partsOf(box, body.mergeType ?? 'MERGE_ALL')) {
    const single = merged.endRow - merged.startRow === 1 && merged.endColumn - merged.startColumn === 1;
    if (!single) mergeBox(draft, sheetId, merged);
  }
  return {};
}

function partsOf(box: Box, mergeType: 'MERGE_ALL' | 'MERGE_COLUMNS' | 'MERGE_ROWS'): Box[] {
  if (mergeType === 'MERGE_ALL') return [box];
  if (mergeType === 'MERGE_ROWS')
    return Array.from({ length: box.endRow - box.startRow }, (_, offset) => {
      const startRow = box.startRow + offset;
      return { ...box, startRow, endRow: startRow + 1 };
    });
  return Array.from({ length: box.endColumn - box.startColumn }, (_, offset) => {
    const startColumn = box.startColumn + offset;
    return { ...box, startColumn, endColumn: startColumn + 1 };
  });
}

/** The upper left cell keeps its value; the others lose theirs. */
function mergeBox(draft: Draft, sheetId: number, box: Box): void {
  const sheet = draft.edit(sheetId);
  for (const at of placesOf(box)) {
    const corner = at.row === box.startRow && at.column === box.startColumn;
    const cell = sheet.rows[at.row]?.[at.column];
    if (!corner && cell?.value !== undefined) draft.setCell(sheet, at, changeCell(cell, BLANK));
  }
  draft.editMerges(sheet).push(box);
}

/** Takes away the merges inside of the box; one that lies half inside is refused. */
function dissolve(draft: Draft, sheetId: number, box: Box): void {
  const sheet = draft.edit(sheetId);
  draft.guard?.checkBox(sheet, box);
  const touched = sheet.merges.filter((merge) => intersects(merge, box));
  if (touched.some((merge) => !contains(box, merge))) throw invalidArgument(HALF_SELECTED);
  if (touched.length > 0) sheet.merges = sheet.merges.filter((merge) => !touched.includes(merge));
}

function unmergeCells(draft: Draft, body: RequestBody<'unmergeCells'>): object {
  const range = required(body.range, 'range');
  const sheetId = range.sheetId ?? 0;
  dissolve(draft, sheetId, boxOf(draft.read(sheetId), range));
  return {};
}

export const mergeHandlers: Handlers<'mergeCells' | 'unmergeCells'> = { mergeCells, unmergeCells };
