import { columnNumber } from '../../../../workbook/layout/columns.ts';
import { FileLimitError } from '../limits.ts';

/** The last row and column that any program has. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Zero-based. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** Both ends belong to it. */
export interface Range {
  readonly first: CellAddress;
  readonly last: CellAddress;
}

/** `C5`; undefined for what is no address. Throws `FileLimitError` for one that lies on no sheet. */
export function parseAddress(address: string): CellAddress | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,7})\$?(\d{1,10})$/iu.exec(address.trim()) ?? [];
  if (letters === '') return undefined;
  const place = { row: Number(digits) - 1, column: columnNumber(letters) };
  assertOnSheet(place, address);
  return place;
}

/** `A1:D5`; an address alone is a range of one cell. */
export function parseRange(text: string): Range | undefined {
  const [first, last = first] = text.split(':').map(parseAddress);
  return first && last
    ? {
        first: { row: Math.min(first.row, last.row), column: Math.min(first.column, last.column) },
        last: { row: Math.max(first.row, last.row), column: Math.max(first.column, last.column) },
      }
    : undefined;
}

/** Throws `FileLimitError`: no program writes such a file. `named`: what the file says. */
export function assertOnSheet({ row, column }: CellAddress, named: string): void {
  const isOn = row >= 0 && row < LAST_ROW && column >= 0 && column < LAST_COLUMN;
  if (!isOn) throw new FileLimitError(`в нём названо место «${named}», какого на листе не бывает`);
}
