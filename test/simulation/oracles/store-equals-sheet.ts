import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { Head } from '../../../functions/use-cases/stored/head/head.ts';
import type { StoredRow } from '../../../functions/use-cases/stored/rows/row.ts';
import { seenAs, seenNames } from '../world/look-alikes.ts';
import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { sheetOf } from '../editors/undo.ts';
import { viewOf, type RowView, type SheetView } from '../world/view.ts';
import type { Violation } from './violation.ts';

export type StoredRows = Readonly<Record<StaffWorksheetKey, ReadonlyMap<string, StoredRow>>>;

interface Quiet {
  readonly book: Spreadsheet;
  readonly head: Head;
  readonly rows: StoredRows;
}

/** Promise 2: when all is quiet the store holds what the sheet shows, each row under one id of its own. */
export function checkStoreEqualsSheet({ book, head, rows }: Quiet): Violation | undefined {
  for (const key of STAFF_WORKSHEETS) {
    const sheet = sheetOf(book, head.sheetIds[key]);
    const what = sheet
      ? firstDifference(viewOf(sheet, key), rows[key], head.held[key] !== undefined)
      : 'the tab is gone';
    if (what) return { oracle: 'store equals sheet', what: `${key}: ${what}` };
  }
  return undefined;
}

function firstDifference(
  view: SheetView,
  stored: ReadonlyMap<string, StoredRow>,
  isHeld: boolean,
): string | undefined {
  const seen = new Set<string>();
  for (const row of view.rows.filter(({ kind }) => kind !== 'header')) {
    const what = row.isFilled ? rowDifference(view, row, { stored, seen, isHeld }) : leftover(view, row);
    if (what) return `row ${row.index + 1}: ${what}`;
  }
  const surplus = [...stored].filter(([id, { isDeleted }]) => !isDeleted && !seen.has(id));
  return surplus.length > 0 && !isHeld
    ? `in the store alone: ${surplus.map(([id]) => id).join(', ')}`
    : undefined;
}

function leftover({ columns }: SheetView, { cells }: RowView): string | undefined {
  const left = columns.find(({ owner, index }) => owner === 'server' && cells[index]?.value !== undefined);
  return left && `the server's «${left.header}» was left beside an empty row`;
}

interface Known {
  readonly stored: ReadonlyMap<string, StoredRow>;
  readonly seen: Set<string>;
  readonly isHeld: boolean;
}

function rowDifference(
  view: SheetView,
  { idCell, cells }: RowView,
  { stored, seen, isHeld }: Known,
): string | undefined {
  if (idCell === '') return 'it has no id';
  if (seen.has(idCell)) return `its id ${idCell} stands twice`;
  seen.add(idCell);
  const kept = stored.get(idCell);
  if (!kept || kept.isDeleted) return `${idCell} is ${kept ? 'deleted' : 'unknown'} in the store`;
  const values = new Set(Object.values(kept.cells));
  const titles = view.columns.map(({ header }) => seenAs(header));
  for (const column of view.columns.filter(({ owner }) => owner === 'staff')) {
    const value = cells[column.index]?.value ?? null;
    const isPlain =
      isNamed(view, column.key, column.header) &&
      titles.indexOf(seenAs(column.header)) === titles.lastIndexOf(seenAs(column.header));
    const inStore = isPlain ? (kept.cells[column.key ?? ''] ?? null) : value;
    if (isHeld && value === null) continue;
    if (inStore !== value) return `${idCell} «${column.header}»: «${value}» here, «${inStore}» in the store`;
    if (value !== null && !values.has(value)) return `${idCell} «${column.header}»: «${value}» is not stored`;
  }
  return undefined;
}

/** Under its own title, or a synonym that no other column goes by; other columns are kept too, under other names. */
function isNamed({ key }: SheetView, columnKey: string | undefined, header: string): boolean {
  const namesakes = new Set(
    seenNames(key).flatMap(([named, name]) => (name === seenAs(header) ? [named] : [])),
  );
  return namesakes.size === 1 && columnKey !== undefined && namesakes.has(columnKey);
}
