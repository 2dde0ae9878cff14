import type { Cell } from '../../sheets-api/model/types.ts';
import type { StepOf } from '../wire/edits.ts';
import { toBlocks, type Placed } from './blocks.ts';
import { EditRefusedError, type PlannedSheet, type Planning } from './planning.ts';

const FIELDS = 'userEnteredValue,userEnteredFormat,note,dataValidation';

/** A sort: the cells of `from` come to stand in `rows`, with all that belongs to them. */
export function planReorder(planning: Planning, step: StepOf<'reorder'>): void {
  const sheet = planning.sheet(step.sheetId);
  const { places, stored } = sheet;
  const rows = indexesOf(sheet, 'rows', step.rows);
  const from = indexesOf(sheet, 'rows', step.from);
  const columns = indexesOf(sheet, 'columns', step.columns);
  if (!isPermutation(rows, from))
    throw new EditRefusedError('Пока лист сортировали, его строки изменились. Отсортируйте ещё раз.');
  const moved: Placed<Cell | undefined>[] = rows.flatMap((row, at) =>
    columns.map((column) => ({ row, column, item: stored.rows[from[at] ?? row]?.[column] })),
  );
  for (const block of toBlocks(moved))
    planning.requests.push({
      updateCells: {
        start: { sheetId: step.sheetId, rowIndex: block.row, columnIndex: block.column },
        rows: block.rows.map((cells) => ({ values: cells.map(toCellData) })),
        fields: FIELDS,
      },
    });
  if (step.isWhole) {
    const keys = [...places.keys('rows')];
    rows.forEach((row, at) => (keys[row] = step.from[at] ?? ''));
    places.replace('rows', keys);
  }
}

function indexesOf({ places }: PlannedSheet, axis: 'rows' | 'columns', keys: readonly string[]): number[] {
  return keys.flatMap((key) => places.indexOf(axis, key) ?? []);
}

function isPermutation(rows: readonly number[], from: readonly number[]): boolean {
  const ordered = (list: readonly number[]) => [...new Set(list)].sort((a, b) => a - b).join();
  return rows.length === from.length && ordered(rows) === ordered(from) && new Set(rows).size === rows.length;
}

function toCellData(cell: Cell | undefined): object {
  if (!cell) return {};
  const { value, formula, format, note, validation } = cell;
  return {
    ...(formula !== undefined && { userEnteredValue: { formulaValue: formula } }),
    ...(formula === undefined && value !== undefined && { userEnteredValue: toExtended(value) }),
    ...(format && { userEnteredFormat: format }),
    ...(note && { note }),
    ...(validation && { dataValidation: validation }),
  };
}

function toExtended(value: string | number | boolean): object {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}
