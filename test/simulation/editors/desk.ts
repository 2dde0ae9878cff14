import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import { applyBatch } from '../../../local/sheets-api/model/apply-batch.ts';
import type { Cell, Spreadsheet, Surroundings } from '../../../local/sheets-api/model/types.ts';
import type { BatchRequest } from '../../../local/sheets-api/schema/requests.ts';
import type { Random } from '../random.ts';
import { rowTag } from '../world/tags.ts';
import type { RowView, SheetView } from '../world/view.ts';

/** A person at work on one sheet: what they see, and where their unique tokens come from. */
export interface Desk {
  readonly book: Spreadsheet;
  readonly key: StaffWorksheetKey;
  readonly sheetId: number;
  readonly view: SheetView;
  readonly random: Random;
  readonly around: Surroundings;
  newToken(): string;
  newRow(): number;
}

export interface Done {
  readonly book: Spreadsheet;
  /** For the trace: what was done, in a few words. */
  readonly what: string;
  /** Set where the sheet cannot be read until its people put it right; they will. */
  readonly putBack?: (book: Spreadsheet) => Spreadsheet;
  /** «Отменить», where it takes more than putting the cells back; nobody else has edited the sheet since. */
  readonly undo?: (book: Spreadsheet) => Spreadsheet;
}

/** What a person does; undefined where there is nothing to do it with. */
export type Action = (desk: Desk) => Done | undefined;

type Place = Readonly<Record<'row' | 'column', number>>;

export interface Pen {
  /** Rows that hold anything, the empty ones between them included. */
  readonly height: number;
  cell(at: Place): Cell | undefined;
  put(at: Place, cell: Cell | undefined): void;
  /** A value typed over what stands there: marks stay. */
  write(at: Place, value: Cell['value'], tag?: number): void;
}

/** The book after cells of the sheet were changed by hand. */
export function withPen(book: Spreadsheet, sheetId: number, change: (pen: Pen) => void): Spreadsheet {
  const sheet = book.sheets.find(({ properties }) => properties.sheetId === sheetId);
  if (!sheet) throw new Error(`no sheet ${sheetId}`);
  const rows = sheet.rows.map((row) => row && [...row]);
  const put: Pen['put'] = ({ row, column }, cell) => {
    // Holes would be slow and would not survive JSON.
    while (rows.length < row) rows.push(undefined);
    const cells = (rows[row] ??= []);
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
  };
  const cell: Pen['cell'] = ({ row, column }) => rows[row]?.[column];
  change({
    height: rows.length,
    cell,
    put,
    write(at, value, tag) {
      const { value: _value, formula: _formula, ...kept } = cell(at) ?? {};
      const note = tag === undefined ? kept.note : rowTag(tag);
      const after = { ...kept, ...(note && { note }), ...(value !== undefined && { value }) };
      put(at, Object.keys(after).length > 0 ? after : undefined);
    },
  });
  const after = { ...sheet, rows };
  return { ...book, sheets: book.sheets.map((each) => (each === sheet ? after : each)) };
}

/** The book after requests that a person's menu commands amount to. */
export function batch({ book, around }: Pick<Desk, 'book' | 'around'>, ...requests: BatchRequest[]) {
  return applyBatch(book, requests, around).spreadsheet;
}

export function rowsRange(sheetId: number, startIndex: number, count = 1) {
  return { sheetId, dimension: 'ROWS' as const, startIndex, endIndex: startIndex + count };
}

export function columnsRange(sheetId: number, startIndex: number, count = 1) {
  return { sheetId, dimension: 'COLUMNS' as const, startIndex, endIndex: startIndex + count };
}

export function filledRows({ view }: Desk): readonly RowView[] {
  return view.rows.filter(({ isFilled }) => isFilled);
}

export function pickRow(desk: Desk): RowView | undefined {
  const rows = filledRows(desk);
  return rows.length > 0 ? desk.random.pick(rows) : undefined;
}

/** The first row below everything that is filled or marked. */
export function rowBelow({ view }: Desk): number {
  return (view.rows.at(-1)?.index ?? view.headerRow) + 1;
}

export function staffColumns({ view }: Desk) {
  return view.columns.filter(({ owner }) => owner === 'staff');
}

/** Columns that hold anything under a header, from the first to the one behind the last. */
export function width({ view }: Desk): number {
  return (view.columns.at(-1)?.index ?? 0) + 1;
}

/** The tag of a row that somebody types into: its own, or a new one where nothing stood. */
export function tagFor(desk: Desk, row: number): number {
  const known = desk.view.rows.find(({ index }) => index === row);
  const [tag] = known?.isFilled ? known.tags : [];
  return tag ?? desk.newRow();
}

/** Every staff cell of the row belongs to `tag` now. */
export function markRow(desk: Desk, pen: Pen, { row, tag }: { row: number; tag: number }): void {
  for (const { index: column } of staffColumns(desk)) {
    pen.put({ row, column }, { ...pen.cell({ row, column }), note: rowTag(tag) });
  }
}
