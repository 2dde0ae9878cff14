import type { Target } from '../model/ranges/find-range.ts';
import { describeTarget } from '../model/describe/read-values.ts';
import type { Spreadsheet } from '../model/types.ts';
import type { Written } from '../model/values/write-values.ts';
import { formatA1 } from '../wire/a1.ts';
import { parseRenderOptions, type MajorDimension } from '../wire/query.ts';

/** `UpdateValuesResponse` but for its spreadsheet; zero counts are left out, as in every proto3 answer. */
export function describeWritten(target: Target, written: Written): object {
  const { box } = written;
  const { title } = target.sheet.properties;
  const updatedRange = formatA1(
    title,
    box ?? { ...target.box, endRow: target.box.startRow + 1, endColumn: target.box.startColumn + 1 },
  );
  const { rows, columns, cells } = written.entered;
  if (cells === 0) return { updatedRange };
  return { updatedRange, updatedRows: rows.size, updatedColumns: columns.size, updatedCells: cells };
}

/** How the written values are to be read back. */
export interface ReadBack {
  readonly include: boolean;
  readonly value: string | undefined;
  readonly dateTime: string | undefined;
  readonly majorDimension: MajorDimension;
}

export function describeBack(after: Spreadsheet, written: Written, asked: ReadBack): object {
  const sheet = after.sheets.find(({ properties }) => properties.sheetId === written.sheetId);
  if (!asked.include || !sheet || !written.box) return {};
  const options = parseRenderOptions(asked);
  return { updatedData: describeTarget(after, { sheet, box: written.box }, options) };
}

/** Rows and columns that several ranges write into count once a sheet. */
export function totals(written: readonly Written[]): object {
  const touched = new Map<number, Touched>();
  let cells = 0;
  for (const { sheetId, entered } of written) {
    if (entered.cells === 0) continue;
    const { rows, columns } = touchedOf(touched, sheetId);
    for (const row of entered.rows) rows.add(row);
    for (const column of entered.columns) columns.add(column);
    cells += entered.cells;
  }
  if (touched.size === 0) return {};
  const sheets = [...touched.values()];
  return {
    totalUpdatedRows: sheets.reduce((sum, { rows }) => sum + rows.size, 0),
    totalUpdatedColumns: sheets.reduce((sum, { columns }) => sum + columns.size, 0),
    totalUpdatedCells: cells,
    totalUpdatedSheets: sheets.length,
  };
}

interface Touched {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

function touchedOf(touched: Map<number, Touched>, sheetId: number): Touched {
  const known = touched.get(sheetId) ?? { rows: new Set<number>(), columns: new Set<number>() };
  touched.set(sheetId, known);
  return known;
}
