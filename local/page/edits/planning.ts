import type { Sheet, Spreadsheet } from '../../sheets-api/model/types.ts';
import type { AxisKeys } from '../wire/axis-keys.ts';
import type { PageSheet } from '../wire/book.ts';
import type { Places } from './places.ts';

/** One request of `spreadsheets.batchUpdate`, by its name on the wire; the stand-in parses it. */
export type Request = Readonly<Record<string, object>>;

export interface ValueRange {
  /** In A1 notation, with the sheet's title. */
  readonly range: string;
  readonly values: string[][];
}

/** A sheet while an edit is planned. */
export interface PlannedSheet {
  readonly sheetId: number;
  readonly shown: PageSheet;
  readonly stored: Sheet;
  readonly places: Places;
  /** Rows that the edit itself has made: undoing a deletion fills them whole, the system's cells too. */
  readonly newRows: Set<string>;
}

/** What an edit comes to: requests first, then texts to be read as typed. */
export interface Planning {
  readonly book: Spreadsheet;
  readonly requests: Request[];
  readonly typed: ValueRange[];
  /** Russian; shown to whoever sent the edit. */
  readonly notices: Set<string>;
  readonly removedSheets: Set<number>;
  /** Throws `EditRefusedError` where there is no such sheet any more. */
  sheet(sheetId: number): PlannedSheet;
}

export interface EditPlan {
  readonly requests: readonly Request[];
  readonly typed: readonly ValueRange[];
  /** Keys after the edit, of the sheets that it touched. */
  readonly keys: ReadonlyMap<number, AxisKeys>;
  readonly message: string | undefined;
}

/** The edit cannot be applied, ever: the message says why and what to do instead. */
export class EditRefusedError extends Error {
  override readonly name = 'EditRefusedError';
}
