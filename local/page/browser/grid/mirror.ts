import type { BookPatch, PageBook, PageSheet, SheetPatch } from '../../wire/book.ts';

/** The workbook with the patch in it. Rows that only moved are found again by their keys. */
export function patchBook(book: PageBook, patch: BookPatch): PageBook {
  const known = new Map(book.sheets.map((sheet) => [sheet.frame.sheetId, sheet]));
  const patches = new Map(patch.sheets.map((each) => [each.sheetId, each]));
  const sheets = patch.sheetIds.flatMap((sheetId) => {
    const sheet = patchSheet(known.get(sheetId), patches.get(sheetId));
    return sheet ? [sheet] : [];
  });
  return { ...book, title: patch.title, sequence: patch.sequence, sheets };
}

function patchSheet(sheet: PageSheet | undefined, patch: SheetPatch | undefined): PageSheet | undefined {
  if (!patch) return sheet;
  const frame = patch.frame ?? sheet?.frame;
  if (!frame) return undefined;
  const before = new Map(sheet?.frame.rowKeys.map((key, row) => [key, sheet.rows[row] ?? null]));
  const rows = frame.rowKeys.map((key) => before.get(key) ?? null);
  for (const [row, cells] of patch.rows) rows[row] = cells;
  return { frame, rows };
}

export function findSheet(book: PageBook, sheetId: number): PageSheet | undefined {
  return book.sheets.find(({ frame }) => frame.sheetId === sheetId);
}
