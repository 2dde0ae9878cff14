import type { RowId } from '../../../domain/records/worksheet-key.ts';
import type { RecordRows } from '../../../workbook/parse/parse-records.ts';
import { lostColumns } from '../../../workbook/table/gaps.ts';
import type { RowCells, TableRead } from '../../../workbook/table/table.ts';
import type { Head } from '../../stored/head/head.ts';
import type { StoredRow } from '../../stored/rows/row.ts';

type Rows = RecordRows['schools'];

/** What is stored of a worksheet, and what of it the brake holds. */
interface Stored {
  readonly base?: ReadonlyMap<RowId, StoredRow> | undefined;
  readonly held?: Head['held']['schools'];
}

/**
 * The rows with what is stored of those that the sheet does not tell: all of a worksheet that cannot be read, the
 * cells of columns that are lost or that were emptied and not given up yet, the rows that stand above the header. No school is
 * missing because a tab is, and nothing is overdue because a header was renamed.
 */
export function keptRows(table: TableRead, rows: Rows, { base = new Map(), held }: Stored): Rows {
  if (table.kind !== 'complete') return storedRows(base, () => true);
  const lost = lostColumns(table).map(({ key }) => key);
  const kept = [...lost, ...(held?.columns?.map(({ column }) => column) ?? [])];
  if (kept.length === 0 && table.above.length === 0) return rows;
  const standing = new Set(rows.map(({ id }) => id));
  const above = new Set(table.above.map(({ idCell }) => idCell).filter((id) => !standing.has(id)));
  return [
    ...rows.map((row) => ({ ...row, staff: { ...row.staff, ...cellsOf(base.get(row.id), kept) } })),
    ...storedRows(base, (id) => above.has(id)),
  ];
}

/** Whether the rows of the sheet are not all that counts: what is stored must be known too. */
export function lacksRows(table: TableRead): boolean {
  return table.kind === 'complete' && (table.above.length > 0 || lostColumns(table).length > 0);
}

function storedRows(base: ReadonlyMap<RowId, StoredRow>, isMeant: (id: RowId) => boolean): Rows {
  return [...base].flatMap(([id, { cells, isDeleted }]) =>
    isDeleted || !isMeant(id) ? [] : [{ id, staff: cells }],
  );
}

function cellsOf(row: StoredRow | undefined, keys: readonly string[]): RowCells {
  return Object.fromEntries(
    keys.flatMap((key) => (row?.cells[key] === undefined ? [] : [[key, row.cells[key]]])),
  );
}
