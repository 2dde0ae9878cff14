import { ICommandService, type ICellData, type Nullable } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { SheetsSortService, SortType } from '@univerjs/sheets-sort';
import type { PageBook } from '../../wire/book.ts';
import { truthOf } from '../grid/cell-data.ts';
import type { Grid } from '../grid/univer.ts';

const STRING = 1;

/** What is typed stays the text that was typed: the spreadsheet reads it, in Russian, and says what it is. */
export function keepTypedText({ injector }: Grid): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1000,
    handler: (cell, _context, next) => next(cell && toText(cell)),
  });
}

function toText(cell: ICellData): ICellData {
  const text = cell.f ?? cell.v;
  if (cell.p || text === undefined || text === null || text === '') return { ...cell, custom: null };
  return { ...cell, v: String(text), t: STRING, f: null, si: null, custom: null };
}

/** Sorting goes by what cells mean, not by what they show, takes whole rows, and leaves the header where it is. */
export function sortByMeaning(grid: Grid, book: () => PageBook): void {
  grid.injector.get(SheetsSortService).registerCompareFn((type, a, b) => {
    const [left, right] = [meaningOf(a), meaningOf(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    const order = compare(left, right);
    return type === SortType.DESC ? -order : order;
  });
  grid.injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === 'sheet.command.sort-range') widen(params as SortParams, book());
  });
}

interface SortParams {
  readonly subUnitId: string;
  readonly range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

function widen({ subUnitId, range }: SortParams, book: PageBook): void {
  const frame = book.sheets.find((sheet) => String(sheet.frame.sheetId) === subUnitId)?.frame;
  if (!frame) return;
  range.startRow = Math.max(range.startRow, frame.frozenRows);
  range.startColumn = 0;
  range.endColumn = frame.columnKeys.length - 1;
}

type Meaning = string | number | boolean;

function meaningOf(cell: Nullable<ICellData>): Meaning | undefined {
  const value = truthOf(cell)?.value ?? cell?.v;
  return value === undefined || value === null || value === '' ? undefined : value;
}

/** Numbers and dates before texts, as in Google Sheets. */
function compare(a: Meaning, b: Meaning): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return String(a).localeCompare(String(b), 'ru', { numeric: true });
}
