import { invalidArgument } from '../../wire/api-error.ts';
import { columnLetters } from '../../../../functions/workbook/layout/columns.ts';
import { formatA1 } from '../../wire/a1.ts';
import { exceedsGrid, intersects } from '../ranges/boxes.ts';
import { BLANK, changeCell, enterValue, type EntryMode } from './cells.ts';
import type { Draft } from '../draft.ts';
import type { Target } from '../ranges/find-range.ts';
import type { Box, Scalar } from '../types.ts';

/** Rows of the sheet, whatever the major dimension of the request was; null leaves a cell as it is. */
export type EnteredRows = readonly (readonly (Scalar | null)[])[];

/** What was written: the touched rectangle, and which of it was given a value. */
export interface Written {
  readonly sheetId: number;
  readonly box: Box | undefined;
  readonly entered: Entered;
}

/** The rows and columns that hold at least one given value, and how many values there were; null is none. */
export interface Entered {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
  readonly cells: number;
}

export const NOTHING_ENTERED: Entered = { rows: new Set(), columns: new Set(), cells: 0 };

/**
 * Writes into the range; into a single cell's range, as far as the values reach.
 * Throws `ApiError` 400 where the values leave the range or the grid.
 */
export function writeValues(
  draft: Draft,
  target: Target,
  entry: { rows: EnteredRows; mode: EntryMode },
): Written {
  const { sheet, box } = target;
  const { sheetId } = sheet.properties;
  const height = entry.rows.length;
  const width = entry.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (height === 0 || width === 0) return { sheetId, box: undefined, entered: NOTHING_ENTERED };
  const written = {
    ...box,
    endRow: box.startRow + height,
    endColumn: box.startColumn + width,
  };
  checkFits(target, written);
  return { sheetId, box: written, entered: enterRows(draft, { sheetId, box: written }, entry) };
}

function checkFits({ sheet, box }: Target, written: Box): void {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const single = box.endRow - box.startRow === 1 && box.endColumn - box.startColumn === 1;
  if (!single) checkInRange(formatA1(sheet.properties.title, box), box, written);
  if (written.endRow > rowCount || written.endColumn > columnCount) throw exceedsGrid(sheet, written);
}

function checkInRange(name: string, box: Box, written: Box): void {
  const tried =
    written.endRow > box.endRow
      ? `row [${box.endRow + 1}]`
      : written.endColumn > box.endColumn
        ? `column [${columnLetters(box.endColumn)}]`
        : undefined;
  if (tried) throw invalidArgument(`Requested writing within range [${name}], but tried writing to ${tried}`);
}

/** The rows are known to fit into the grid. */
export function enterRows(
  draft: Draft,
  place: { sheetId: number; box: Box },
  entry: { rows: EnteredRows; mode: EntryMode },
): Entered {
  const sheet = draft.edit(place.sheetId);
  const merges = sheet.merges.filter((merge) => intersects(merge, place.box));
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  let cells = 0;
  entry.rows.forEach((values, rowOffset) => {
    const row = place.box.startRow + rowOffset;
    values.forEach((value, columnOffset) => {
      if (value === null) return;
      const column = place.box.startColumn + columnOffset;
      cells++;
      rows.add(row);
      columns.add(column);
      if (isCovered(merges, row, column)) return;
      draft.setCell(sheet, { row, column }, enterValue(sheet.rows[row]?.[column], value, entry.mode));
    });
  });
  return { rows, columns, cells };
}

/** A cell that a merge hides behind its first one takes no value, though Google counts it as written. */
function isCovered(merges: readonly Box[], row: number, column: number): boolean {
  return merges.some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      row >= startRow &&
      row < endRow &&
      column >= startColumn &&
      column < endColumn &&
      (row !== startRow || column !== startColumn),
  );
}

/** Clears the values only: formats, notes and validations stay. */
export function clearValues(draft: Draft, { sheet: { properties }, box }: Target): void {
  const sheet = draft.edit(properties.sheetId);
  for (let row = box.startRow; row < Math.min(box.endRow, sheet.rows.length); row++)
    for (let column = box.startColumn; column < box.endColumn; column++) {
      const cell = sheet.rows[row]?.[column];
      if (cell?.value !== undefined) draft.setCell(sheet, { row, column }, changeCell(cell, BLANK));
    }
}
