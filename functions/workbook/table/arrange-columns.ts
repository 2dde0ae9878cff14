import { feedsFigures, staff, type Column, type Worksheet } from '../worksheets/spec.ts';
import { findStrays, type RawSheet, type Stray } from './bind-columns.ts';
import { findHeader, isSureHeader, type Header } from './find-header.ts';
import { isOwnColumn, ownColumnKeys, ownColumnTitle } from './own-columns.ts';
import type { Places } from './places.ts';
import { placeLostHeader } from './lost-header.ts';
import { holdsItsOwn } from './record-likeness.ts';

/** How the worksheet's description lies on a sheet that people brought along or rearranged. */
export interface Arrangement {
  readonly headerRow: number;
  /** The sheet's columns from left to right under their own headers, then those that it lacks. */
  readonly columns: readonly Column[];
  /** Titles of those that it lacks. */
  readonly added: readonly string[];
  /** Columns whose header cell was emptied: it is to say their title again. */
  readonly retitled: readonly Column[];
  /** Columns in whose place stands a header that nobody knows: whether it is theirs a person must say. */
  readonly strays: readonly (Stray & { readonly column: Column })[];
  /** The header is gone and stands again in `headerRow`: in a row of its own, or in the empty one that it left. */
  readonly restored?: 'inserted' | 'filled';
}

/** `known`: how the columns stood before. Undefined where rows stand under no header and nobody can tell what they are. */
export function arrangeColumns(
  worksheet: Worksheet,
  sheet: RawSheet,
  known?: Places,
): Arrangement | undefined {
  const header = findHeader(worksheet, sheet.rows, known);
  if (header && (isSureHeader(header) || !known)) return arrangeUnder(header, { worksheet, sheet, known });
  const isBlank = sheet.rows.every((row) => row.every((cell) => cell === null || cell === ''));
  const none = { headerRow: 0, columns: new Map<string, number>(), headers: [] };
  if (isBlank) return arrangeUnder(none, { worksheet, sheet, known: undefined });
  const lost = placeLostHeader(worksheet, sheet, known);
  if (!lost) return undefined;
  const { places, headerRow, restored } = lost;
  const standing = places.columns.map((key) => describedColumn(worksheet, key) ?? ownColumn(key));
  const lacking = worksheet.columns.filter(({ key }) => !places.columns.includes(key));
  const added = lacking.map(({ title }) => title);
  return { headerRow, columns: [...standing, ...lacking], added, retitled: [], strays: [], restored };
}

function describedColumn(worksheet: Worksheet, key: string): Column | undefined {
  return worksheet.columns.find((column) => column.key === key);
}

const OWN_WIDTH = 120;

function ownColumn(key: string, title = key === '' ? '' : ownColumnTitle(key)): Column {
  return staff({
    key,
    title: isOwnColumn(key) ? title : '',
    type: { kind: 'parameter' },
    width: OWN_WIDTH,
    note: '',
  });
}

interface Ground {
  readonly worksheet: Worksheet;
  readonly sheet: RawSheet;
  readonly known: Places | undefined;
}

function arrangeUnder(header: Header, ground: Ground): Arrangement {
  const { worksheet, sheet } = ground;
  const { headerRow, columns: bound, headers } = header;
  const columnAt = new Map(worksheet.columns.map((column) => [bound.get(column.key), column]));
  const titles = Array.from({ length: widthOf(sheet) }, (_, index) => headers[index] ?? '');
  const ownKeys = ownColumnKeys(titles, new Set(bound.values()));
  const { retitled, strays } = judgeStrays(header, ground);
  const emptied = new Map(retitled.map(({ index, column }) => [index, column]));
  const standing = titles.map((title, index): Column => {
    const column = columnAt.get(index);
    return column ? { ...column, title } : (emptied.get(index) ?? ownColumn(ownKeys[index] ?? '', title));
  });
  const placed = new Set([...retitled, ...strays].map(({ column }) => column.key));
  const lacking = worksheet.columns.filter(({ key }) => !bound.has(key) && !placed.has(key));
  return {
    headerRow,
    columns: [...standing, ...lacking],
    added: lacking.map(({ title }) => title),
    retitled: retitled.map(({ column }) => column),
    strays,
  };
}

/** An emptied header is written again where its column holds what it should; what else stands there stays. */
function judgeStrays(header: Header, { worksheet, sheet, known }: Ground) {
  const missing = worksheet.columns.filter(({ key }) => !header.columns.has(key));
  const found = findStrays(missing, header, known);
  const width = widthOf(sheet);
  const strays = missing.flatMap((column) => {
    const stray = found.get(column.key);
    return stray && stray.index < width ? [{ ...stray, column }] : [];
  });
  const body = sheet.rows.slice(header.headerRow + 1);
  const isFirm = standsFirm(header, known);
  const isEmptied = ({ index, header: title, column }: (typeof strays)[number]) =>
    title === '' && isFirm && holdsItsOwn(body, index, column);
  return {
    retitled: strays.filter(isEmptied),
    strays: strays.filter((each) => !isEmptied(each) && feedsFigures(each.column)),
  };
}

function widthOf({ rows }: RawSheet): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** Whether most of the other columns stand where they stood. */
function standsFirm({ columns }: Header, known: Places | undefined): boolean {
  const kept = [...columns].filter(([key, index]) => known?.columns[index] === key);
  return 2 * kept.length >= columns.size;
}
