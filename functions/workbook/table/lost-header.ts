import { isRowIdShaped } from '../../domain/sync/row-id.ts';
import type { Cell } from '../layout/layout.ts';
import type { Worksheet } from '../worksheets/spec.ts';
import type { RawSheet } from './bind-columns.ts';
import type { Places } from './places.ts';
import { holdsItsOwn, looksLikeRecord, tells } from './record-likeness.ts';

type Grid = readonly (readonly Cell[])[];

interface LostHeader {
  /** What stands in which column. */
  readonly places: Places;
  /** Zero-based: where the header is to stand. */
  readonly headerRow: number;
  /** `inserted`: in a row of its own, which moves the others down; `filled`: that row is empty. */
  readonly restored: 'inserted' | 'filled';
}

/**
 * Where a header that is gone is to stand again, so that no record comes to stand above it and nothing that stands is
 * written over. The columns are where they were, or where the description has them, if what stands below agrees.
 * Undefined where it does not: then only people can tell.
 */
export function placeLostHeader(
  worksheet: Worksheet,
  { rows }: RawSheet,
  known: Places | undefined,
): LostHeader | undefined {
  const described: Places = { headerRow: 0, columns: worksheet.columns.map(({ key }) => key) };
  const places = [...(known ? [known] : []), described].find((each) => agrees(worksheet, rows, each));
  return places && { places, ...placeAmong(rows, places, worksheet) };
}

/** Ids stand in the column of ids and nowhere else, and what tells its type stands under its own. */
function agrees(worksheet: Worksheet, rows: Grid, { columns }: Places): boolean {
  const { idPrefix } = worksheet;
  const idColumn = columns.indexOf('id');
  const ids = rows.flatMap((row) => row.flatMap((cell, index) => (isId(cell, idPrefix) ? [index] : [])));
  if (!ids.includes(idColumn) || 2 * ids.filter((index) => index === idColumn).length <= ids.length)
    return false;
  const records = rows.filter((row) => isId(row[idColumn] ?? null, idPrefix));
  return worksheet.columns.every((column) => {
    const index = columns.indexOf(column.key);
    return index < 0 || column.owner === 'server' || !tells(column) || holdsItsOwn(records, index, column);
  });
}

function isId(cell: Cell, idPrefix: string): boolean {
  return typeof cell === 'string' && isRowIdShaped(cell.trim(), idPrefix);
}

/**
 * In its own row where that is empty now; above it where a record has moved up there; below it where something else
 * was pasted over the header: titles in another language make no record then.
 */
function placeAmong(rows: Grid, places: Places, worksheet: Worksheet): Omit<LostHeader, 'places'> {
  const first = rows.findIndex((row) => isRecord(row, places, worksheet));
  const own = first < 0 ? places.headerRow : Math.min(places.headerRow, first);
  if (first === own) return { headerRow: own, restored: 'inserted' };
  const isFree = (rows[own] ?? []).every((cell) => cell === null || cell === '');
  return isFree ? { headerRow: own, restored: 'filled' } : { headerRow: own + 1, restored: 'inserted' };
}

function isRecord(row: readonly Cell[], { columns }: Places, worksheet: Worksheet): boolean {
  const cells = Object.fromEntries(columns.map((key, index) => [key, row[index] ?? null]));
  const idCell = String(cells['id'] ?? '').trim();
  return looksLikeRecord({ idCell, staff: cells }, worksheet);
}
