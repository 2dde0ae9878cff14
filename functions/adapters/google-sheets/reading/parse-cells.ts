import type { Cell } from '../../../workbook/layout/layout.ts';

/** Empty text is an empty cell; nothing empty stands at the end of a row. */
export function parseSheetRow(values: readonly unknown[]): readonly Cell[] {
  // Whatever else stands in its place is no row.
  if (!Array.isArray(values)) return [];
  return withoutTrailing(values.map(parseCell), (cell) => cell === null);
}

function parseCell(value: unknown): Cell {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

export function withoutTrailing<T>(items: readonly T[], isEmpty: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}
