import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Sheet, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { sheetOf } from '../editors/undo.ts';
import { keyOfHeader, rowOfCell } from '../world/tags.ts';
import { viewOf, type SheetView } from '../world/view.ts';
import type { Violation } from './violation.ts';

/**
 * Promise 1, asked at each write of a function: every cell that it changed was the server's at that moment,
 * the headers of the server's columns among them.
 */
export function checkFunctionWrite(
  before: Spreadsheet,
  after: Spreadsheet,
  sheetIds: Readonly<Record<StaffWorksheetKey, number>>,
): Violation | undefined {
  for (const key of STAFF_WORKSHEETS) {
    const [was, is] = [sheetOf(before, sheetIds[key]), sheetOf(after, sheetIds[key])];
    if (was === is) continue;
    if (!was || !is) return { oracle: 'staff cells', what: `a function made or deleted the tab of ${key}` };
    const what = haveMoved(viewOf(was, key), viewOf(is, key))
      ? lostOnTheWay(viewOf(was, key), viewOf(is, key))
      : firstForeignCell(viewOf(was, key), is);
    if (what) return { oracle: 'staff cells', what: `${key}: ${what}` };
  }
  const theirs = before.sheets.filter(({ properties }) => isTheirs(properties.title));
  const touched = theirs.find((sheet) => sheetOf(after, sheet.properties.sheetId) !== sheet);
  return touched && { oracle: 'staff cells', what: `a function changed «${touched.properties.title}»` };
}

/** A described column that was lacking is put where nothing stands. */
function isNewHeader(
  { key, sheet, headerRow }: SheetView,
  { row, column }: { readonly row: number; readonly column: number },
  title: unknown,
): boolean {
  if (row !== headerRow || !WORKSHEETS[key].columns.some((each) => each.title === title)) return false;
  return sheet.rows.every((cells) => (cells?.[column]?.value ?? '') === '');
}

/** Whether the server's columns stand elsewhere than before. */
function haveMoved(before: SheetView, after: SheetView): boolean {
  const places = ({ columns }: SheetView) =>
    new Map(columns.filter(({ owner }) => owner === 'server').map(({ key, index }) => [key, index]));
  const now = places(after);
  return [...places(before)].some(([key, index]) => now.get(key) !== index);
}

/** Where columns were moved or put in: the staff's stand in the same order, with the same cells. */
function lostOnTheWay(before: SheetView, after: SheetView): string | undefined {
  const was = ownedByStaff(before);
  const is = ownedByStaff(after).filter(([header, ...cells]) => !isMade(after, header, cells));
  const wasTold = was.filter(([header, ...cells]) => !isMade(before, header, cells)).map(columnOf);
  const isTold = is.map(columnOf);
  const place = wasTold.findIndex((column, index) => column !== isTold[index]);
  return place < 0 ? undefined : `${wasTold[place]} became ${isTold[place]}`;
}

type Told = readonly (string | number | boolean)[];

function ownedByStaff({ columns, sheet, headerRow }: SheetView): readonly Told[] {
  return columns
    .filter(({ owner }) => owner === 'staff')
    .map(({ index }) => sheet.rows.slice(headerRow).map((row) => row?.[index]?.value ?? ''));
}

/** A described column without anything in it may have been put in. */
function isMade({ key }: SheetView, header: Told[number] | undefined, cells: Told): boolean {
  const isDescribed = WORKSHEETS[key].columns.some(({ title }) => title === header);
  return isDescribed && cells.every((cell) => cell === '');
}

function columnOf(column: Told): string {
  return JSON.stringify(column.findLastIndex((cell) => cell !== '') < 0 ? [] : column).replace(
    /(,"")+\]$/u,
    ']',
  );
}

/** A tab that people copied is theirs, whatever it looks like. */
function isTheirs(title: string): boolean {
  return title.includes('(копия)');
}

/** Also one that nobody sees any more: without a header, and nothing stands below it yet. */
function serverColumns({ key, sheet, headerRow, columns }: SheetView): ReadonlySet<number> {
  const own = new Set<string | undefined>(
    WORKSHEETS[key].columns.flatMap((column) => (column.owner === 'server' ? [column.key] : [])),
  );
  const marked = (sheet.rows[headerRow] ?? []).flatMap((cell, index) =>
    (cell?.value ?? '') === '' && own.has(keyOfHeader(cell)) ? [index] : [],
  );
  const named = columns.flatMap(({ owner, index }) => (owner === 'server' ? [index] : []));
  return new Set([...marked, ...named]);
}

function firstForeignCell(view: SheetView, after: Sheet): string | undefined {
  const server = serverColumns(view);
  const { rows } = view.sheet;
  for (let row = 0; row < Math.max(rows.length, after.rows.length); row++) {
    if (rows[row] === after.rows[row]) continue;
    const width = Math.max(rows[row]?.length ?? 0, after.rows[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const [was, is] = [rows[row]?.[column], after.rows[row]?.[column]];
      if (was?.value === is?.value) continue;
      // Where the header went between the read and the write, only the marks of rows tell whose a cell is.
      const isInServers = view.headerRow < 0 || (row >= view.headerRow && server.has(column));
      const isServers = isInServers && rowOfCell(was) === undefined;
      if (!isServers && !isNewHeader(view, { row, column }, is?.value))
        return `«${was?.value ?? ''}» became «${is?.value ?? ''}» at ${row + 1}:${column + 1}`;
    }
  }
  return undefined;
}
