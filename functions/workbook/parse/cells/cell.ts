import type { Cell } from '../../layout/layout.ts';
import type { CalendarDate } from '../../../domain/dates/dates.ts';

/** The names that cells may refer to, as they stand in the workbook. */
export interface KnownNames {
  readonly schools: readonly string[];
  readonly measures: readonly string[];
}

/** Why a cell was not understood: Russian sentences. */
export interface CellProblem {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

export type ParsedValue = string | number | CalendarDate | readonly string[] | null;

export type ParsedCell = { readonly value: ParsedValue } | { readonly problem: CellProblem };

/** How a sheet shows a number; `as_it_is`: in figures alone, whatever the format is called. */
export type ShownFormat = 'as_it_is' | 'percent' | 'date' | 'time' | 'scientific';

/** What a person sees of a number where the number alone cannot tell what was meant. */
export interface ShownCell {
  readonly text: string;
  readonly format: ShownFormat;
}

export function textOf(cell: Exclude<Cell, null>): string {
  if (typeof cell === 'boolean') return cell ? 'да' : 'нет';
  return String(cell).trim();
}

/** Serials outside 1950–2100 are numbers that strayed into a date column. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_415;

export function isDateSerial(cell: Cell): cell is number {
  return typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL;
}

/** «45», «45,1»: the number without a format, as a Russian sheet shows it. */
export function formatPlainNumber(value: number): string {
  return value.toLocaleString('ru', { useGrouping: false, maximumSignificantDigits: 15 });
}
