import type { Cell, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { batch, filledRows, rowsRange, withPen, type Action, type Desk, type Done } from './desk.ts';

/** The header's row as it stood, value by value, wherever the row is by then. */
function retitle(desk: Desk, book: Spreadsheet, valueAt: (index: number) => Cell['value']): Spreadsheet {
  const { headerRow: row } = desk.view;
  return withPen(book, desk.sheetId, (pen) => {
    for (const { index: column } of desk.view.columns) pen.write({ row, column }, valueAt(column));
  });
}

function overwrite(desk: Desk, what: string, valueAt: (index: number) => Cell['value']): Done {
  const before = desk.view.sheet.rows[desk.view.headerRow] ?? [];
  return {
    book: retitle(desk, desk.book, valueAt),
    what,
    putBack: (book) => retitle(desk, book, (index) => before[index]?.value),
  };
}

export const emptyHeader: Action = (desk) => overwrite(desk, 'empties the header', () => undefined);

export const translateHeader: Action = (desk) =>
  overwrite(desk, 'puts titles in another language over the header', (index) => `Column ${index + 1}`);

/** A record copied over it, its id too. */
export const pasteOverHeader: Action = (desk) => {
  const rows = filledRows(desk);
  if (rows.length === 0) return undefined;
  const { cells } = desk.random.pick(rows);
  return overwrite(desk, 'pastes a record over the header', (index) => cells[index]?.value);
};

function moveRow(desk: Desk, book: Spreadsheet, { from, to }: { from: number; to: number }): Spreadsheet {
  const body = { source: rowsRange(desk.sheetId, from), destinationIndex: to };
  return batch({ ...desk, book }, { kind: 'moveDimension', body });
}

/** Dragged below some records, or carried there by a sort. */
export const moveHeaderBelow: Action = (desk) => {
  const rows = filledRows(desk);
  if (rows.length === 0) return undefined;
  const { headerRow } = desk.view;
  const below = desk.random.pick(rows).index;
  const putBack = (book: Spreadsheet) => moveRow(desk, book, { from: below, to: headerRow });
  return {
    book: moveRow(desk, desk.book, { from: headerRow, to: below + 1 }),
    what: `moves the header below row ${below + 1}`,
    putBack,
  };
};

export const deleteHeader: Action = (desk) => {
  const { headerRow, sheet } = desk.view;
  const cells = sheet.rows[headerRow] ?? [];
  const metadata = desk.book.developerMetadata;
  const range = rowsRange(desk.sheetId, headerRow);
  const book = batch(desk, { kind: 'deleteDimension', body: { range } });
  const putBack = (current: Spreadsheet): Spreadsheet => {
    const inserted = batch(
      { ...desk, book: current },
      { kind: 'insertDimension', body: { range, inheritFromBefore: false } },
    );
    const filled = withPen(inserted, desk.sheetId, (pen) =>
      cells.forEach((cell, column) => cell && pen.put({ row: headerRow, column }, cell)),
    );
    const kept = new Set(
      [...current.developerMetadata, ...book.developerMetadata].map((each) => each.metadataId),
    );
    const gone = metadata.filter(({ metadataId }) => !kept.has(metadataId));
    return { ...filled, developerMetadata: [...filled.developerMetadata, ...gone] };
  };
  return { book, what: 'deletes the header', putBack };
};
