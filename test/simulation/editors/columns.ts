import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Column } from '../../../functions/workbook/worksheets/spec.ts';
import type { Cell, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import type { ColumnView } from '../world/view.ts';
import {
  batch,
  columnsRange,
  filledRows,
  staffColumns,
  tagFor,
  width,
  withPen,
  type Action,
  type Desk,
} from './desk.ts';

export function specOf({ key }: Desk, column: ColumnView): Column | undefined {
  return WORKSHEETS[key].columns.find((each) => each.key === column.key);
}

export function isOptional(desk: Desk, column: ColumnView): boolean {
  return column.owner === 'staff' && specOf(desk, column)?.isRequired !== true;
}

export const moveColumn: Action = (desk) => {
  const column = desk.random.pick(desk.view.columns);
  const destinationIndex = desk.random.below(width(desk) + 1);
  const book = batch(desk, {
    kind: 'moveDimension',
    body: { source: columnsRange(desk.sheetId, column.index), destinationIndex },
  });
  return { book, what: `moves «${column.header}» to column ${destinationIndex + 1}` };
};

/** The copy is a column of the staff's own under a header that stands twice. */
export const duplicateColumn: Action = (desk) => {
  const columns = staffColumns(desk);
  if (columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const to = desk.random.chance(0.5) ? column.index + 1 : width(desk);
  const inserted = batch(desk, {
    kind: 'insertDimension',
    body: { range: columnsRange(desk.sheetId, to), inheritFromBefore: true },
  });
  const book = withPen(inserted, desk.sheetId, (pen) => {
    for (let row = desk.view.headerRow; row < pen.height; row++) {
      const source = pen.cell({ row, column: column.index });
      pen.put({ row, column: to }, row === desk.view.headerRow ? withoutMark(source) : source);
    }
  });
  return { book, what: `duplicates «${column.header}» into column ${to + 1}` };
};

function withoutMark(cell: Cell | undefined): Cell | undefined {
  return cell?.value === undefined ? undefined : { value: cell.value };
}

export const addOwnColumn: Action = (desk) => {
  const at = 1 + desk.random.below(width(desk));
  const header = `Своя графа ${desk.random.below(5)}`;
  const inserted = batch(desk, {
    kind: 'insertDimension',
    body: { range: columnsRange(desk.sheetId, at), inheritFromBefore: true },
  });
  const book = withPen(inserted, desk.sheetId, (pen) => {
    pen.put({ row: desk.view.headerRow, column: at }, { value: header });
    for (const { index: row } of filledRows(desk).slice(0, 2)) {
      pen.write({ row, column: at }, desk.newToken(), tagFor(desk, row));
    }
  });
  return { book, what: `adds «${header}» as column ${at + 1} and types into it` };
};

export const deleteOptionalColumn: Action = (desk) => {
  const columns = desk.view.columns.filter((column) => isOptional(desk, column));
  if (columns.length < 3) return undefined;
  const column = desk.random.pick(columns);
  const book = batch(desk, {
    kind: 'deleteDimension',
    body: { range: columnsRange(desk.sheetId, column.index) },
  });
  return { book, what: `deletes «${column.header}»` };
};

/** Deleted by mistake, and brought back by «Отменить» before anyone goes on working on the sheet. */
export const deleteNeededColumn: Action = (desk) => {
  const columns = desk.view.columns.filter((column) => column.key && !isOptional(desk, column));
  if (columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const range = columnsRange(desk.sheetId, column.index);
  const cells = desk.view.sheet.rows.map((row) => row?.[column.index]);
  const metadata = desk.book.developerMetadata;
  const book = batch(desk, { kind: 'deleteDimension', body: { range } });
  const putBack = (current: Spreadsheet): Spreadsheet => {
    const inserted = batch(
      { ...desk, book: current },
      { kind: 'insertDimension', body: { range, inheritFromBefore: false } },
    );
    const filled = withPen(inserted, desk.sheetId, (pen) =>
      cells.forEach((cell, row) => cell && pen.put({ row, column: column.index }, cell)),
    );
    const gone = metadata.filter(
      ({ metadataId }) =>
        !current.developerMetadata.some((each) => each.metadataId === metadataId) &&
        book.developerMetadata.every((each) => each.metadataId !== metadataId),
    );
    return { ...filled, developerMetadata: [...filled.developerMetadata, ...gone] };
  };
  return { book, what: `deletes the needed «${column.header}»`, putBack };
};

export const emptyColumn: Action = (desk) => {
  const columns = staffColumns(desk);
  if (columns.length === 0) return undefined;
  const column = desk.random.pick(columns);
  const book = withPen(desk.book, desk.sheetId, (pen) => {
    for (const { index: row } of desk.view.rows) pen.write({ row, column: column.index }, undefined);
  });
  return { book, what: `empties «${column.header}»` };
};
