import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Cell, Sheet } from '../../../local/sheets-api/model/types.ts';
import { kindOfRow, type RowKind } from './content.ts';
import { seenAs } from './look-alikes.ts';
import { headerRowOf, keyOfHeader, rowOfCell } from './tags.ts';

export interface ColumnView {
  readonly index: number;
  /** The header as it reads now. */
  readonly header: string;
  /** Which column of the worksheet's description it is, whatever its header says; undefined for any other. */
  readonly key: string | undefined;
  readonly owner: 'staff' | 'server';
}

export interface RowView {
  readonly index: number;
  /** The rows that its staff cells belonged to when they were typed: one, unless somebody mixed rows up. */
  readonly tags: ReadonlySet<number>;
  readonly idCell: string;
  readonly cells: readonly (Cell | undefined)[];
  readonly kind: RowKind;
  /** Whether it is a row of the table. */
  readonly isFilled: boolean;
}

/** A worksheet as its people understand it, told from the simulator's marks and not by the code under test. */
export interface SheetView {
  readonly key: StaffWorksheetKey;
  readonly sheet: Sheet;
  /** -1 where the header is gone. */
  readonly headerRow: number;
  /** Columns that have a header, or something typed below an empty one. */
  readonly columns: readonly ColumnView[];
  /** Everything below the header that holds anything. */
  readonly rows: readonly RowView[];
}

const views = new WeakMap<Sheet, SheetView>();

/** Sheets are values: each is looked at once. */
export function viewOf(sheet: Sheet, key: StaffWorksheetKey): SheetView {
  const known = views.get(sheet);
  if (known) return known;
  const headerRow = headerRowOf(sheet);
  const columns = columnsOf(sheet, key, headerRow);
  const view: SheetView = {
    key,
    sheet,
    headerRow,
    columns,
    rows: rowsOf(sheet, key, { headerRow, columns }),
  };
  views.set(sheet, view);
  return view;
}

function columnsOf(sheet: Sheet, worksheet: StaffWorksheetKey, headerRow: number): ColumnView[] {
  if (headerRow < 0) return [];
  const known = new Map(WORKSHEETS[worksheet].columns.map((column) => [column.key, column.owner]));
  const below = sheet.rows.slice(headerRow);
  const marked = new Set(sheet.rows[headerRow]?.map(keyOfHeader));
  const width = below.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const cell = sheet.rows[headerRow]?.[index];
    const header = String(cell?.value ?? '').trim();
    const key = keyOfHeader(cell) ?? madeAnew(worksheet, header, marked);
    if (header === '' && !below.some((row) => row?.[index]?.value !== undefined)) return [];
    return [{ index, header, key, owner: known.get(key ?? '') ?? ownerByTitle(worksheet, header) }];
  });
}

/** A column that was deleted, and that provisioning has put back: no mark of the simulator's is on it. */
function madeAnew(
  worksheet: StaffWorksheetKey,
  header: string,
  marked: ReadonlySet<string | undefined>,
): string | undefined {
  const named = WORKSHEETS[worksheet].columns.find(({ title }) => title === header);
  return named && !marked.has(named.key) ? named.key : undefined;
}

/** A copy of a server column under the same header is the server's too. */
function ownerByTitle(worksheet: StaffWorksheetKey, header: string): 'staff' | 'server' {
  const named = WORKSHEETS[worksheet].columns.find(({ title }) => seenAs(title) === seenAs(header));
  return named?.owner ?? 'staff';
}

function rowsOf(
  sheet: Sheet,
  key: StaffWorksheetKey,
  { headerRow, columns }: Pick<SheetView, 'headerRow' | 'columns'>,
): RowView[] {
  if (headerRow < 0) return [];
  const staff = columns.filter(({ owner }) => owner === 'staff');
  const id = columns.find(({ key }) => key === 'id')?.index ?? -1;
  const rows: RowView[] = [];
  for (let index = headerRow + 1; index < sheet.rows.length; index++) {
    const cells = sheet.rows[index];
    if (!cells?.some((cell) => cell !== undefined)) continue;
    const own = staff.map((column) => ({ ...column, cell: cells[column.index] }));
    const kind = kindOfRow(
      key,
      own.map(({ cell, ...column }) => ({ ...column, value: cell?.value })),
    );
    rows.push({
      index,
      cells,
      kind,
      isFilled: kind === 'record',
      tags: new Set(own.flatMap(({ cell }) => rowOfCell(cell) ?? [])),
      idCell: String(cells[id]?.value ?? '').trim(),
    });
  }
  return rows;
}
