import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf } from '../../ranges/boxes.ts';
import { changeCell } from '../../values/cells.ts';
import type { Draft } from '../../draft.ts';
import { required, type Handlers } from '../../handler.ts';
import type { Box, Cell, Row, Surroundings } from '../../types.ts';

interface Place {
  readonly sheetId: number;
  readonly box: Box;
}

function placeOf(draft: Draft, range: RequestBody<'trimWhitespace'>['range']): Place {
  const given = required(range, 'range');
  const sheetId = given.sheetId ?? 0;
  return { sheetId, box: boxOf(draft.read(sheetId), given) };
}

/** Leading and trailing blanks go, runs of blanks inside become one; formulas are left alone. */
function trimWhitespace(draft: Draft, body: RequestBody<'trimWhitespace'>): object {
  const { sheetId, box } = placeOf(draft, body.range);
  const sheet = draft.edit(sheetId);
  let cellsChangedCount = 0;
  for (let row = box.startRow; row < Math.min(box.endRow, sheet.rows.length); row++)
    for (let column = box.startColumn; column < box.endColumn; column++) {
      const cell = sheet.rows[row]?.[column];
      if (typeof cell?.value !== 'string' || cell.formula !== undefined) continue;
      const value = cell.value.trim().replaceAll(/\s+/g, ' ');
      if (value === cell.value) continue;
      cellsChangedCount++;
      draft.setCell(sheet, { row, column }, changeCell(cell, { value: value === '' ? undefined : value }));
    }
  return { trimWhitespace: cellsChangedCount > 0 ? { cellsChangedCount } : {} };
}

/** Of rows that look the same in the compared columns the first stays; those below move up, within the range. */
function deleteDuplicates(draft: Draft, body: RequestBody<'deleteDuplicates'>): object {
  const { sheetId, box } = placeOf(draft, body.range);
  const rows = rowsIn(draft, { sheetId, box });
  const columns = (body.comparisonColumns ?? []).flatMap(({ startIndex = 0, endIndex = box.endColumn }) =>
    Array.from({ length: endIndex - startIndex }, (_, offset) => startIndex + offset),
  );
  const compared = columns.length > 0 ? columns : range(box.startColumn, box.endColumn);
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const key = JSON.stringify(compared.map((column) => keyOf(row?.[column])));
    return !seen.has(key) && seen.add(key);
  });
  writeRows(draft, { sheetId, box }, kept);
  const gone = rows.length - kept.length;
  return { deleteDuplicates: gone > 0 ? { duplicatesRemovedCount: gone } : {} };
}

/** Letter case does not tell texts apart; a number and its text are two. */
function keyOf(cell: Cell | undefined): unknown {
  const value = cell?.value;
  return typeof value === 'string' ? value.toLowerCase() : (value ?? null);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function rowsIn(draft: Draft, { sheetId, box }: Place): (Row | undefined)[] {
  const { rows } = draft.read(sheetId);
  return range(box.startRow, box.endRow).map((row) => rows[row]);
}

/** The rows from the top of the box; below them its cells are emptied. */
function writeRows(draft: Draft, { sheetId, box }: Place, rows: readonly (Row | undefined)[]): void {
  const sheet = draft.edit(sheetId);
  const last = Math.min(box.endRow, Math.max(sheet.rows.length, box.startRow + rows.length));
  for (let row = box.startRow; row < last; row++)
    for (let column = box.startColumn; column < box.endColumn; column++)
      draft.setCell(sheet, { row, column }, rows[row - box.startRow]?.[column]);
}

function randomizeRange(draft: Draft, body: RequestBody<'randomizeRange'>, around: Surroundings): object {
  const place = placeOf(draft, body.range);
  const rows = rowsIn(draft, place);
  for (let last = rows.length - 1; last > 0; last--) {
    // The surroundings know no chance but fresh ids: they are as random as anything here.
    const other = Number(around.newId('sheet')) % (last + 1);
    [rows[last], rows[other]] = [rows[other], rows[last]];
  }
  writeRows(draft, place, rows);
  return {};
}

export const cleanHandlers: Handlers<'trimWhitespace' | 'deleteDuplicates' | 'randomizeRange'> = {
  trimWhitespace,
  deleteDuplicates,
  randomizeRange,
};
