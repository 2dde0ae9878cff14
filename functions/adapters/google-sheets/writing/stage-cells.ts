import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { LayoutCell, LayoutRow } from '../../../workbook/layout/layout.ts';
import { toGridRange } from '../requests/grid-range.ts';

type Request = sheets_v4.Schema$Request;

type ValueRange = sheets_v4.Schema$DataFilterValueRange;

/** So few rows are small beside a call. */
const ROWS_PER_PIECE = 400;

/** Rows of a large sheet that are planned together. */
export interface StagedPiece {
  readonly startRow: number;
  readonly rows: readonly LayoutRow[];
}

export function divideRows(rows: readonly LayoutRow[]): readonly StagedPiece[] {
  const count = Math.ceil(rows.length / ROWS_PER_PIECE);
  return Array.from({ length: count }, (_, piece) => ({
    startRow: piece * ROWS_PER_PIECE,
    rows: rows.slice(piece * ROWS_PER_PIECE, (piece + 1) * ROWS_PER_PIECE),
  }));
}

/** The values of the rows, column by column and without the columns that are empty; they must be entered `RAW`. */
export function planValueRanges(sheetId: number, piece: StagedPiece): ValueRange[] {
  return reaches(piece, ({ value }) => value !== null).map(({ column, first, last }): ValueRange => {
    const values = piece.rows.slice(first, last + 1).map(({ cells }) => cells[column]?.value ?? null);
    const gridRange = toGridRange(sheetId, {
      startRow: piece.startRow + first,
      endRow: piece.startRow + last + 1,
      startColumn: column,
      endColumn: column + 1,
    });
    return { dataFilter: { gridRange }, majorDimension: 'COLUMNS', values: [values] };
  });
}

/** Links and notes of the rows, whose formats stand already. */
export function planMarkRequests(sheetId: number, piece: StagedPiece): Request[] {
  const isMarked = ({ link, note }: LayoutCell) => link !== undefined || note !== undefined;
  return reaches(piece, isMarked).map(({ column, first, last }): Request => ({
    updateCells: {
      start: { sheetId, rowIndex: piece.startRow + first, columnIndex: column },
      rows: piece.rows.slice(first, last + 1).map(({ cells }) => ({ values: [toMarks(cells[column])] })),
      fields: 'note,userEnteredFormat.textFormat.link',
    },
  }));
}

function toMarks(cell: LayoutCell | undefined): sheets_v4.Schema$CellData {
  return {
    ...(cell?.note !== undefined && { note: cell.note }),
    ...(cell?.link !== undefined && { userEnteredFormat: { textFormat: { link: { uri: cell.link } } } }),
  };
}

/** Rows of the piece, both included. */
interface Reach {
  readonly column: number;
  readonly first: number;
  last: number;
}

/** How far down each column holds such cells, without the columns that hold none. */
function reaches({ rows }: StagedPiece, holds: (cell: LayoutCell) => boolean): readonly Reach[] {
  const known: (Reach | undefined)[] = [];
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      if (!holds(cell)) return;
      const reach = known[column];
      if (reach) reach.last = row;
      else known[column] = { column, first: row, last: row };
    });
  });
  return known.filter((reach) => reach !== undefined);
}
