import { invalidArgument } from '../../../wire/api-error.ts';
import { merge } from '../../../wire/field-mask.ts';
import { dimensionProperties } from '../../../schema/sheet.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { changeCell } from '../../values/cells.ts';
import { dropDefaults } from '../../sheets/defaults.ts';
import { changeDimension, dimensionSize, resizeGrid } from '../../dimensions/dimensions.ts';
import {
  closeDimensionRange,
  insideGrid,
  type ClosedDimensionRange,
} from '../../dimensions/dimension-range.ts';
import type { Draft } from '../../draft.ts';
import { fitColumns } from '../../describe/fit-columns.ts';
import { required, updateMask, type Handlers } from '../../handler.ts';
import type { Cell } from '../../types.ts';

function insertDimension(draft: Draft, body: RequestBody<'insertDimension'>): object {
  const range = closeDimensionRange(draft, body.range);
  const size = dimensionSize(draft.read(range.sheetId), range.dimension);
  const before = body.inheritFromBefore ?? false;
  if (before && range.start === 0)
    throw invalidArgument('range.startIndex must be greater than 0 if inheritFromBefore is true.');
  if (range.start > size)
    throw invalidArgument(`range.startIndex is larger than current grid size (${size})`);
  if (!before && range.start === size)
    throw invalidArgument(
      `range.startIndex must be less than the grid size (${size}) if inheritFromBefore is false.`,
    );
  const count = range.end - range.start;
  changeDimension(draft, range, { kind: 'insert', start: range.start, count });
  inheritStyle(draft, range, before ? range.start - 1 : range.end);
  return {};
}

/** New rows and columns look as their neighbour does, and check as it does. */
function inheritStyle(draft: Draft, range: ClosedDimensionRange, neighbour: number): void {
  const sheet = draft.edit(range.sheetId);
  if (range.dimension === 'ROWS') {
    const styles = sheet.rows[neighbour]?.map(styleOf);
    if (!styles?.some(Boolean)) return;
    for (let row = range.start; row < range.end; row++)
      styles.forEach((style, column) => draft.setCell(sheet, { row, column }, style));
    return;
  }
  for (let row = 0; row < sheet.rows.length; row++) {
    const style = styleOf(sheet.rows[row]?.[neighbour]);
    if (style)
      for (let column = range.start; column < range.end; column++)
        draft.setCell(sheet, { row, column }, style);
  }
}

function styleOf(cell: Cell | undefined): Cell | undefined {
  return changeCell(undefined, { format: cell?.format, validation: cell?.validation });
}

function deleteDimension(draft: Draft, body: RequestBody<'deleteDimension'>): object {
  const range = closeDimensionRange(draft, body.range);
  const sheet = draft.read(range.sheetId);
  const { frozenRowCount = 0, frozenColumnCount = 0 } = sheet.properties.gridProperties;
  const rows = range.dimension === 'ROWS';
  const frozen = rows ? frozenRowCount : frozenColumnCount;
  const size = dimensionSize(sheet, range.dimension);
  const name = rows ? 'rows' : 'columns';
  if (range.end > size) throw nothingToDelete(range, size);
  if (range.end - range.start === size)
    throw invalidArgument(`You can't delete all the ${name} on the sheet.`);
  if (range.start <= frozen && range.end === size)
    throw invalidArgument(`Sorry, it is not possible to delete all non-frozen ${name}.`);
  changeDimension(draft, range, { kind: 'delete', start: range.start, end: range.end });
  return {};
}

function nothingToDelete({ dimension, start }: ClosedDimensionRange, size: number): Error {
  const name = dimension === 'ROWS' ? 'row' : 'column';
  const first = Math.max(start, size);
  return invalidArgument(
    `Cannot delete a ${name} that doesn't exist. Tried to delete ${name} index ${first} but there are only ${size} ${name}s.`,
  );
}

function appendDimension(draft: Draft, body: RequestBody<'appendDimension'>): object {
  const sheetId = body.sheetId ?? 0;
  const dimension = required(body.dimension, 'dimension');
  const { rowCount, columnCount } = draft.read(sheetId).properties.gridProperties;
  const length = required(body.length, 'length');
  if (length === 0) throw invalidArgument('length must be greater than 0');
  const rows = dimension === 'ROWS';
  resizeGrid(draft, sheetId, {
    rowCount: rowCount + (rows ? length : 0),
    columnCount: columnCount + (rows ? 0 : length),
  });
  return {};
}

function updateDimensionProperties(draft: Draft, body: RequestBody<'updateDimensionProperties'>): object {
  const mask = updateMask(body.fields, dimensionProperties);
  const range = insideGrid(draft, closeDimensionRange(draft, body.range));
  const sheet = draft.edit(range.sheetId);
  const list = range.dimension === 'ROWS' ? 'rowProperties' : 'columnProperties';
  const properties = [...sheet[list]];
  while (properties.length < range.end) properties.push(undefined);
  for (let index = range.start; index < range.end; index++) {
    const merged = merge(properties[index], body.properties, mask);
    const kept = merged && dropDefaults(merged);
    properties[index] = kept && Object.keys(kept).length > 0 ? kept : undefined;
  }
  sheet[list] = properties;
  return {};
}

/** How high rows are on Google's screen cannot be known here, so theirs stay as they are. */
function autoResizeDimensions(draft: Draft, body: RequestBody<'autoResizeDimensions'>): object {
  const range = insideGrid(draft, closeDimensionRange(draft, required(body.dimensions, 'dimensions')));
  if (range.dimension === 'COLUMNS') fitColumns(draft, range);
  return {};
}

export const dimensionHandlers: Handlers<
  | 'insertDimension'
  | 'deleteDimension'
  | 'appendDimension'
  | 'updateDimensionProperties'
  | 'autoResizeDimensions'
> = {
  insertDimension,
  deleteDimension,
  appendDimension,
  updateDimensionProperties,
  autoResizeDimensions,
};
