import { invalidArgument } from '../../../wire/api-error.ts';
import type { Dimension, GridRange } from '../../../schema/common.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, intersects } from '../../ranges/boxes.ts';
import type { Draft } from '../../draft.ts';
import { shiftFormulas } from '../../formula/shift-formulas.ts';
import { required, type Handlers } from '../../handler.ts';
import { resizeGrid } from '../../dimensions/dimensions.ts';
import { shiftList, type DimensionChange } from '../../dimensions/shift.ts';
import type { Box, Cell } from '../../types.ts';

interface Shifting {
  readonly sheetId: number;
  readonly box: Box;
  readonly dimension: Dimension;
}

function shiftingOf(
  draft: Draft,
  body: { range?: GridRange | undefined; shiftDimension?: Dimension | undefined },
): Shifting {
  const range = required(body.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.read(sheetId);
  const box = boxOf(sheet, range);
  const dimension = required(body.shiftDimension, 'shiftDimension');
  const pushed =
    dimension === 'ROWS'
      ? { ...box, endRow: Number.POSITIVE_INFINITY }
      : { ...box, endColumn: Number.POSITIVE_INFINITY };
  if (sheet.merges.some((merge) => intersects(merge, pushed)))
    throw invalidArgument('You must select all cells in a merged range to insert or delete cells.');
  return { sheetId, box, dimension };
}

function insertRange(draft: Draft, body: RequestBody<'insertRange'>): object {
  const shifting = shiftingOf(draft, body);
  const [start, end] = spanOf(shifting);
  makeRoom(draft, shifting, end - start);
  shiftBox(draft, shifting, { kind: 'insert', start, count: end - start });
  return {};
}

/** Cells at the edge are pushed out into new rows or columns rather than lost. */
function makeRoom(draft: Draft, { sheetId, dimension }: Shifting, count: number): void {
  const sheet = draft.read(sheetId);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
  const rows = dimension === 'ROWS' ? Math.max(rowCount, sheet.rows.length + count) : rowCount;
  const columns = dimension === 'COLUMNS' ? Math.max(columnCount, width + count) : columnCount;
  resizeGrid(draft, sheetId, { rowCount: rows, columnCount: columns });
}

function deleteRange(draft: Draft, body: RequestBody<'deleteRange'>): object {
  const shifting = shiftingOf(draft, body);
  const [start, end] = spanOf(shifting);
  shiftBox(draft, shifting, { kind: 'delete', start, end });
  return {};
}

function spanOf({ box, dimension }: Shifting): [number, number] {
  return dimension === 'ROWS' ? [box.startRow, box.endRow] : [box.startColumn, box.endColumn];
}

function shiftBox(draft: Draft, shifting: Shifting, change: DimensionChange): void {
  const { box, sheetId } = shifting;
  const sheet = draft.edit(sheetId);
  const rows = shifting.dimension === 'ROWS';
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  draft.guard?.checkBox(sheet, { ...box, ...(rows ? { endRow: rowCount } : { endColumn: columnCount }) });
  shiftFormulas(
    draft,
    shifting,
    change,
    rows ? { start: box.startColumn, end: box.endColumn } : { start: box.startRow, end: box.endRow },
  );
  if (!rows) {
    for (let row = box.startRow; row < Math.min(box.endRow, sheet.rows.length); row++)
      sheet.rows[row] = shiftList(sheet.rows[row] ?? [], change);
    return;
  }
  for (let column = box.startColumn; column < box.endColumn; column++) {
    const before: (Cell | undefined)[] = sheet.rows.map((row) => row?.[column]);
    const after = shiftList(before, change);
    const last = Math.max(before.length, after.length);
    for (let row = box.startRow; row < last; row++) draft.setCell(sheet, { row, column }, after[row]);
  }
}

export const shiftHandlers: Handlers<'insertRange' | 'deleteRange'> = { insertRange, deleteRange };
