import { formatDate, yearOf } from '../../domain/dates/dates.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Period } from '../../domain/dates/period.ts';
import type { Column, ColumnType, Worksheet } from '../worksheets/spec.ts';
import type { ParsedRow } from './parse-row.ts';

/** Years before the period in which a date is nothing strange, where the column does not say otherwise. */
const REACH = 5;
/** Years after it: what is planned lies in the period or the next one. */
const AHEAD = 2;

/** Dates and years so far from the period that a slip of the finger is likelier: «15.04.2062». */
export function farDates(worksheet: Worksheet, period: Period): (row: ParsedRow) => readonly Finding[] {
  const columns = worksheet.columns.filter(({ type, owner }) => owner === 'staff' && hasYear(type));
  return (row) =>
    columns.flatMap((column) => {
      const found = yearIn(column, row);
      if (!found || !isFar(found.year, column.type, period)) return [];
      const place = { worksheet: worksheet.key, rowId: row.id, column: column.key };
      return [farDate(place, column, { found, period })];
    });
}

function hasYear(type: ColumnType): boolean {
  return type.kind === 'date' || (type.kind === 'integer' && type.isYear === true);
}

interface FoundYear {
  readonly year: number;
  readonly shown: string;
}

function yearIn({ key, type }: Column, row: ParsedRow): FoundYear | undefined {
  if (type.kind === 'date') {
    const date = row.date(key);
    return date && { year: yearOf(date), shown: formatDate(date) };
  }
  const year = row.number(key);
  return year === undefined ? undefined : { year, shown: `${year} год` };
}

/** A year that stands for itself has a first one of its own (`min`). */
function isFar(year: number, type: ColumnType, { start, end }: Period): boolean {
  const reach = type.kind === 'date' ? (type.reach ?? REACH) : Infinity;
  return year < yearOf(start) - reach || year > yearOf(end) + AHEAD;
}

function farDate(
  place: Finding['place'],
  { title }: Column,
  { found, period }: { readonly found: FoundYear; readonly period: Period },
): Finding {
  return {
    code: 'date_far',
    severity: 'warning',
    place,
    message:
      `«${title}»: ${found.shown} — далеко от периода книги ` +
      `(${formatDate(period.start)} — ${formatDate(period.end)}).`,
    advice: 'Проверьте год.',
  };
}
