import { comparableName } from '../../../domain/text/same-name.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../../workbook/worksheets/index.ts';
import type { IdentifiedRows } from '../../../workbook/parse/parse-records.ts';
import { SERVER_SHEETS } from '../../../workbook/server-sheets/server-sheets.ts';
import type { Places } from '../../../workbook/table/places.ts';
import { parseTable, type Table, type TableRead } from '../../../workbook/table/table.ts';
import {
  ColumnMissingError,
  TooManyRowsError,
  WorksheetMissingError,
} from '../../../workbook/workbook-errors.ts';
import { lacksRows } from './kept-rows.ts';
import { digestOfSheet } from './sheet-digest.ts';
import type { SheetValues, SpreadsheetOutline, Spreadsheets } from '../../ports/spreadsheets.ts';
import { SheetMissingError } from '../../ports/spreadsheet-errors.ts';
import type { Head } from '../../stored/head/head.ts';
import { NO_SHEET } from '../../stored/head/upgrades.ts';

/** Rows a worksheet: ten times what a region keeps. */
export const MAX_ROWS = 60_000;

const OWN = ['control', 'about', 'overview'] as const;
const READ = [...STAFF_WORKSHEETS, ...OWN] as const;

export type ReadKey = (typeof READ)[number];

function isOwn(key: ReadKey): key is (typeof OWN)[number] {
  return OWN.some((each) => each === key);
}

/** A grid that arrived whole; a failed read is an exception, and has no value that could be taken for one. */
export interface CompleteSheet extends SheetValues {
  readonly kind: 'complete';
}

/** The workbook was seen to have no such tab. That is not an empty sheet: it says nothing of the rows. */
export interface VanishedSheet {
  readonly kind: 'vanished';
  readonly sheetId: number;
  /** Under which title and where a sheet of ours may be made again: no other tab has the title. */
  readonly tab: { readonly title: string; readonly index: number };
}

export type SheetRead = CompleteSheet | VanishedSheet;

/** «Обзор» is absent where the workbook was made before there was one, and nobody has provisioned it since. */
export type SheetsRead = Readonly<Record<Exclude<ReadKey, 'overview'>, SheetRead>> & {
  readonly overview?: SheetRead | undefined;
};

export type Tables = Readonly<Record<StaffWorksheetKey, TableRead>>;

export type CompleteTables = Readonly<Record<StaffWorksheetKey, Table>>;

/**
 * All sheets in one call (a worksheet that the workbook was never given reads as an empty one); where one is gone, the others in two calls more. Throws `WorksheetMissingError` where no
 * staff worksheet is left, and `SpreadsheetError` where the answer was not whole.
 */
export async function readSheets(
  spreadsheets: Spreadsheets,
  workbookId: string,
  head: Head,
): Promise<SheetsRead> {
  const given = READ.filter((key) => head.sheetIds[key] !== NO_SHEET);
  try {
    return await readThese(given, { spreadsheets, workbookId, head, tabs: [] });
  } catch (error) {
    if (!(error instanceof SheetMissingError)) throw error;
    const { tabs } = await spreadsheets.readOutline(workbookId);
    const present = new Set(tabs.map(({ sheetId }) => sheetId));
    const standing = given.filter((key) => present.has(head.sheetIds[key]));
    // All tabs stand, so the answer was cut short: a failed read.
    if (standing.length === given.length) throw error;
    if (!STAFF_WORKSHEETS.some((key) => standing.includes(key))) throw missing(standing, error);
    return await readThese(standing, { spreadsheets, workbookId, head, tabs });
  }
}

interface Source {
  readonly spreadsheets: Spreadsheets;
  readonly workbookId: string;
  readonly head: Head;
  readonly tabs: SpreadsheetOutline['tabs'];
}

async function readThese(
  keys: readonly ReadKey[],
  { spreadsheets, workbookId, head: { sheetIds }, tabs }: Source,
): Promise<SheetsRead> {
  const values = await spreadsheets.readValues(
    workbookId,
    keys.map((key) => sheetIds[key]),
  );
  const complete = new Map(keys.map((key, index) => [key, values[index]]));
  const reads = READ.flatMap((key): [ReadKey, SheetRead][] => {
    const [sheet, sheetId] = [complete.get(key), sheetIds[key]];
    if (sheet) return [[key, asComplete(sheet)]];
    if (sheetId !== NO_SHEET) return [[key, { kind: 'vanished', sheetId, tab: vacancy(key, tabs) }]];
    return isOwn(key) ? [] : [[key, neverGiven(key)]];
  });
  return Object.fromEntries(reads) as Record<ReadKey, SheetRead>;
}

