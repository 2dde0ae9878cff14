import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import {
  batch,
  filledRows,
  pickRow,
  rowBelow,
  rowsRange,
  staffColumns,
  width,
  withPen,
  type Action,
  type Desk,
  type Done,
} from './desk.ts';

export const clearRow: Action = (desk) => {
  const row = pickRow(desk);
  if (!row) return undefined;
  const isWhole = desk.random.chance(0.5);
  const columns = isWhole ? desk.view.columns : staffColumns(desk);
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (const { index: column } of columns) pen.write({ row: row.index, column }, undefined);
  });
  return { book, what: `clears ${isWhole ? 'all' : 'its own cells'} of row ${row.index + 1}` };
};

function deleteRows(desk: Desk, first: number, count: number): Done | undefined {
  const book = batch(desk, {
    kind: 'deleteDimension',
    body: { range: rowsRange(desk.sheetId, first, count) },
  });
  const gone = desk.view.sheet.rows.slice(first, first + count);
  const undo = (current: Spreadsheet): Spreadsheet => {
    const range = rowsRange(desk.sheetId, first, count);
    const body = { range, inheritFromBefore: false };
    const inserted = batch({ ...desk, book: current }, { kind: 'insertDimension', body });
    return withPen(inserted, desk.sheetId, (pen) =>
      gone.forEach((cells, offset) =>
        cells?.forEach((cell, column) => cell && pen.put({ row: first + offset, column }, cell)),
      ),
    );
  };
  return { book, what: `deletes ${count} rows from ${first + 1} on`, undo };
}

export const deleteRow: Action = (desk) => {
  const row = pickRow(desk);
  return row && deleteRows(desk, row.index, 1);
};

/** More than the brake lets pass unasked. */
export const deleteBlock: Action = (desk) => {
  const rows = filledRows(desk);
  const first = rows[desk.random.below(Math.max(1, rows.length - 3))];
  return first && rows.length > 3 ? deleteRows(desk, first.index, 4) : undefined;
};

export const clearAll: Action = (desk) => {
  const rows = filledRows(desk);
  if (rows.length === 0) return undefined;
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (const { index: row } of desk.view.rows)
      for (let column = 0; column < width(desk); column++) pen.write({ row, column }, undefined);
  });
  return { book, what: 'clears everything below the header' };
};

export const moveRow: Action = (desk) => {
  const row = pickRow(desk);
  const other = pickRow(desk);
  if (!row || !other || row === other) return undefined;
  const book = batch(desk, {
    kind: 'moveDimension',
    body: { source: rowsRange(desk.sheetId, row.index), destinationIndex: other.index },
  });
  return { book, what: `moves row ${row.index + 1} before ${other.index + 1}` };
};

/** From `from` on to the right, in the order of one of the staff's columns. */
function sortFrom(desk: Desk, from: number, what: string): Done | undefined {
  const keys = staffColumns(desk).filter(({ index }) => index >= from);
  if (filledRows(desk).length < 2 || keys.length === 0) return undefined;
  const column = desk.random.pick(keys);
  const book = batch(desk, {
    kind: 'sortRange',
    body: {
      range: {
        sheetId: desk.sheetId,
        startRowIndex: desk.view.headerRow + 1,
        endRowIndex: rowBelow(desk),
        startColumnIndex: from,
        endColumnIndex: width(desk),
      },
      sortSpecs: [
        {
          dimensionIndex: column.index,
          sortOrder: desk.random.chance(0.5) ? 'ASCENDING' : 'DESCENDING',
        },
      ],
    },
  });
  return { book, what: `${what} by «${column.header}»` };
}

export const sortSheet: Action = (desk) => sortFrom(desk, 0, 'sorts the sheet');

export const sortWithoutIds: Action = (desk) => {
  const id = desk.view.columns.find(({ key }) => key === 'id');
  return id?.index === 0 ? sortFrom(desk, 1, 'sorts the range without the ids') : undefined;
};

export const mergeCells: Action = (desk) => {
  const row = pickRow(desk);
  const columns = staffColumns(desk).filter(({ index }, place, all) => all[place + 1]?.index === index + 1);
  if (!row || columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const book = batch(desk, {
    kind: 'mergeCells',
    body: {
      range: {
        sheetId: desk.sheetId,
        startRowIndex: row.index,
        endRowIndex: row.index + 1,
        startColumnIndex: column.index,
        endColumnIndex: column.index + 2,
      },
      mergeType: 'MERGE_ALL',
    },
  });
  return { book, what: `merges «${column.header}» of row ${row.index + 1} with its neighbour` };
};
