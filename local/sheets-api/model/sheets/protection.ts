import type { Dimension } from '../../schema/common.ts';
import type { ProtectedRange } from '../../schema/sheet.ts';
import { invalidArgument } from '../../wire/api-error.ts';
import { closeRange, contains, intersects } from '../ranges/boxes.ts';
import type { DimensionChange } from '../dimensions/shift.ts';
import type { Box, Sheet } from '../types.ts';

/** The owner of all spreadsheets, as the answers name them. */
export const OWNER_ADDRESS = 'owner@shnor.local';

/**
 * Protection as Google enforces it. The owner edits everything; a person who is not among the editors of a
 * protected range gets a 400 for any edit of its cells, and also for inserting, deleting or moving rows and
 * columns that run through it: a protected column stops everybody from inserting a row and from sorting.
 * A `warningOnly` protection refuses nothing: Google's own page asks "are you sure?", and the API does not ask.
 *
 * That is why the product protects the server's columns with a warning: with editors it would take insertion,
 * deletion and sorting of rows from the staff. The page of the local version refuses typing there by itself,
 * by the description of the protection (`ШНОР: …`).
 */
export function mayEdit(entry: ProtectedRange, email: string | undefined): boolean {
  if (email === undefined || entry.warningOnly) return true;
  return entry.editors?.users?.some((user) => user.toLowerCase() === email) ?? false;
}

export function protectedObject(): Error {
  return invalidArgument(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

interface Guarded {
  readonly box: Box;
  readonly free: readonly Box[];
  /** Protects the sheet as a whole: its properties too. */
  readonly whole: boolean;
}

/** Whether it protects the sheet as such rather than some of its cells. */
export function isWhole({ range = {} }: ProtectedRange): boolean {
  return Object.entries(range).every(([field, value]) => field === 'sheetId' || value === undefined);
}

/** What of the sheet the person must leave alone. */
export function guardedBoxes(sheet: Sheet, email: string): readonly Guarded[] {
  return sheet.protectedRanges
    .filter((entry) => !mayEdit(entry, email))
    .map(({ range = {}, unprotectedRanges = [] }) => ({
      box: closeRange(sheet, range),
      free: unprotectedRanges.map((inner) => closeRange(sheet, inner)),
      whole: isWhole({ range }),
    }));
}

/** Stops the edits of one person; made anew for each draft. */
export class Guard {
  readonly #email: string;
  readonly #known = new WeakMap<readonly ProtectedRange[], readonly Guarded[]>();

  constructor(email: string) {
    this.#email = email;
  }

  #boxesOf(sheet: Sheet): readonly Guarded[] {
    const known = this.#known.get(sheet.protectedRanges) ?? guardedBoxes(sheet, this.#email);
    this.#known.set(sheet.protectedRanges, known);
    return known;
  }

  /** Throws `ApiError` 400. */
  checkCell(sheet: Sheet, { row, column }: { row: number; column: number }): void {
    if (sheet.protectedRanges.length === 0) return;
    this.checkBox(sheet, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
  }

  /** Throws `ApiError` 400 where the box holds protected cells; open ranges count as they lie in the grid. */
  checkBox(sheet: Sheet, box: Box): void {
    const stops = (guarded: Guarded): boolean =>
      intersects(guarded.box, box) && !guarded.free.some((free) => contains(free, box));
    if (this.#boxesOf(sheet).some(stops)) throw protectedObject();
  }

  /** Throws `ApiError` 400 where rows or columns that run through protected cells would come, go or move. */
  checkDimension(sheet: Sheet, dimension: Dimension, change: DimensionChange): void {
    const stops = ({ box }: Guarded): boolean => {
      const [start, end] =
        dimension === 'ROWS' ? [box.startRow, box.endRow] : [box.startColumn, box.endColumn];
      const opens = (at: number): boolean => start < at && at < end;
      if (change.kind === 'insert') return opens(change.start);
      const takes = start < change.end && change.start < end;
      return takes || (change.kind === 'move' && opens(change.destination));
    };
    if (this.#boxesOf(sheet).some(stops)) throw protectedObject();
  }

  /** Throws `ApiError` 400 where the sheet is protected as a whole. */
  checkSheet(sheet: Sheet): void {
    if (this.#boxesOf(sheet).some(({ whole }) => whole)) throw protectedObject();
  }

  /** Throws `ApiError` 400 where anything in the sheet is protected: before it is deleted. */
  checkAll(sheet: Sheet): void {
    if (this.#boxesOf(sheet).length > 0) throw protectedObject();
  }

  /** Throws `ApiError` 400 where the person may not edit what the entry protects. */
  checkProtection(entry: ProtectedRange): void {
    if (!mayEdit(entry, this.#email)) throw protectedObject();
  }
}
