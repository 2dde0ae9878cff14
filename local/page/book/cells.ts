import { formatCellValue } from '../../sheets-api/model/locale/format-value.ts';
import type { localeRules } from '../../sheets-api/model/locale/locales.ts';
import type { Cell, Row } from '../../sheets-api/model/types.ts';
import type { PageCell, PageRow } from '../wire/book.ts';
import { toPageStyle } from './style.ts';

type Rules = ReturnType<typeof localeRules>;

/** A state shares the rows that did not change with the one before: those are not described again. */
const known = new WeakMap<Row, PageRow>();

/** The row as people see it. */
export function describeRow(row: Row, rules: Rules): PageRow {
  const found = known.get(row);
  if (found) return found;
  const cells = row.map((cell) => (cell ? describeCell(cell, rules) : null));
  known.set(row, cells);
  return cells;
}

function describeCell(cell: Cell, rules: Rules): PageCell {
  const { value, formula, format, note } = cell;
  const shown = value === undefined ? undefined : formatCellValue(cell, rules);
  const link = format?.textFormat?.link?.uri;
  return {
    ...(value !== undefined && { v: value }),
    ...(shown !== undefined && shown !== String(value) && { t: shown }),
    ...(formula !== undefined && { f: formula }),
    ...(format && { s: toPageStyle(format) }),
    ...(note && { n: note }),
    ...(link && { l: link }),
  };
}
