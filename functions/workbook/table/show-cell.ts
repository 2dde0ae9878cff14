import { dateFromSerial, formatDate } from '../../domain/dates/dates.ts';
import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { Cell } from '../layout/layout.ts';
import { WORKSHEETS } from '../worksheets/index.ts';
import { isOwnColumn, ownColumnTitle } from './own-columns.ts';
import { isDateSerial, textOf } from '../parse/cells/cell.ts';
import type { RowCells } from './table.ts';

/** The header that people know the column by. */
export function columnTitle(worksheet: StaffWorksheetKey, key: string): string {
  const column = WORKSHEETS[worksheet].columns.find((each) => each.key === key);
  return column?.title ?? (isOwnColumn(key) ? ownColumnTitle(key) : key);
}

/** The value as people see it: a date instead of its serial number, «да» instead of true; '' for an empty cell. */
export function showCell(worksheet: StaffWorksheetKey, key: string, value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'number') return textOf(value);
  return holdsDate(worksheet, key, value)
    ? formatDate(dateFromSerial(value))
    : value.toLocaleString('ru', NUMBER);
}

/** Whether the number in a cell of the column is the serial number of a day. */
export function holdsDate(worksheet: StaffWorksheetKey, key: string, value: Cell): boolean {
  const kind = WORKSHEETS[worksheet].columns.find((each) => each.key === key)?.type.kind;
  if (typeof value !== 'number') return false;
  // In words a number may be one: only what is read as a day is shown as one.
  return kind === 'date' ? isDay(value) : kind === 'phrase' && isDateSerial(value);
}

const NUMBER = { useGrouping: false, maximumFractionDigits: 10 } as const;

/** The years 1000–9999: a number beyond them is no day. */
function isDay(serial: number): boolean {
  return serial >= -328_716 && serial < 2_958_466;
}

/** What people call the row: «ОО № 1 (демо), 1.1». */
export function nameRow(worksheet: StaffWorksheetKey, cells: RowCells): string {
  const { naturalKey } = WORKSHEETS[worksheet];
  const parts = naturalKey.map((key) => showCell(worksheet, key, cells[key] ?? null));
  return parts.filter((part) => part !== '').join(', ');
}
