import type { ReportRow } from '../domain/report/report-document.ts';

/** So many rows at either end of a table never stand alone on a page. */
const TOGETHER = 3;

/**
 * For each row of a table, whether the next one must stand on the same page: a group's title stays with its rows,
 * sums with what they sum up, and neither end of the table is a loose row.
 */
export function planKeptRows(rows: readonly Pick<ReportRow, 'level'>[]): readonly boolean[] {
  const last = rows.length - 1;
  return rows.map(({ level }, index) => {
    if (index === last) return false;
    const isBeforeSum = rows[index + 1]?.level === 'subtotal' || rows[index + 1]?.level === 'total';
    return level === 'group' || isBeforeSum || index < TOGETHER - 1 || index > last - TOGETHER;
  });
}
