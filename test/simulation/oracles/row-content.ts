import type { Scalar } from '../../../local/sheets-api/model/types.ts';
import { describedColumn } from '../world/content.ts';
import type { RowView, SheetView } from '../world/view.ts';

/** What the row's own cells hold, wherever its columns stand. */
export function contentOf(view: SheetView, row: RowView): string {
  return JSON.stringify(cellsOf(view, row));
}

export function cellsOf(view: SheetView, row: RowView): readonly (readonly [string, Scalar])[] {
  const own = view.columns.filter(({ owner }) => owner === 'staff');
  const filled = own.flatMap(({ key, header, index }) => {
    const value = row.cells[index]?.value;
    return value === undefined ? [] : [[nameOf(view, key, header), value] as const];
  });
  return filled.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The names of the columns, wherever they stand. */
export function columnsOf(view: SheetView): string {
  const names = view.columns.map(({ key, header }) => nameOf(view, key, header));
  return JSON.stringify(names.toSorted((a, b) => (a < b ? -1 : 1)));
}

/** Rows that read exactly as another one does. */
export function twinsOf(view: SheetView): readonly number[] {
  const groups = Map.groupBy(
    view.rows.filter(({ isFilled }) => isFilled),
    (row) => contentOf(view, row),
  );
  return [...groups.values()].flatMap((rows) =>
    rows.length > 1 ? rows.flatMap(({ tags }) => [...tags]) : [],
  );
}

/** A column under a header that nobody knows is another column to whoever reads. */
function nameOf({ key: worksheet }: SheetView, key: string | undefined, header: string): string {
  return describedColumn(worksheet, key, header)?.key ?? header;
}
