import { invalidArgument } from '../../../wire/api-error.ts';
import { cellData, type RowData } from '../../../schema/cell.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import type { Mask } from '../../../wire/field-mask.ts';
import { boxOf, clippedBox, placesOf } from '../../ranges/boxes.ts';
import { changeCell, completeValidation, planCellPatch, type CellPatch } from '../../values/cells.ts';
import { resizeGrid } from '../../dimensions/dimensions.ts';
import type { Draft } from '../../draft.ts';
import { moveFormula } from '../../formula/references.ts';
import { required, updateMask, type Handlers } from '../../handler.ts';
import type { Box, Sheet } from '../../types.ts';

/** Puts the patch on every cell of the box. */
export function patchBox(draft: Draft, place: { sheetId: number; box: Box }, patch: CellPatch): void {
  const sheet = draft.edit(place.sheetId);
  const { startRow, endRow, startColumn, endColumn } = place.box;
  for (let row = startRow; row < endRow; row++)
    draft.changeCells(sheet, { row, startColumn, endColumn }, patch.apply);
}

function repeatCell(draft: Draft, body: RequestBody<'repeatCell'>): object {
  const mask = updateMask(body.fields, cellData);
  const range = required(body.range, 'range');
  const sheetId = range.sheetId ?? 0;
  // Alone among the requests it takes a range that leaves the grid, and one that is empty.
  const box = clippedBox(draft.read(sheetId), range);
  if (!box) return {};
  patchBox(draft, { sheetId, box }, planCellPatch(body.cell ?? {}, mask));
  if (body.cell?.userEnteredValue?.formulaValue !== undefined) spreadFormula(draft, { sheetId, box });
  return {};
}

/** A repeated formula names, in each cell, the cells that lie as far from it as from the first one. */
function spreadFormula(draft: Draft, { sheetId, box }: { sheetId: number; box: Box }): void {
  const sheet = draft.edit(sheetId);
  for (const at of placesOf(box)) {
    const cell = sheet.rows[at.row]?.[at.column];
    if (cell?.formula === undefined) continue;
    const formula = moveFormula(cell.formula, at.row - box.startRow, at.column - box.startColumn);
    draft.setCell(sheet, at, changeCell(cell, { formula }));
  }
}

function updateCells(draft: Draft, body: RequestBody<'updateCells'>): object {
  const mask = updateMask(body.fields, cellData);
  const { range, start } = body;
  if ((range === undefined) === (start === undefined))
    throw invalidArgument('Exactly one of range and start must be given.');
  const rows = body.rows ?? [];
  const sheetId = (range ?? start)?.sheetId ?? 0;
  const sheet = draft.read(sheetId);
  if (range) {
    const box = boxOf(sheet, range);
    checkRows(rows, box);
    writeRows(draft, { sheetId, startRow: box.startRow, startColumn: box.startColumn }, { rows, mask });
    clearUncovered(draft, { sheetId, box }, { rows, mask });
  } else {
    const { rowCount, columnCount } = sheet.properties.gridProperties;
    const [startRow, startColumn] = [start?.rowIndex ?? 0, start?.columnIndex ?? 0];
    checkRows(rows, { startRow, endRow: rowCount, startColumn, endColumn: columnCount });
    writeRows(draft, { sheetId, startRow, startColumn }, { rows, mask });
  }
  return {};
}

interface Rows {
  readonly rows: readonly RowData[];
  readonly mask: Mask;
}

function checkRows(rows: readonly RowData[], box: Box): void {
  if (box.startRow + rows.length > box.endRow)
    throw invalidArgument(
      `Attempting to write row: ${box.endRow}, beyond the last requested row of: ${box.endRow - 1}`,
    );
  const width = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
  if (box.startColumn + width > box.endColumn)
    throw invalidArgument(
      `Attempting to write column: ${box.endColumn}, beyond the last requested column of: ${box.endColumn - 1}`,
    );
}

function writeRows(
  draft: Draft,
  place: { sheetId: number; startRow: number; startColumn: number },
  { rows, mask }: Rows,
): void {
  const sheet = draft.edit(place.sheetId);
  rows.forEach(({ values }, rowOffset) =>
    values?.forEach((data, columnOffset) => {
      const at = { row: place.startRow + rowOffset, column: place.startColumn + columnOffset };
      draft.setCell(sheet, at, planCellPatch(data, mask).apply(sheet.rows[at.row]?.[at.column]));
    }),
  );
}

/** A range says "these cells and no others": where no data came, the masked fields are cleared. */
function clearUncovered(draft: Draft, place: { sheetId: number; box: Box }, { rows, mask }: Rows): void {
  const { box, sheetId } = place;
  const clear = planCellPatch({}, mask);
  for (let row = box.startRow; row < box.endRow; row++) {
    const covered = rows[row - box.startRow]?.values?.length ?? 0;
    const startColumn = box.startColumn + covered;
    if (draft.read(sheetId).rows[row])
      patchBox(draft, { sheetId, box: { ...box, startRow: row, endRow: row + 1, startColumn } }, clear);
  }
}

function appendCells(draft: Draft, body: RequestBody<'appendCells'>): object {
  const mask = updateMask(body.fields, cellData);
  const sheetId = body.sheetId ?? 0;
  const sheet = draft.read(sheetId);
  const rows = body.rows ?? [];
  const startRow = lastFilledRow(sheet) + 1;
  const width = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  resizeGrid(draft, sheetId, {
    rowCount: Math.max(rowCount, startRow + rows.length),
    columnCount: Math.max(columnCount, width),
  });
  writeRows(draft, { sheetId, startRow, startColumn: 0 }, { rows, mask });
  return {};
}

function lastFilledRow(sheet: Sheet): number {
  return sheet.rows.findLastIndex((row) => row?.some((cell) => cell?.value !== undefined));
}

function setDataValidation(draft: Draft, body: RequestBody<'setDataValidation'>): object {
  const range = required(body.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const box = boxOf(draft.read(sheetId), range);
  const validation = body.rule && completeValidation(body.rule);
  const onBlank = changeCell(undefined, { validation });
  const apply: CellPatch['apply'] = (cell) => (cell ? changeCell(cell, { validation }) : onBlank);
  patchBox(draft, { sheetId, box }, { apply });
  return {};
}

export const cellHandlers: Handlers<'repeatCell' | 'updateCells' | 'appendCells' | 'setDataValidation'> = {
  repeatCell,
  updateCells,
  appendCells,
  setDataValidation,
};
