import type { BookPatch, PageBook, PageRow, PageSheet, SheetPatch } from '../wire/book.ts';

/** What browsers that show `before` must be told to show `after`; undefined where that is nothing. */
export function diffBooks(before: PageBook, after: PageBook): BookPatch | undefined {
  const known = new Map(before.sheets.map((sheet) => [sheet.frame.sheetId, sheet]));
  const sheets = after.sheets.flatMap((sheet) => diffSheets(known.get(sheet.frame.sheetId), sheet));
  const sheetIds = idsOf(after);
  const isSame =
    sheets.length === 0 && String(sheetIds) === String(idsOf(before)) && before.title === after.title;
  return isSame ? undefined : { sequence: after.sequence, title: after.title, sheetIds, sheets };
}

function idsOf(book: PageBook): number[] {
  return book.sheets.map(({ frame }) => frame.sheetId);
}

function diffSheets(before: PageSheet | undefined, after: PageSheet): SheetPatch[] {
  const { sheetId } = after.frame;
  const rows = diffRows(before, after);
  const hasFrame = !before || JSON.stringify(before.frame) !== JSON.stringify(after.frame);
  if (!hasFrame && rows.length === 0) return [];
  return [{ sheetId, ...(hasFrame && { frame: after.frame }), rows }];
}

/** A row that only moved is none of them: the frame's keys tell where it is now. */
function diffRows(before: PageSheet | undefined, after: PageSheet): [number, PageRow | null][] {
  const changed: [number, PageRow | null][] = [];
  const known = new Map(before?.frame.rowKeys.map((key, row) => [key, before.rows[row] ?? null]));
  after.frame.rowKeys.forEach((key, row) => {
    const [was, is] = [known.get(key) ?? null, after.rows[row] ?? null];
    if (was !== is && JSON.stringify(was) !== JSON.stringify(is)) changed.push([row, is]);
  });
  return changed;
}
