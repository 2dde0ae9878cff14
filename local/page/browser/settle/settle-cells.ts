import type { ICellData, IObjectMatrixPrimitiveType, IStyleData, Workbook, Worksheet } from '@univerjs/core';
import type { PageSheet } from '../../wire/book.ts';
import { toCellData, toStyle } from '../grid/cell-data.ts';

const STYLE_KEYS = ['ff', 'fs', 'it', 'bl', 'ul', 'st', 'bg', 'bd', 'cl', 'ht', 'vt', 'tb'] as const;

type Matrix = IObjectMatrixPrimitiveType<ICellData>;

/** What must be written into the grid so that these rows show what the server has; undefined: nothing. */
export function findDifferences(
  workbook: Workbook,
  worksheet: Worksheet,
  { sheet, rows }: { readonly sheet: PageSheet; readonly rows: Iterable<number> },
): Matrix | undefined {
  const columns = sheet.frame.columnKeys.length;
  const styles = workbook.getStyles();
  const changed: Matrix = {};
  for (const row of rows) {
    const cells: Record<number, ICellData> = {};
    for (let column = 0; column < columns; column++) {
      const now = worksheet.getCellRaw(row, column) ?? undefined;
      const cell = sheet.rows[row]?.[column] ?? null;
      if (!now && !cell) continue;
      const wanted = toCellData(cell);
      const style = now?.s ? styles.getStyleByCell(now) : undefined;
      const target = cell?.s ? toStyle(cell.s) : {};
      if (isSameValue(now, wanted) && isSameStyle(style ?? {}, target)) continue;
      cells[column] = { ...wanted, s: replaceStyle(style ?? {}, target) };
    }
    if (Object.keys(cells).length > 0) changed[row] = cells;
  }
  return Object.keys(changed).length > 0 ? changed : undefined;
}

function isSameValue(now: ICellData | undefined, wanted: ICellData): boolean {
  return (
    (now?.v ?? null) === (wanted.v ?? null) &&
    !now?.p &&
    !now?.f &&
    isSameCustom(now?.custom ?? null, wanted.custom ?? null) &&
    (wanted.v === null || now?.t === wanted.t)
  );
}

function isSameCustom(now: object | null, wanted: object | null): boolean {
  return now === wanted || JSON.stringify(now) === JSON.stringify(wanted);
}

function isSameStyle(now: IStyleData, wanted: IStyleData): boolean {
  // Most parts are absent on both sides, and the rest is soon compared: this is asked for every cell of a row.
  return STYLE_KEYS.every((key) => {
    const [is, was] = [wanted[key] ?? null, now[key] ?? null];
    return is === was || (is !== null && was !== null && JSON.stringify(is) === JSON.stringify(was));
  });
}

/** Null takes away what Univer would otherwise keep of the look before. */
function replaceStyle(now: IStyleData, wanted: IStyleData): IStyleData {
  const gone = STYLE_KEYS.filter((key) => now[key] && !wanted[key]).map((key) => [key, null]);
  return { ...wanted, ...(Object.fromEntries(gone) as IStyleData), ...replaceBorders(now, wanted) };
}

function replaceBorders({ bd: now }: IStyleData, { bd: wanted }: IStyleData): Pick<IStyleData, 'bd'> {
  if (!now) return {};
  return { bd: { ...Object.fromEntries(Object.keys(now).map((side) => [side, null])), ...wanted } };
}
