import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { disguise } from '../world/look-alikes.ts';
import type { ColumnView } from '../world/view.ts';
import { isOptional, specOf } from './columns.ts';
import { batch, filledRows, rowsRange, staffColumns, withPen, type Action, type Desk } from './desk.ts';

function rename(desk: Desk, column: ColumnView, header: string): Spreadsheet {
  const at = { row: desk.view.headerRow, column: column.index };
  return withPen(desk.book, desk.sheetId, (pen) => pen.write(at, header));
}

export const renameToSynonym: Action = (desk) => {
  const columns = staffColumns(desk).filter((column) => specOf(desk, column)?.synonyms);
  if (columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const header = desk.random.pick(specOf(desk, column)?.synonyms ?? [column.header]);
  return { book: rename(desk, column, header), what: `renames «${column.header}» to «${header}»` };
};

/** The same word to whoever reads it: the column goes on. */
export const disguiseHeader: Action = (desk) => {
  const columns = desk.view.columns.filter(({ key, header }) => key !== undefined && header !== '');
  if (columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const header = disguise(column.header, desk.random);
  return { book: rename(desk, column, header), what: `retypes «${column.header}» as «${header}»` };
};

export const renameOptional: Action = (desk) => {
  const columns = desk.view.columns.filter((column) => isOptional(desk, column));
  if (columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const header = `Графа ${desk.random.below(100)}`;
  return { book: rename(desk, column, header), what: `renames «${column.header}» to «${header}»` };
};

/** Nothing can be read under an unknown header where the column is needed; its people see it and put it right. */
export const renameNeeded: Action = (desk) => {
  const columns = desk.view.columns.filter((column) => column.key && !isOptional(desk, column));
  if (columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const restore = (book: Spreadsheet) => rename({ ...desk, book }, column, column.header);
  return {
    book: rename(desk, column, 'Что-то'),
    what: `renames the needed «${column.header}»`,
    putBack: restore,
  };
};

/** The header once more between the rows, as people do for printing. */
export const secondHeader: Action = (desk) => {
  const rows = filledRows(desk);
  const row = rows[Math.floor(rows.length / 2)]?.index;
  if (row === undefined) return undefined;
  const inserted = batch(desk, {
    kind: 'insertDimension',
    body: {
      range: rowsRange(desk.sheetId, row),
      inheritFromBefore: false,
    },
  });
  const tag = desk.newRow();
  const book = withPen(inserted, desk.sheetId, (pen) => {
    for (const { index: column, header, owner } of desk.view.columns) {
      if (owner === 'staff') pen.write({ row, column }, header, tag);
      else pen.write({ row, column }, header);
    }
  });
  return { book, what: `repeats the header in row ${row + 1}` };
};

export const titleAbove: Action = (desk) => {
  if (desk.view.headerRow > 3) return undefined;
  const inserted = batch(desk, {
    kind: 'insertDimension',
    body: {
      range: rowsRange(desk.sheetId, 0),
      inheritFromBefore: false,
    },
  });
  const book = withPen(inserted, desk.sheetId, (pen) =>
    pen.put({ row: 0, column: desk.random.below(3) }, { value: 'Наш район' }),
  );
  return { book, what: 'inserts a title above the header' };
};
