import { isRowIdShaped } from '../../domain/sync/row-id.ts';
import { comparableName } from '../../domain/text/same-name.ts';
import type { Cell } from '../layout/layout.ts';
import { isBlank } from './blank.ts';
import type { Column, ColumnType, Worksheet } from '../worksheets/spec.ts';

/** As many filled texts make a record of a worksheet whose needed columns hold plain texts. */
const MIN_TEXTS = 3;

/**
 * Whether a row that stands where none should is a record: by its id, or because what staff must fill in stands
 * there as their columns have it. Titles, notes and headers in whatever language are none.
 */
export function looksLikeRecord(
  { idCell, staff }: { readonly idCell: string; readonly staff: Readonly<Record<string, Cell>> },
  { idPrefix, columns }: Pick<Worksheet, 'idPrefix' | 'columns'>,
): boolean {
  if (isRowIdShaped(idCell, idPrefix)) return true;
  const needed = columns.filter(({ isRequired }) => isRequired);
  if (needed.some(({ key }) => isBlank(staff[key]))) return false;
  const telling = needed.filter(tells);
  if (telling.length > 0) return telling.every(({ key, type }) => fits(staff[key] ?? null, type));
  const filled = columns.filter(({ key }) => !isBlank(staff[key]));
  return filled.length >= MIN_TEXTS && filled.some(({ key }) => /\d/u.test(String(staff[key])));
}

/** Whether a value of the column can be told from a title by itself. */
export function tells({ type }: Pick<Column, 'type'>): boolean {
  return type.kind === 'choice' ? type.isOpen !== true : TELLING.has(type.kind);
}

const TELLING: ReadonlySet<ColumnType['kind']> = new Set([
  'date',
  'integer',
  'percent',
  'measure',
  'measure_number',
  'measures',
]);

/** Whether the cell is such as the column holds; of types that do not tell, any is. */
export function fits(cell: Cell, type: ColumnType): boolean {
  switch (type.kind) {
    case 'choice': {
      const name = comparableName(String(cell));
      return type.isOpen === true || type.options.some((option) => comparableName(option) === name);
    }
    case 'date':
    case 'integer':
    case 'percent':
      return typeof cell === 'number' || (typeof cell === 'string' && /^\s*\d/u.test(cell));
    case 'measure':
    case 'measure_number':
    case 'measures':
      return typeof cell === 'number' || /^\s*\d+\.\d/u.test(String(cell));
    default:
      return true;
  }
}

/** Whether at least half of what stands there is such as the column holds. */
export function holdsItsOwn(
  body: readonly (readonly Cell[])[],
  index: number,
  column: Pick<Column, 'type'>,
): boolean {
  if (!tells(column)) return true;
  const filled = body.flatMap((row) => (!isBlank(row[index]) ? [row[index] ?? null] : []));
  return 2 * filled.filter((cell) => fits(cell, column.type)).length >= filled.length;
}
