import { typedValue } from './values.ts';
import {
  batch,
  filledRows,
  markRow,
  pickRow,
  rowBelow,
  rowsRange,
  staffColumns,
  tagFor,
  width,
  withPen,
  type Action,
  type Desk,
  type Done,
} from './desk.ts';

const MAX_CELLS = 4;

export const typeCell: Action = (desk) => {
  const row = pickRow(desk);
  if (!row || staffColumns(desk).length === 0) return undefined;
  const column = desk.random.pick(staffColumns(desk));
  const value = typedValue(desk, column);
  const tag = tagFor(desk, row.index);
  const book = withPen(desk.book, desk.sheetId, (pen) =>
    pen.write({ row: row.index, column: column.index }, value, tag),
  );
  return { book, what: `types ${value} into «${column.header}» of row ${row.index + 1}` };
};

export const clearCell: Action = (desk) => {
  const row = pickRow(desk);
  const filled = staffColumns(desk).filter(({ index }) => row?.cells[index]?.value !== undefined);
  if (!row || filled.length === 0) return undefined;
  const column = desk.random.pick(filled);
  const book = withPen(desk.book, desk.sheetId, (pen) =>
    pen.write({ row: row.index, column: column.index }, undefined),
  );
  return { book, what: `clears «${column.header}» of row ${row.index + 1}` };
};

/** Types a row of some cells at `row`, which is empty. */
function typeRow(desk: Desk, row: number, count: number): Done | undefined {
  const columns = staffColumns(desk);
  if (columns.length === 0 || row >= desk.view.sheet.properties.gridProperties.rowCount) return undefined;
  const tag = desk.newRow();
  const values: unknown[] = [];
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    markRow(desk, pen, { row, tag });
    for (let left = count; left > 0; left--) {
      const column = desk.random.pick(columns);
      const value = typedValue(desk, column);
      values.push(value);
      pen.write({ row, column: column.index }, value, tag);
    }
  });
  return { book, what: `types row ${row + 1}: ${values.join(', ')}` };
}

export const newRow: Action = (desk) => typeRow(desk, rowBelow(desk), 1 + desk.random.below(MAX_CELLS));

/** Only a cell that is not required: the rest may come later, or never. */
export const halfRow: Action = (desk) => typeRow(desk, rowBelow(desk), 1);

export const farRow: Action = (desk) => typeRow(desk, rowBelow(desk) + 3 + desk.random.below(5), 2);

export const insertRow: Action = (desk) => {
  const at = desk.view.headerRow + 1 + desk.random.below(filledRows(desk).length + 1);
  const inserted = batch(desk, {
    kind: 'insertDimension',
    body: { range: rowsRange(desk.sheetId, at), inheritFromBefore: true },
  });
  const done = typeRow({ ...desk, book: inserted }, at, 1 + desk.random.below(MAX_CELLS));
  return done && { ...done, what: `inserts a row and ${done.what}` };
};

export const typeOverServerCell: Action = (desk) => {
  const row = pickRow(desk);
  const own = desk.view.columns.filter(({ owner, key }) => owner === 'server' && key !== 'id');
  if (!row || own.length === 0) return undefined;
  const column = desk.random.pick(own);
  const value = desk.random.chance(0.5) ? 'не моё' : undefined;
  const book = withPen(desk.book, desk.sheetId, (pen) =>
    pen.write({ row: row.index, column: column.index }, value),
  );
  return { book, what: `types over the server's «${column.header}» of row ${row.index + 1}` };
};

/** An unticked box in every row, empty ones too. */
export const addCheckboxes: Action = (desk) => {
  const column = staffColumns(desk).at(-1);
  if (!column) return undefined;
  const last = rowBelow(desk) + 3;
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (let row = desk.view.headerRow + 1; row < last; row++) {
      const at = { row, column: column.index };
      if (pen.cell(at)?.value === undefined) pen.write(at, false);
    }
  });
  return { book, what: `puts unticked boxes into «${column.header}»` };
};

/** To the right of the table, under no header. */
export const typeBeside: Action = (desk) => {
  const row = pickRow(desk);
  const column = width(desk);
  if (!row || column >= desk.view.sheet.properties.gridProperties.columnCount) return undefined;
  const value = desk.newToken();
  const tag = tagFor(desk, row.index);
  const book = withPen(desk.book, desk.sheetId, (pen) => pen.write({ row: row.index, column }, value, tag));
  return { book, what: `types ${value} beside row ${row.index + 1}` };
};
