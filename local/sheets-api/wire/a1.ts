import { columnLetters, columnNumber } from '../../../functions/workbook/layout/columns.ts';

/** Zero-based bounds as read from A1 notation, ends excluded; an absent bound is open. */
export interface A1Bounds {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export interface A1Reference {
  /** The part before `!`, unquoted. */
  readonly sheet?: string;
  /** The part after `!`, or the whole text where it has no `!`. */
  readonly cells?: string;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;
/** `R2C3` counts from 1, `R[1]C[2]` from A1 on; a letter without a number is the first row or column. */
const R1C1_CORNER = /^(R(?:(\d{1,7})|\[(\d{1,7})\])?)?(C(?:(\d{1,5})|\[(\d{1,5})\])?)?$/i;
/** Titles that Google leaves bare in its answers. */
const PLAIN_TITLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Splits `'It''s'!A1` into its sheet and its cells; undefined where the quotes do not pair. */
export function splitReference(reference: string): A1Reference | undefined {
  if (!reference.startsWith("'")) {
    const mark = reference.lastIndexOf('!');
    if (mark < 0) return { cells: reference };
    return { sheet: reference.slice(0, mark), cells: reference.slice(mark + 1) };
  }
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(reference);
  if (!quoted) return undefined;
  const sheet = (quoted[1] ?? '').replaceAll("''", "'");
  return quoted[2] === undefined ? { sheet } : { sheet, cells: quoted[2] };
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function parseCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (!match || text === '' || text === '$') return undefined;
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  if (row === -1) return undefined;
  return {
    ...(row === undefined ? {} : { row }),
    ...(match[1] === undefined ? {} : { column: columnNumber(match[1]) }),
  };
}

function parseR1C1Corner(text: string): Corner | undefined {
  const match = text === '' ? null : R1C1_CORNER.exec(text);
  if (!match) return undefined;
  const row = indexOf(match[2], match[3]);
  const column = indexOf(match[5], match[6]);
  if (row === -1 || column === -1) return undefined;
  // Where only one letter carries a number and the other is absent, the range is open on that axis.
  const hasRow = row !== undefined || match[1] !== undefined || column === undefined;
  const hasColumn = column !== undefined || match[4] !== undefined || row === undefined;
  return { ...(hasRow && { row: row ?? 0 }), ...(hasColumn && { column: column ?? 0 }) };
}

/** From 0; -1 for the number 0, which counts nothing. */
function indexOf(counted: string | undefined, offset: string | undefined): number | undefined {
  if (counted !== undefined) return Number(counted) - 1;
  return offset === undefined ? undefined : Number(offset);
}

/** One axis of `A1:B`: where only one corner names it, that one is the start and the end is open. */
function axis(first: number | undefined, last: number | undefined): { start?: number; end?: number } {
  if (first !== undefined && last !== undefined)
    return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
  const only = first ?? last;
  return only === undefined ? {} : { start: only };
}

/**
 * Reads `A1`, `A1:B2`, `A:C`, `2:5`, `A1:1`, `D4:A1`, with or without `$`, or else all of it as R1C1: `R1C1:R2C2`,
 * `R[1]C`, `R1C1:C2`; undefined for anything else.
 */
export function parseA1Cells(cells: string): A1Bounds | undefined {
  const parts = cells.split(':');
  if (parts.length > 2) return undefined;
  const [first, last] = parts.map(parseCorner);
  if (parts.length === 2) {
    if (first && last) return boundsOf(first, last);
  } else if (first?.row !== undefined && first.column !== undefined) return boundsOf(first, first);
  const [from, to = from] = parts.map(parseR1C1Corner);
  return from && to && parts.every(parseR1C1Corner) ? boundsOf(from, to) : undefined;
}

function boundsOf(first: Corner, last: Corner): A1Bounds {
  const rows = axis(first.row, last.row);
  const columns = axis(first.column, last.column);
  return {
    ...(rows.start === undefined ? {} : { startRow: rows.start }),
    ...(rows.end === undefined ? {} : { endRow: rows.end }),
    ...(columns.start === undefined ? {} : { startColumn: columns.start }),
    ...(columns.end === undefined ? {} : { endColumn: columns.end }),
  };
}

/** The title as Google writes it before `!`: bare where nothing can be mistaken, else in quotes. */
export function quoteTitle(title: string): string {
  if (PLAIN_TITLE.test(title) && !parseA1Cells(title)) return title;
  return `'${title.replaceAll("'", "''")}'`;
}

export interface ClosedBounds {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** `'Лист 1'!A1:B2`, or `Sheet1!A1` for a single cell. */
export function formatA1(title: string, bounds: ClosedBounds): string {
  return `${quoteTitle(title)}!${formatCells(bounds)}`;
}

/** `A1:B2`, `A1` for a single cell, and as far as it is open `A3:B`, `C1:2`, `A:B`, `C`, `3:4`. */
export function formatCells({ startRow, endRow, startColumn, endColumn }: A1Bounds): string {
  const isOpen = (...edges: (number | undefined)[]): boolean => edges.every((edge) => edge === undefined);
  const letters = (column: number | undefined): string => (column === undefined ? '' : columnLetters(column));
  const last = `${letters(endColumn === undefined ? undefined : endColumn - 1)}${endRow ?? ''}`;
  const row = isOpen(startRow, endRow) ? '' : String((startRow ?? 0) + 1);
  const column = isOpen(startColumn, endColumn) ? '' : columnLetters(startColumn ?? 0);
  const first = `${column}${row}`;
  return first === last || last === '' ? first : `${first}:${last}`;
}
