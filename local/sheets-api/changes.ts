import type { Spreadsheet } from './model/types.ts';

/** A spreadsheet was changed by a call, and the change is on disk. */
export interface Change {
  readonly spreadsheetId: string;
  /** Sheets that are new, gone or not as they were; none where only the spreadsheet itself changed. */
  readonly sheetIds: readonly number[];
  /** The person who called; undefined for the owner, as which the functions call. */
  readonly by: string | undefined;
  /** Grows by one with each change of this server, whatever the spreadsheet. */
  readonly sequence: number;
}

export type OnChange = (change: Change) => void;

/** Compares by reference: states share the sheets that a call did not touch. */
export function changedSheets(before: Spreadsheet | undefined, after: Spreadsheet): number[] {
  const known = new Set(before?.sheets);
  const standing = new Set(after.sheets.map(({ properties }) => properties.sheetId));
  const touched = after.sheets.filter((sheet) => !known.has(sheet));
  const gone = (before?.sheets ?? []).filter(({ properties }) => !standing.has(properties.sheetId));
  return [...touched, ...gone].map(({ properties }) => properties.sheetId);
}
