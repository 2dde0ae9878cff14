import { invalidArgument } from '../../../wire/api-error.ts';
import type { Dimension } from '../../../schema/common.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, checkInGrid } from '../../ranges/boxes.ts';
import { changeCell } from '../../values/cells.ts';
import type { Draft } from '../../draft.ts';
import { continueSeries } from '../../dimensions/fill-series.ts';
import { required, type Handlers } from '../../handler.ts';
import type { Box } from '../../types.ts';

interface Fill {
  readonly sheetId: number;
  readonly source: Box;
  readonly dimension: Dimension;
  /** How many rows or columns; negative: upwards or to the left. */
  readonly length: number;
}

function autoFill(draft: Draft, body: RequestBody<'autoFill'>): object {
  const fill = body.range ? fillOfRange(draft, body.range) : fillOfSource(draft, body.sourceAndDestination);
  if (!fill) return {};
  const { source, dimension, length, sheetId } = fill;
  const rows = dimension === 'ROWS';
  const sheet = draft.edit(sheetId);
  const grown = rows
    ? { ...source, endRow: source.endRow + Math.max(0, length) }
    : { ...source, endColumn: source.endColumn + Math.max(0, length) };
  checkInGrid(sheet, grown);
  const [start, end] = rows ? [source.startRow, source.endRow] : [source.startColumn, source.endColumn];
  if (start + Math.min(0, length) < 0) throw invalidArgument('fillLength leaves the grid');
  const [first, last] = rows ? [source.startColumn, source.endColumn] : [source.startRow, source.endRow];
  for (let line = first; line < last; line++) {
    const cellAt = (at: number) => (rows ? { row: at, column: line } : { row: line, column: at });
    const known = Array.from({ length: end - start }, (_, offset) => {
      const { row, column } = cellAt(start + offset);
      return sheet.rows[row]?.[column];
    });
    const step = length < 0 ? -1 : 1;
    const filled = continueSeries(step < 0 ? known.toReversed() : known, Math.abs(length), {
      isPlain: body.useAlternateSeries ?? false,
      down: rows ? step : 0,
      right: rows ? 0 : step,
    });
    filled.forEach((cell, offset) => {
      const at = cellAt(step < 0 ? start - 1 - offset : end + offset);
      const { note } = sheet.rows[at.row]?.[at.column] ?? {};
      draft.setCell(sheet, at, changeCell(cell, { note }));
    });
  }
  return {};
}

function fillOfSource(draft: Draft, given: RequestBody<'autoFill'>['sourceAndDestination']): Fill {
  const { source, dimension, fillLength = 0 } = required(given, 'sourceAndDestination');
  const range = required(source, 'sourceAndDestination.source');
  const sheetId = range.sheetId ?? 0;
  return {
    sheetId,
    source: boxOf(draft.read(sheetId), range),
    dimension: required(dimension, 'sourceAndDestination.dimension'),
    length: fillLength,
  };
}

/** Of a bare range the filled rows at its top, or else the filled columns at its left, are the source. */
function fillOfRange(draft: Draft, range: NonNullable<RequestBody<'autoFill'>['range']>): Fill | undefined {
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.read(sheetId);
  const box = boxOf(sheet, range);
  const isFilled = (row: number, column: number): boolean => sheet.rows[row]?.[column]?.value !== undefined;
  let [endRow, endColumn] = [box.endRow, box.endColumn];
  const rowHas = (row: number): boolean =>
    Array.from({ length: box.endColumn - box.startColumn }, (_, offset) => box.startColumn + offset).some(
      (column) => isFilled(row, column),
    );
  const columnHas = (column: number): boolean =>
    Array.from({ length: box.endRow - box.startRow }, (_, offset) => box.startRow + offset).some((row) =>
      isFilled(row, column),
    );
  while (endRow > box.startRow && !rowHas(endRow - 1)) endRow--;
  while (endColumn > box.startColumn && !columnHas(endColumn - 1)) endColumn--;
  if (endRow === box.startRow) return undefined;
  if (endRow < box.endRow)
    return { sheetId, source: { ...box, endRow }, dimension: 'ROWS', length: box.endRow - endRow };
  return { sheetId, source: { ...box, endColumn }, dimension: 'COLUMNS', length: box.endColumn - endColumn };
}

export const fillHandlers: Handlers<'autoFill'> = { autoFill };
