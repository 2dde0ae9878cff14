import { invalidArgument } from '../wire/api-error.ts';
import type { DeveloperMetadata, NamedRange } from '../schema/sheet.ts';
import { Guard } from './sheets/protection.ts';
import { markCell, markCopy } from './formula/formula-rows.ts';
import { recalculate } from './formula/recalculate.ts';
import { serialOfMoment } from './locale/serial-date.ts';
import type { Box, Cell, Row, Sheet, Spreadsheet, Surroundings } from './types.ts';

export type MutableRow = (Cell | undefined)[];
export type MutableSheet = { -readonly [Field in keyof Sheet]: Sheet[Field] } & {
  rows: (Row | undefined)[];
};

/** 10,000,000 cells a spreadsheet: the limit of Google Sheets. */
const MAX_CELLS = 10_000_000;

/**
 * A spreadsheet in the middle of one change. Sheets and rows are copied when they are first written to,
 * so the base stays whole: a failed batch is a draft that nobody looks at again.
 */
export class Draft {
  readonly id: string;
  properties: Spreadsheet['properties'];
  namedRanges: NamedRange[];
  developerMetadata: DeveloperMetadata[];
  /** The moment of the change, as a serial number in the zone of the spreadsheet. */
  readonly now: number;
  /** Absent where the owner edits. */
  readonly guard: Guard | undefined;
  #sheets: Sheet[];
  readonly #ownSheets = new Set<Sheet>();
  readonly #ownRows = new WeakSet<Row>();
  readonly #ownMerges = new WeakSet<Sheet['merges']>();

  /** `email` is the person who edits; undefined: the owner, whom no protection stops. */
  constructor(base: Spreadsheet, { now, email }: Pick<Surroundings, 'now' | 'email'>) {
    this.id = base.id;
    this.now = serialOfMoment(now, base.properties.timeZone);
    this.guard = email === undefined ? undefined : new Guard(email);
    this.properties = base.properties;
    this.namedRanges = [...base.namedRanges];
    this.developerMetadata = [...base.developerMetadata];
    this.#sheets = [...base.sheets];
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  find(sheetId: number): Sheet | undefined {
    return this.#sheets.find((sheet) => sheet.properties.sheetId === sheetId);
  }

  /** Throws `ApiError` 400 as Google says it. */
  read(sheetId: number): Sheet {
    const sheet = this.find(sheetId);
    if (!sheet) throw invalidArgument(`No grid with id: ${sheetId}`);
    return sheet;
  }

  /** The sheet for writing. */
  edit(sheetId: number): MutableSheet {
    const sheet = this.read(sheetId);
    if (this.#ownSheets.has(sheet)) return sheet as MutableSheet;
    const copy: MutableSheet = { ...sheet, rows: [...sheet.rows] };
    this.#ownSheets.add(copy);
    this.#sheets[this.#sheets.indexOf(sheet)] = copy;
    return copy;
  }

  /** The row for writing. */
  editRow(sheet: MutableSheet, row: number): MutableRow {
    const known = sheet.rows[row];
    if (known && this.#ownRows.has(known)) return known as MutableRow;
    const copy: MutableRow = known ? [...known] : [];
    markCopy(known, copy);
    this.#ownRows.add(copy);
    while (sheet.rows.length < row) sheet.rows.push(undefined);
    sheet.rows[row] = copy;
    return copy;
  }

  /** The merges for writing. */
  editMerges(sheet: MutableSheet): Box[] {
    const known = sheet.merges;
    if (this.#ownMerges.has(known)) return known as Box[];
    const copy = [...known];
    this.#ownMerges.add(copy);
    sheet.merges = copy;
    return copy;
  }

  setCell(sheet: MutableSheet, at: { row: number; column: number }, cell: Cell | undefined): void {
    const before = sheet.rows[at.row]?.[at.column];
    if (cell === before) return;
    this.guard?.checkCell(sheet, at);
    this.putCell(sheet, at, cell);
  }

  /** `setCell` for neighbours in a row; most cells of a large change come this way. */
  changeCells(
    sheet: MutableSheet,
    { row, startColumn, endColumn }: { row: number; startColumn: number; endColumn: number },
    change: (cell: Cell | undefined) => Cell | undefined,
  ): void {
    let own: MutableRow | undefined;
    for (let column = startColumn; column < endColumn; column++) {
      const before = (own ?? sheet.rows[row])?.[column];
      const cell = change(before);
      if (cell === before) continue;
      this.guard?.checkCell(sheet, { row, column });
      own ??= this.editRow(sheet, row);
      place(own, column, cell);
    }
  }

  /** As `setCell`, without asking whether anybody may: for what follows from an edit and is none. */
  putCell(sheet: MutableSheet, at: { row: number; column: number }, cell: Cell | undefined): void {
    place(this.editRow(sheet, at.row), at.column, cell);
  }

  insertSheet(sheet: Sheet, index: number): void {
    this.#sheets.splice(index, 0, sheet);
  }

  removeSheet(sheetId: number): Sheet {
    const sheet = this.read(sheetId);
    this.#sheets.splice(this.#sheets.indexOf(sheet), 1);
    return sheet;
  }

  /** Throws `ApiError` 400 where the grids together grew over Google's limit, 501 for an unknown formula. */
  finish(): Spreadsheet {
    for (const { place: at, cell } of recalculate(this))
      this.putCell(this.edit(at.sheet.properties.sheetId), at, cell);
    this.checkSize();
    const { id, properties, namedRanges, developerMetadata } = this;
    return { id, properties, sheets: this.#sheets, namedRanges, developerMetadata };
  }

  /** Throws `ApiError` 400 where the grids together grew over Google's limit. */
  checkSize(): void {
    let cells = 0;
    for (const { properties } of this.#sheets)
      cells += properties.gridProperties.rowCount * properties.gridProperties.columnCount;
    if (cells > MAX_CELLS)
      throw invalidArgument(
        `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
      );
  }
}

function place(row: MutableRow, column: number, cell: Cell | undefined): void {
  markCell(row, cell);
  // Holes would make the row slow and would not survive JSON.
  while (row.length < column) row.push(undefined);
  row[column] = cell;
}
