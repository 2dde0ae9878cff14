import type { RawSheet } from './table.ts';
import { staff, type Column, type Worksheet } from './spec.ts';
import { ColumnMissingError } from './workbook-errors.ts';

/** Which column of the sheet holds what. */
export interface Binding {
  /** Zero-based row of the header: people put titles above it. */
  readonly headerRow: number;
  /** Zero-based column by key; a column that is gone is absent. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of the staff's own, kept word for word. */
  readonly extra: readonly { readonly key: string; readonly index: number }[];
  /** Titles of optional columns that the sheet lacks. */
  readonly missing: readonly string[];
}

const HEADER_SEARCH_ROWS = 10;

/** Binds by header and synonyms, wherever the columns stand. Throws `ColumnMissingError`. */
export function bindColumns(worksheet: Worksheet, sheet: RawSheet): Binding {
  const binding = bindBest(worksheet, sheet);
  const gone = worksheet.columns.filter((column) => isNeeded(column) && !binding.columns.has(column.key));
  if (gone.length > 0) {
    throw new ColumnMissingError(
      sheet.title,
      gone.map(({ title }) => title),
    );
  }
  return binding;
}

export interface Arrangement {
  readonly headerRow: number;
  /** The sheet's columns from left to right under their own headers, then those that it lacks. */
  readonly columns: readonly Column[];
  /** Titles of those that it lacks. */
  readonly added: readonly string[];
}

/** How the worksheet's description lies on a sheet that people brought along or rearranged. */
export function arrangeColumns(worksheet: Worksheet, sheet: RawSheet): Arrangement {
  const { headerRow, columns: bound } = bindBest(worksheet, sheet);
  const keyOf = new Map([...bound].map(([key, index]) => [index, key]));
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const standing = Array.from({ length: width }, (_, index): Column => {
    const title = String(sheet.rows[headerRow]?.[index] ?? '');
    const column = worksheet.columns.find(({ key }) => key === keyOf.get(index));
    return column ? { ...column, title } : ownColumn(title);
  });
  const lacking = worksheet.columns.filter(({ key }) => !bound.has(key));
  return { headerRow, columns: [...standing, ...lacking], added: lacking.map(({ title }) => title) };
}

const OWN_WIDTH = 120;

function ownColumn(title: string): Column {
  return staff({ key: `x:${title}`, title, width: OWN_WIDTH, note: '' });
}

/** The header is the row that names the most columns. */
function bindBest(worksheet: Worksheet, sheet: RawSheet): Binding {
  const rows = sheet.rows.slice(0, HEADER_SEARCH_ROWS);
  const candidates = rows.map((_, row) => bindRow(worksheet, sheet, row));
  const best = candidates.toSorted((a, b) => b.columns.size - a.columns.size)[0];
  return best ?? bindRow(worksheet, { ...sheet, rows: [[]] }, 0);
}

function isNeeded(column: Column): boolean {
  return column.owner === 'server' || column.isRequired === true;
}

function bindRow(worksheet: Worksheet, sheet: RawSheet, headerRow: number): Binding {
  const headers = (sheet.rows[headerRow] ?? []).map((cell) => (cell === null ? '' : String(cell)));
  const byName = new Map<string, number>();
  headers.forEach((header, index) => {
    const name = normaliseHeader(header);
    if (name !== '' && !byName.has(name)) byName.set(name, index);
  });
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  for (const namesOf of [titleOf, synonymsOf]) {
    for (const column of worksheet.columns) {
      const index = columns.has(column.key) ? undefined : findFree(namesOf(column), byName, taken);
      if (index === undefined) continue;
      columns.set(column.key, index);
      taken.add(index);
    }
  }
  return {
    headerRow,
    columns,
    extra: headers.flatMap((header, index) => {
      const name = header.trim();
      return name === '' || taken.has(index) ? [] : [{ key: `x:${name}`, index }];
    }),
    missing: worksheet.columns.filter(({ key }) => !columns.has(key)).map(({ title }) => title),
  };
}

/** Exact titles bind before synonyms, so that «Номер» never takes the place of «Номер документа». */
const titleOf = (column: Column): readonly string[] => [column.title];
const synonymsOf = (column: Column): readonly string[] => column.synonyms ?? [];

function findFree(
  names: readonly string[],
  byName: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): number | undefined {
  return names
    .map((name) => byName.get(normaliseHeader(name)))
    .find((index) => index !== undefined && !taken.has(index));
}

/** Case, ё, blanks and line breaks do not distinguish headers. */
export function normaliseHeader(header: string): string {
  return header
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е');
}
