import { comparableName } from '../../domain/same-name.ts';
import { findOwnColumns, ownColumnKeys, type OwnColumn } from './own-columns.ts';
import { staff, type Column, type Worksheet } from '../worksheets/spec.ts';
import type { Cell } from '../layout/layout.ts';

/** The grid of a sheet as it was read. */
export interface RawSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Which column of the sheet holds what. */
export interface Binding {
  /** Zero-based row of the header: people put titles above it. */
  readonly headerRow: number;
  /** Zero-based column by key; a column that is gone is absent. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of the staff's own, kept word for word. */
  readonly extra: readonly OwnColumn[];
  /** Described columns that the sheet lacks. */
  readonly missing: readonly Column[];
  /** Described columns whose header stands on the sheet once more: the left one is read, the other is own. */
  readonly repeated: readonly RepeatedColumn[];
}

export interface RepeatedColumn {
  readonly column: Column;
  /** Zero-based columns: where it is read, and where the other stands. */
  readonly index: number;
  readonly other: number;
}

const HEADER_SEARCH_ROWS = 10;

/** Binds by header and synonyms, wherever the columns stand. */
export function bindColumns(worksheet: Worksheet, sheet: RawSheet): Binding {
  const { headerRow, columns, headers } = bindBest(worksheet, sheet);
  const bound = new Set(columns.values());
  return {
    headerRow,
    columns,
    extra: findOwnColumns(headers, bound, sheet.rows.slice(headerRow + 1)),
    missing: worksheet.columns.filter(({ key }) => !columns.has(key)),
    repeated: findRepeated(worksheet, headers, columns),
  };
}

/** Without the id no row can be named, without what staff must fill in none can be understood. */
export function isIndispensable({ type, isRequired }: Column): boolean {
  return type.kind === 'id' || isRequired === true;
}

function findRepeated(
  worksheet: Worksheet,
  headers: readonly string[],
  columns: ReadonlyMap<string, number>,
): readonly RepeatedColumn[] {
  const names = headers.map(normaliseHeader);
  return worksheet.columns.flatMap((column) => {
    const index = columns.get(column.key);
    if (index === undefined) return [];
    const other = names.indexOf(names[index] ?? '', index + 1);
    return other < 0 ? [] : [{ column, index, other }];
  });
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
  const { headerRow, columns: bound, headers } = bindBest(worksheet, sheet);
  const columnAt = new Map(worksheet.columns.map((column) => [bound.get(column.key), column]));
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const titles = Array.from({ length: width }, (_, index) => headers[index] ?? '');
  const ownKeys = ownColumnKeys(titles, new Set(bound.values()));
  const standing = titles.map((title, index): Column => {
    const column = columnAt.get(index);
    return column ? { ...column, title } : ownColumn(ownKeys[index] ?? '', title);
  });
  const lacking = worksheet.columns.filter(({ key }) => !bound.has(key));
  return { headerRow, columns: [...standing, ...lacking], added: lacking.map(({ title }) => title) };
}

const OWN_WIDTH = 120;

function ownColumn(key: string, title: string): Column {
  return staff({ key, title, type: { kind: 'parameter' }, width: OWN_WIDTH, note: '' });
}

interface HeaderBinding extends Pick<Binding, 'headerRow' | 'columns'> {
  readonly headers: readonly string[];
}

/**
 * The header is the first row that names at least half as many columns as the fullest: titles above it name few,
 * and a copy of it further down does not take its place where one of its own names was changed.
 */
function bindBest(worksheet: Worksheet, sheet: RawSheet): HeaderBinding {
  const rows = sheet.rows.slice(0, HEADER_SEARCH_ROWS);
  const candidates = rows.map((_, row) => bindRow(worksheet, sheet, row));
  const most = Math.max(0, ...candidates.map(({ columns }) => columns.size));
  const first = candidates.find(({ columns }) => columns.size > 0 && 2 * columns.size >= most);
  return first ?? bindRow(worksheet, { ...sheet, rows: [[]] }, 0);
}

function bindRow(worksheet: Worksheet, sheet: RawSheet, headerRow: number): HeaderBinding {
  const headers = (sheet.rows[headerRow] ?? []).map((cell) => (cell === null ? '' : String(cell)));
  const byName = new Map<string, number>();
  headers.forEach((header, index) => {
    const name = normaliseHeader(header);
    if (name !== '' && !byName.has(name)) byName.set(name, index);
  });
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  for (const kind of ['titles', 'synonyms'] as const) {
    for (const column of worksheet.columns) {
      const index = columns.has(column.key) ? undefined : findFree(namesOf(column)[kind], byName, taken);
      if (index === undefined) continue;
      columns.set(column.key, index);
      taken.add(index);
    }
  }
  return { headerRow, columns, headers };
}

/** Exact titles bind before synonyms, so that «Номер» never takes the place of «Номер документа». */
interface ColumnNames {
  readonly titles: readonly string[];
  readonly synonyms: readonly string[];
}

const knownNames = new WeakMap<Column, ColumnNames>();

/** Normalised once a column: each read of a sheet compares them with up to ten rows. */
function namesOf(column: Column): ColumnNames {
  const known = knownNames.get(column);
  if (known) return known;
  const { title, synonyms = [] } = column;
  const names = { titles: [normaliseHeader(title)], synonyms: synonyms.map(normaliseHeader) };
  knownNames.set(column, names);
  return names;
}

function findFree(
  names: readonly string[],
  byName: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): number | undefined {
  return names.map((name) => byName.get(name)).find((index) => index !== undefined && !taken.has(index));
}

/** Headers are compared as all names are. */
export function normaliseHeader(header: string): string {
  return comparableName(header);
}
