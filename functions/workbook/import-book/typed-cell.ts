import { dateFromSerial, dateToSerial, type CalendarDate } from '../../domain/dates/dates.ts';
import type { Cell } from '../layout/layout.ts';
import { isDateSerial, textOf, type ShownCell } from '../parse/cells/cell.ts';
import { parseDateCell } from '../parse/cells/parse-date-cell.ts';
import type { Column } from '../worksheets/spec.ts';

/** A cell of the sheet, with what a person sees of it where the number alone does not tell. */
export interface SeenCell {
  readonly value: Cell;
  readonly shown?: ShownCell | undefined;
}

/**
 * Whether a text of a file is what a person sees in the cell: a file tells no more than texts, and a day, a number or
 * a percentage may be written in more than one way. `column`: absent for a column of the staff's own.
 */
export function isSeenAs(text: string, { value, shown }: SeenCell, column?: Column): boolean {
  const wanted = plain(text);
  if (value === null) return wanted === '';
  if (shown && plain(shown.text) === wanted) return true;
  if (plain(textOf(value)) === wanted) return true;
  if (isDateSerial(value) && isDayOf(wanted, value)) return true;
  if (typeof value === 'number') return isSameNumber(wanted, value);
  return column?.type.kind === 'date' && isSameDay(wanted, value);
}

/** Blanks and ends of lines are not what two versions of a text differ in. */
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

function isDayOf(text: string, serial: number): boolean {
  const read = parseDateCell(text, '');
  return 'value' in read && read.value === dateFromSerial(Math.floor(serial));
}

function isSameDay(text: string, value: Exclude<Cell, null>): boolean {
  const [wanted, now] = [parseDateCell(text, ''), parseDateCell(value, '')];
  return 'value' in wanted && 'value' in now && wanted.value === now.value;
}

function isSameNumber(text: string, value: number): boolean {
  const read = parseNumber(text);
  return read !== undefined && Math.abs(read - value) <= Math.abs(value) * PRECISION;
}

/** Fifteen digits are all that a sheet keeps. */
const PRECISION = 1e-12;

/** «1 234,5», «48 %» (0.48); undefined for what is no number. */
function parseNumber(text: string): number | undefined {
  const match = /^(-?\d+(?:[.,]\d+)?)(%?)$/u.exec(text.replaceAll(/\s/gu, ''));
  if (!match) return undefined;
  const number = Number(match[1]?.replace(',', '.'));
  return match[2] ? number / 100 : number;
}

/** The text as a cell of the column holds it: a day as its serial number; a text that is no day stays as it is. */
export function cellOf(text: string, column?: Column): Cell {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (column?.type.kind === 'date') {
    const read = parseDateCell(trimmed, '');
    return 'value' in read ? dateToSerial(read.value as CalendarDate) : trimmed;
  }
  // «48%» stays a text: the cell's format would make 4800 % of the number, or the number would be 0,48.
  if (column?.type.kind === 'integer' || column?.type.kind === 'percent') return wholeOf(trimmed);
  return trimmed;
}

const wholeOf = (text: string): Cell => (/^\d{1,15}$/u.test(text) ? Number(text) : text);
