import { comparableName } from '../text/same-name.ts';
import type { Cells, CellValue } from './row.ts';

/** Columns that name a row for people, first of all for telling rows apart that lost their ids. */
export type NaturalKey = readonly string[];

/** A row's name in the form in which names are compared; undefined for a row without any. */
export type NameOf = (cells: Cells) => string | undefined;

/** Remembers how each cell is spoken: few names stand in many rows. */
export function nameReader(naturalKey: NaturalKey): NameOf {
  const known = new Map<CellValue, string>();
  const partOf = (cell: CellValue) => {
    const part = known.get(cell) ?? spoken(cell);
    known.set(cell, part);
    return part;
  };
  return (cells) => {
    const parts = naturalKey.map((key) => partOf(cells[key] ?? null));
    return parts.every((part) => part === '') ? undefined : parts.join('\n');
  };
}

/** A number that was typed as text is no other name. */
function spoken(cell: CellValue): string {
  if (cell === null) return '';
  return comparableName(String(cell));
}
