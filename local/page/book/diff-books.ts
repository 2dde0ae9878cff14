import type { BookPatch, PageBook, PageFrame, PageRow, PageSheet, SheetPatch } from '../wire/book.ts';

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
  const hasFrame = !before || !isSameFrame(before.frame, after.frame);
  if (!hasFrame && rows.length === 0) return [];
  return [{ sheetId, ...(hasFrame && { frame: after.frame }), rows }];
}

/** States share the parts that did not change: thousands of keys need not be compared for one edit. */
function isSameFrame(before: PageFrame, after: PageFrame): boolean {
  return (Object.keys(after) as (keyof PageFrame)[]).every(
    (name) => before[name] === after[name] || JSON.stringify(before[name]) === JSON.stringify(after[name]),
  );
}

/** A row that only moved is none of them: the frame's keys tell where it is now. */
function diffRows(before: PageSheet | undefined, after: PageSheet): [number, PageRow | null][] {
  if (before?.rows === after.rows && before.frame.rowKeys === after.frame.rowKeys) return [];
  const changed: [number, PageRow | null][] = [];
  const known = new Map(before?.frame.rowKeys.map((key, row) => [key, before.rows[row] ?? null]));
  after.frame.rowKeys.forEach((key, row) => {
    const [was, is] = [known.get(key) ?? null, after.rows[row] ?? null];
    if (was !== is && textOf(was) !== textOf(is)) changed.push([row, is]);
  });
  return changed;
}

const texts = new WeakMap<PageRow, string>();

function textOf(row: PageRow | null): string {
  if (!row) return '';
  const text = texts.get(row) ?? JSON.stringify(row);
  texts.set(row, text);
  return text;
}
