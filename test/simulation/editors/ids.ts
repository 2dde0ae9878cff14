import { STAFF_WORKSHEETS } from '../../../functions/domain/records/worksheet-key.ts';
import { filledRows, pickRow, withPen, type Action, type Desk } from './desk.ts';

function idColumn({ view }: Desk): number | undefined {
  return view.columns.find(({ key }) => key === 'id')?.index;
}

/** Types `id` into the id cell of a row. */
function typeId(desk: Desk, row: number, id: string | undefined) {
  const column = idColumn(desk);
  return column === undefined
    ? desk.book
    : withPen(desk.book, desk.sheetId, (pen) => pen.write({ row, column }, id));
}

export const clearId: Action = (desk) => {
  const row = pickRow(desk);
  return row && { book: typeId(desk, row.index, undefined), what: `clears the id of row ${row.index + 1}` };
};

export const clearAllIds: Action = (desk) => {
  const book = filledRows(desk).reduce(
    (book, row) => typeId({ ...desk, book }, row.index, undefined),
    desk.book,
  );
  return { book, what: 'clears all ids' };
};

export const doubleId: Action = (desk) => {
  const [row, other] = [pickRow(desk), pickRow(desk)];
  if (!row || !other || row === other || row.idCell === '') return undefined;
  return {
    book: typeId(desk, other.index, row.idCell),
    what: `copies the id of row ${row.index + 1} to ${other.index + 1}`,
  };
};

export const swapIds: Action = (desk) => {
  const [row, other] = [pickRow(desk), pickRow(desk)];
  if (!row || !other || row === other || row.idCell === '' || other.idCell === '') return undefined;
  const book = typeId(desk, row.index, other.idCell);
  return {
    book: typeId({ ...desk, book }, other.index, row.idCell),
    what: `swaps the ids of rows ${row.index + 1} and ${other.index + 1}`,
  };
};

/** Of another workbook, of another worksheet, or nonsense. */
export const foreignId: Action = (desk) => {
  const row = pickRow(desk);
  if (!row) return undefined;
  const letter = STAFF_WORKSHEETS[desk.random.below(STAFF_WORKSHEETS.length)]?.[0] ?? 'e';
  const id = desk.random.pick([`${letter}${1 + desk.random.below(9)}-abc`, 'e1', '17']);
  return { book: typeId(desk, row.index, id), what: `types the id ${id} into row ${row.index + 1}` };
};
