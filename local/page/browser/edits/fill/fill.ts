import { Direction, type ICellData, type Nullable } from '@univerjs/core';
import { IAutoFillService } from '@univerjs/sheets';
import type { PageBook } from '../../../wire/book.ts';
import { truthOf } from '../../grid/cell-data.ts';
import { findSheet } from '../../grid/mirror.ts';
import { isValidatedAs } from '../../grid/validated.ts';
import type { Grid } from '../../grid/univer.ts';
import { continueSeries } from './series.ts';

/** Before all rules of Univer's, which would count the years of dates. */
const PRIORITY = 10_000;
const TYPE = 'shnor';
const STRING = 1;

/** The fill handle continues what people count, and copies all else; with Ctrl it copies. */
export function fillByMeaning(grid: Grid, book: () => PageBook): void {
  const control = watchControl();
  grid.injector.get(IAutoFillService).registerRule({
    type: TYPE,
    priority: PRIORITY,
    match: () => true,
    isContinue: ({ type }) => type === TYPE,
    applyFunctions: {
      SERIES: ({ data }, count, direction, ...[, location]) => {
        const isBack = direction === Direction.UP || direction === Direction.LEFT;
        const cells = isBack ? data.toReversed() : data;
        const isListed = location !== undefined && hasList(book(), location);
        const texts =
          control.isHeld() || isListed
            ? undefined
            : continueSeries(cells.map(toSeriesCell), { count, alone: isBack ? -1 : 1 });
        const filled = Array.from({ length: count }, (_, at) => fillCell(cells, at, texts?.[at]));
        return isBack ? filled.toReversed() : filled;
      },
    },
  });
}

/** Of the last move of the pointer: the keys of the fill itself are not told. */
function watchControl(): { isHeld(): boolean } {
  let isHeld = false;
  const look = ({ ctrlKey, metaKey }: PointerEvent): void => void (isHeld = ctrlKey || metaKey);
  for (const name of ['pointermove', 'pointerup'] as const) window.addEventListener(name, look, true);
  return { isHeld: () => isHeld };
}

interface Location {
  readonly subUnitId: string;
  readonly source: { readonly cols: readonly number[]; readonly rows: readonly number[] };
}

/** What is chosen from a list is copied: the next number is no choice. */
function hasList(book: PageBook, { subUnitId, source }: Location): boolean {
  const [row, column] = [source.rows[0] ?? 0, source.cols[0] ?? 0];
  const frame = findSheet(book, Number(subUnitId))?.frame;
  return frame !== undefined && isValidatedAs('list', frame, { row, column });
}

function toSeriesCell(cell: Nullable<ICellData>): { text: string; number: number | undefined } {
  const value = truthOf(cell)?.value ?? cell?.v;
  return { text: String(cell?.v ?? ''), number: typeof value === 'number' ? value : undefined };
}

function fillCell(cells: readonly Nullable<ICellData>[], at: number, text: string | undefined): ICellData {
  const source = cells[at % cells.length] ?? {};
  if (text === undefined) return structuredClone(source);
  return { v: text, t: STRING, s: source.s ?? null, p: null, f: null, si: null, custom: null };
}
