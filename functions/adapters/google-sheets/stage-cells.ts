import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { LayoutCell, LayoutRow } from '../../workbook/layout.ts';
import { toGridRange } from './grid-range.ts';

type Request = sheets_v4.Schema$Request;

export type ValueRange = sheets_v4.Schema$DataFilterValueRange;

/** So few rows are small beside a call. */
const ROWS_PER_PIECE = 400;

interface Piece {
  readonly startRow: number;
  readonly rows: readonly LayoutRow[];
}

/** The values of the rows, column by column and without the columns that are empty; they must be entered `RAW`. */
export function planValueRanges(sheetId: number, rows: readonly LayoutRow[]): ValueRange[] {
  return divide(rows).flatMap((piece) =>
    columnsWhere(piece, ({ value }) => value !== null).map((column): ValueRange => {
      const { startRow, endRow } = reach(piece, column, ({ value }) => value !== null);
      const values = piece.rows
        .slice(startRow - piece.startRow, endRow - piece.startRow)
        .map(({ cells }) => cells[column]?.value ?? null);
      const gridRange = toGridRange(sheetId, {
        startRow,
        endRow,
        startColumn: column,
        endColumn: column + 1,
      });
      return { dataFilter: { gridRange }, majorDimension: 'COLUMNS', values: [values] };
    }),
  );
}

/** Links and notes of the rows, whose formats stand already. */
export function planMarkRequests(sheetId: number, rows: readonly LayoutRow[]): Request[] {
  const isMarked = ({ link, note }: LayoutCell) => link !== undefined || note !== undefined;
  return divide(rows).flatMap((piece) =>
    columnsWhere(piece, isMarked).map((column): Request => {
      const { startRow, endRow } = reach(piece, column, isMarked);
      const cells = piece.rows.slice(startRow - piece.startRow, endRow - piece.startRow);
      return {
        updateCells: {
          start: { sheetId, rowIndex: startRow, columnIndex: column },
          rows: cells.map((row) => ({ values: [toMarks(row.cells[column])] })),
          fields: 'note,userEnteredFormat.textFormat.link',
        },
      };
    }),
  );
}

function toMarks(cell: LayoutCell | undefined): sheets_v4.Schema$CellData {
  return {
    ...(cell?.note !== undefined && { note: cell.note }),
    ...(cell?.link !== undefined && { userEnteredFormat: { textFormat: { link: { uri: cell.link } } } }),
  };
}

function divide(rows: readonly LayoutRow[]): Piece[] {
  const count = Math.ceil(rows.length / ROWS_PER_PIECE);
  return Array.from({ length: count }, (_, piece) => ({
    startRow: piece * ROWS_PER_PIECE,
    rows: rows.slice(piece * ROWS_PER_PIECE, (piece + 1) * ROWS_PER_PIECE),
  }));
}

type Predicate = (cell: LayoutCell) => boolean;

function columnsWhere({ rows }: Piece, holds: Predicate): number[] {
  const columns = new Set<number>();
  for (const { cells } of rows) {
    cells.forEach((cell, column) => {
      if (holds(cell)) columns.add(column);
    });
  }
  return [...columns].sort((a, b) => a - b);
}

/** From the first row of the column that it holds for to the last, ends as of ranges. */
function reach({ startRow, rows }: Piece, column: number, holds: Predicate) {
  const holdsIn = ({ cells }: LayoutRow) => cells[column] !== undefined && holds(cells[column]);
  return { startRow: startRow + rows.findIndex(holdsIn), endRow: startRow + rows.findLastIndex(holdsIn) + 1 };
}
