import { isRowIdShaped } from '../../domain/sync/row-id.ts';
import type { Cell } from '../layout/layout.ts';
import type { Column, Worksheet } from '../worksheets/spec.ts';
import { namesOf, normaliseHeader } from './header-names.ts';
import { ownNames, type Places } from './places.ts';

type Grid = readonly (readonly Cell[])[];

/** A row as a header: which of the described columns it names, and where. */
export interface Header {
  /** Zero-based row of the sheet. */
  readonly headerRow: number;
  /** Zero-based column by key. */
  readonly columns: ReadonlyMap<string, number>;
  /** The row's cells as texts. */
  readonly headers: readonly string[];
}

/** People put titles above a header, seldom more. */
const HEADER_SEARCH_ROWS = 10;

/**
 * The header is the first row that names at least half as many columns as the fullest: titles above it name few,
 * and a copy of it further down does not take its place where one of its own names was changed. Among the first rows
 * it is looked for at any rate, and below them where none of these will do: a sort may have carried it anywhere.
 * Undefined where no row is one.
 */
export function findHeader(worksheet: Worksheet, rows: Grid, known?: Places): Header | undefined {
  const upper = rows
    .slice(0, HEADER_SEARCH_ROWS)
    .map((_, row) => readHeader(worksheet, { rows, row, known }));
  const headers = upper.filter((each) => isHeader(each, worksheet, rows));
  const most = Math.max(0, ...headers.map(({ columns }) => columns.size));
  const first = headers.find(({ columns }) => 2 * columns.size >= most);
  if (first && isReadable(first, worksheet)) return first;
  const deep = findDeep(worksheet, rows, known);
  return deep && 2 * (first?.columns.size ?? 0) < deep.columns.size ? deep : first;
}

/** Without the id no row can be named, without what staff must fill in none can be understood. */
export function isIndispensable({ type, isRequired }: Column): boolean {
  return type.kind === 'id' || isRequired === true;
}

function isReadable({ columns }: Header, worksheet: Worksheet): boolean {
  return worksheet.columns.every((column) => columns.has(column.key) || !isIndispensable(column));
}

/** Fewer names stand in a record by chance. */
const SURE = 3;

/** Whether so many columns are named that no record does so by chance. */
export function isSureHeader({ columns }: Header): boolean {
  return columns.size >= SURE;
}

function isHeader(header: Header, { idPrefix }: Worksheet, rows: Grid): boolean {
  if (isSureHeader(header)) return true;
  return header.columns.size > 0 && !bearsRowId(rows[header.headerRow] ?? [], idPrefix);
}

/** A row with an id of ours in some cell is a record, whatever else it says. */
export function bearsRowId(cells: readonly Cell[], idPrefix: string): boolean {
  return cells.some((cell) => typeof cell === 'string' && isRowIdShaped(cell.trim(), idPrefix));
}

function findDeep(worksheet: Worksheet, rows: Grid, known: Places | undefined): Header | undefined {
  const names = new Set(
    worksheet.columns.flatMap((column) => [...namesOf(column).titles, ...namesOf(column).synonyms]),
  );
  for (let row = HEADER_SEARCH_ROWS; row < rows.length; row++) {
    // Most rows end here, at the first of their texts.
    if (!rows[row]?.some((cell) => typeof cell === 'string' && names.has(normaliseHeader(cell)))) continue;
    const header = readHeader(worksheet, { rows, row, known });
    if (isSureHeader(header) && isReadable(header, worksheet)) return header;
  }
  return undefined;
}

interface RowAsHeader {
  readonly rows: Grid;
  readonly row: number;
  readonly known?: Places | undefined;
}

function readHeader(worksheet: Worksheet, { rows, row, known }: RowAsHeader): Header {
  const headers = (rows[row] ?? []).map((cell) => (cell === null ? '' : String(cell)));
  const byName = new Map<string, number>();
  headers.forEach((header, index) => {
    const name = normaliseHeader(header);
    if (name !== '' && !byName.has(name)) byName.set(name, index);
  });
  return { headerRow: row, columns: bindNames(worksheet, byName, known), headers };
}

function bindNames(
  { columns: described }: Worksheet,
  byName: ReadonlyMap<string, number>,
  known: Places | undefined,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  const own = known && ownNames(known);
  for (const kind of ['titles', 'synonyms'] as const) {
    for (const column of described) {
      if (columns.has(column.key)) continue;
      // A column that was the staff's own while this one stood beside it does not become this one by its loss.
      const foreign = kind === 'synonyms' && known?.columns.includes(column.key) ? own : undefined;
      const names = namesOf(column)[kind].filter((name) => !foreign?.has(name));
      const index = findFree(names, byName, taken);
      if (index === undefined) continue;
      columns.set(column.key, index);
      taken.add(index);
    }
  }
  return columns;
}

function findFree(
  names: readonly string[],
  byName: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
): number | undefined {
  return names.map((name) => byName.get(name)).find((index) => index !== undefined && !taken.has(index));
}
