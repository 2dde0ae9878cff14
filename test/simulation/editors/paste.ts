import { typedValue } from './values.ts';
import {
  batch,
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

function wholeRow(desk: Desk, row: number) {
  const { sheetId } = desk;
  return {
    sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: 0,
    endColumnIndex: width(desk),
  };
}

/** Copies a whole row, its id and the server's cells too; the copy is another row. */
function copyRow(desk: Desk, { from, to }: { from: number; to: number }): Done {
  const copied = batch(desk, {
    kind: 'copyPaste',
    body: { source: wholeRow(desk, from), destination: wholeRow(desk, to) },
  });
  const tag = desk.newRow();
  const book = withPen(copied, desk.sheetId, (pen) => markRow(desk, pen, { row: to, tag }));
  return { book, what: `copies row ${from + 1} to ${to + 1}` };
}

export const copyBelow: Action = (desk) => {
  const row = pickRow(desk);
  return row && copyRow(desk, { from: row.index, to: rowBelow(desk) });
};

export const copyAbove: Action = (desk) => {
  const row = pickRow(desk);
  if (!row) return undefined;
  const book = batch(desk, {
    kind: 'insertDimension',
    body: { range: rowsRange(desk.sheetId, row.index), inheritFromBefore: false },
  });
  return copyRow({ ...desk, book }, { from: row.index + 1, to: row.index });
};

export const copyOver: Action = (desk) => {
  const [row, other] = [pickRow(desk), pickRow(desk)];
  if (!row || !other || row === other) return undefined;
  return copyRow(desk, { from: row.index, to: other.index });
};

export const cutRow: Action = (desk) => {
  const row = pickRow(desk);
  if (!row) return undefined;
  const to = rowBelow(desk) + desk.random.below(2);
  const book = batch(desk, {
    kind: 'cutPaste',
    body: {
      source: wholeRow(desk, row.index),
      destination: { sheetId: desk.sheetId, rowIndex: to, columnIndex: 0 },
      pasteType: 'PASTE_NORMAL',
    },
  });
  return { book, what: `cuts row ${row.index + 1} and pastes it into ${to + 1}` };
};

/** The staff's own cells only: the id stays where it was. */
export const cutOwnCells: Action = (desk) => {
  const row = pickRow(desk);
  if (!row) return undefined;
  const to = rowBelow(desk);
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (const { index: column } of staffColumns(desk)) {
      pen.put({ row: to, column }, pen.cell({ row: row.index, column }));
      pen.put({ row: row.index, column }, undefined);
    }
  });
  return { book, what: `cuts the own cells of row ${row.index + 1} and pastes them into ${to + 1}` };
};

/** A block of values from elsewhere over two rows and two columns, filled or not. */
export const pasteBlock: Action = (desk) => {
  const row = pickRow(desk);
  const columns = staffColumns(desk);
  if (!row || columns.length < 2) return undefined;
  const first = desk.random.below(columns.length - 1);
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (const at of [row.index, row.index + 1]) {
      const tag = tagFor(desk, at);
      for (const column of columns.slice(first, first + 2)) {
        pen.write({ row: at, column: column.index }, typedValue(desk, column), tag);
      }
    }
  });
  return { book, what: `pastes a block into rows ${row.index + 1} and ${row.index + 2}` };
};

/** Rows from elsewhere below all others: as many as the brake would ask about, if they went again another day. */
export const pasteRows: Action = (desk) => {
  const first = rowBelow(desk);
  const columns = staffColumns(desk);
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (let row = first; row < first + PASTED_ROWS; row++) {
      const tag = desk.newRow();
      for (const column of columns) {
        pen.write({ row, column: column.index }, typedValue(desk, column), tag);
      }
    }
  });
  return { book, what: `pastes ${PASTED_ROWS} rows from ${first + 1} on` };
};

const PASTED_ROWS = 5;

/** One value into the same column of the rows below. */
export const fillDown: Action = (desk) => {
  const row = pickRow(desk);
  const columns = staffColumns(desk);
  if (!row || columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const value = row.cells[column.index]?.value;
  const below = desk.view.rows.filter(({ index, isFilled }) => isFilled && index > row.index).slice(0, 3);
  if (value === undefined || below.length === 0) return undefined;
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (const { index } of below) pen.write({ row: index, column: column.index }, value);
  });
  return { book, what: `fills «${column.header}» of row ${row.index + 1} down ${below.length} rows` };
};
