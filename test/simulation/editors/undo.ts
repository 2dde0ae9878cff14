import type { Sheet, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import type { Done } from './desk.ts';
import { withPen } from './desk.ts';

/** The last thing that an editor did, as «Отменить» needs to know it. */
export interface LastAction {
  readonly sheetId: number;
  readonly before: Spreadsheet;
  readonly done: Done;
  /** How often the sheet had been edited when it was done: undo is left alone once others went on from there. */
  readonly edits: number;
}

export function sheetOf(book: Spreadsheet, sheetId: number): Sheet | undefined {
  return book.sheets.find(({ properties }) => properties.sheetId === sheetId);
}

/** The book without the action; undefined where it cannot be undone any more. What functions wrote since stays. */
export function undo(book: Spreadsheet, { sheetId, before, done }: LastAction): Spreadsheet | undefined {
  if (done.undo) return done.undo(book);
  const [was, after, now] = [before, done.book, book].map((each) => sheetOf(each, sheetId));
  if (!was || !after || !now) return undefined;
  if (now === after) return replaceSheet(book, was, before);
  const isStructural =
    was.properties !== after.properties || before.developerMetadata !== done.book.developerMetadata;
  if (isStructural && !sameMarkers(before, done.book)) return undefined;
  if (was.properties.gridProperties.rowCount !== now.properties.gridProperties.rowCount) return undefined;
  if (was.properties.gridProperties.columnCount !== now.properties.gridProperties.columnCount)
    return undefined;
  return putCellsBack(book, { sheetId, was, after, now });
}

function sameMarkers(a: Spreadsheet, b: Spreadsheet): boolean {
  return JSON.stringify(a.developerMetadata) === JSON.stringify(b.developerMetadata);
}

function replaceSheet(book: Spreadsheet, was: Sheet, before: Spreadsheet): Spreadsheet {
  const { sheetId } = was.properties;
  const isHere = (entry: Spreadsheet['developerMetadata'][number]) =>
    (entry.location?.dimensionRange?.sheetId ?? 0) === sheetId;
  return {
    ...book,
    sheets: book.sheets.map((sheet) => (sheet.properties.sheetId === sheetId ? was : sheet)),
    developerMetadata: [
      ...book.developerMetadata.filter((entry) => !isHere(entry)),
      ...before.developerMetadata.filter(isHere),
    ],
  };
}

interface Versions {
  readonly sheetId: number;
  readonly was: Sheet;
  readonly after: Sheet;
  readonly now: Sheet;
}

function putCellsBack(book: Spreadsheet, { sheetId, was, after, now }: Versions): Spreadsheet {
  const height = Math.max(was.rows.length, after.rows.length);
  return withPen(book, sheetId, (pen) => {
    for (let row = 0; row < height; row++) {
      const columns = Math.max(was.rows[row]?.length ?? 0, after.rows[row]?.length ?? 0);
      for (let column = 0; column < columns; column++) {
        const changed = was.rows[row]?.[column] !== after.rows[row]?.[column];
        const isUntouched = now.rows[row]?.[column] === after.rows[row]?.[column];
        if (changed && isUntouched) pen.put({ row, column }, was.rows[row]?.[column]);
      }
    }
  });
}