/** Its rows are still made when somebody asks for them. */
function asComplete(sheet: SheetValues): CompleteSheet {
  const { sheetId, title, eachRow, columnCount } = sheet;
  return {
    kind: 'complete',
    sheetId,
    title,
    get rows() {
      return sheet.rows;
    },
    ...(eachRow && { eachRow }),
    ...(columnCount !== undefined && { columnCount }),
  };
}

/** As if the tab stood and nobody had typed anything into it. */
function neverGiven(key: StaffWorksheetKey): CompleteSheet {
  const rows = [WORKSHEETS[key].columns.map(({ title }) => title)];
  return { kind: 'complete', sheetId: NO_SHEET, title: titleOf(key), rows };
}

/** Where a lost tab would stand: «Обзор» and «Контроль» go first, as provisioning puts them. */
function vacancy(key: ReadKey, tabs: Source['tabs']): VanishedSheet['tab'] {
  const taken = new Set(tabs.map(({ title }) => comparableName(title)));
  const free = Array.from({ length: tabs.length + 1 }, (_, count) => `${titleOf(key)} (${count + 2})`);
  const title = [titleOf(key), ...free].find((each) => !taken.has(comparableName(each))) ?? titleOf(key);
  return { title, index: key === 'control' || key === 'overview' ? 0 : tabs.length };
}

function missing(standing: readonly ReadKey[], cause: unknown): WorksheetMissingError {
  const gone = READ.filter((key) => !standing.includes(key));
  return new WorksheetMissingError(gone.map(titleOf), { cause });
}

function titleOf(key: ReadKey): string {
  return isOwn(key) ? SERVER_SHEETS[key].title : WORKSHEETS[key].title;
}

/** The worksheets as far as they can be read; the head tells how they stood before. Throws `TooManyRowsError`. */
export function parseTables(sheets: SheetsRead, { places }: Pick<Head, 'places'>): Tables {
  const tables = STAFF_WORKSHEETS.map((key) => [key, tableOf(key, sheets[key], places?.[key])] as const);
  return Object.fromEntries(tables) as Record<StaffWorksheetKey, TableRead>;
}

function tableOf(key: StaffWorksheetKey, sheet: SheetRead, known: Places | undefined): TableRead {
  if (sheet.kind === 'vanished') return sheet;
  const table = parseTable(WORKSHEETS[key], sheet, known);
  if (table.kind === 'complete' && table.rows.length > MAX_ROWS) {
    throw new TooManyRowsError(table.title, table.rows.length, MAX_ROWS);
  }
  return table;
}

/**
 * The tables for what needs the whole workbook: a report without a worksheet would be wrong. Throws
 * `WorksheetMissingError` or `ColumnMissingError`.
 */
export function requireTables(tables: Tables): CompleteTables {
  const gone = STAFF_WORKSHEETS.filter((key) => tables[key].kind === 'vanished');
  if (gone.length > 0) throw new WorksheetMissingError(gone.map(titleOf));
  const complete = STAFF_WORKSHEETS.map((key) => [key, requireTable(titleOf(key), tables[key])] as const);
  return Object.fromEntries(complete) as Record<StaffWorksheetKey, Table>;
}

function requireTable(title: string, table: TableRead): Table {
  if (table.kind === 'complete') return table;
  const columns = table.kind === 'unreadable' ? table.missing : [];
  throw new ColumnMissingError(
    title,
    columns.map((column) => column.title),
  );
}

/** The rows under the ids in their cells, for sheets that a pass has settled. */
export function identifiedByCells(tables: CompleteTables): IdentifiedRows {
  return Object.fromEntries(
    STAFF_WORKSHEETS.map((key) => [key, tables[key].rows.map((row) => ({ ...row, id: row.idCell }))]),
  ) as unknown as IdentifiedRows;
}

/** Whose content is known: «О системе» alone is written without a look at it. */
export const WATCHED = [...STAFF_WORKSHEETS, 'control', 'overview'] as const;

export type WatchedKey = (typeof WATCHED)[number];

/** Sheets whose content is not what our last pass left behind; one that is gone is always among them. */
export function changedSheets(head: Head, sheets: SheetsRead): readonly WatchedKey[] {
  return WATCHED.filter((key) => {
    const sheet = sheets[key];
    if (!sheet) return false;
    return sheet.kind === 'vanished' || (head.digests[key] ?? '') !== digestOfSheet(sheet);
  });
}

/** Sheets of which the store knows more than their rows tell: columns are lost, or rows stand above the header. */
export function incompleteSheets(tables: Tables): readonly StaffWorksheetKey[] {
  return STAFF_WORKSHEETS.filter((key) => lacksRows(tables[key]));
}
