import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import { WORKSHEETS } from '../workbook/index.ts';
import type { IdentifiedRows } from '../workbook/parse/parse-records.ts';
import { readTable } from '../workbook/table.ts';
import { TooManyRowsError, WorksheetMissingError } from '../workbook/workbook-errors.ts';
import { SERVER_SHEETS } from '../workbook/server-sheets.ts';
import { digestOf } from './digest.ts';
import type { Tables } from './plan-reconcile.ts';
import type { SheetsRead } from './plan-sheets.ts';
import type { Spreadsheets } from './ports.ts';
import { SheetMissingError } from './spreadsheet-errors.ts';
import type { Head } from './stored-documents.ts';

/** Rows a worksheet: ten times what a region keeps. */
export const MAX_ROWS = 60_000;

const READ = [...STAFF_WORKSHEETS, 'control', 'about'] as const;

/** All sheets in one call. Throws `WorksheetMissingError` with the titles of those that are gone. */
export async function readSheets(
  spreadsheets: Spreadsheets,
  workbookId: string,
  head: Head,
): Promise<SheetsRead> {
  const ids = READ.map((key) => head.sheetIds[key]);
  try {
    const values = await spreadsheets.readValues(workbookId, ids);
    return Object.fromEntries(READ.map((key, index) => [key, values[index]])) as unknown as SheetsRead;
  } catch (error) {
    if (!(error instanceof SheetMissingError)) throw error;
    throw new WorksheetMissingError(await missingTitles(spreadsheets, workbookId, head), { cause: error });
  }
}

async function missingTitles(
  spreadsheets: Spreadsheets,
  workbookId: string,
  { sheetIds }: Head,
): Promise<readonly string[]> {
  const { tabs } = await spreadsheets.readOutline(workbookId);
  const present = new Set(tabs.map(({ sheetId }) => sheetId));
  return READ.filter((key) => !present.has(sheetIds[key])).map((key) =>
    key === 'control' || key === 'about' ? SERVER_SHEETS[key].title : WORKSHEETS[key].title,
  );
}

export function readTables(sheets: SheetsRead): Tables {
  const tables = STAFF_WORKSHEETS.map((key) => [key, readTable(WORKSHEETS[key], sheets[key])] as const);
  for (const [, { title, rows }] of tables) {
    if (rows.length > MAX_ROWS) throw new TooManyRowsError(title, rows.length, MAX_ROWS);
  }
  return Object.fromEntries(tables) as unknown as Tables;
}

/** The rows under the ids in their cells, for sheets that a pass has settled. */
export function identifiedByCells(tables: Tables): IdentifiedRows {
  return Object.fromEntries(
    STAFF_WORKSHEETS.map((key) => [key, tables[key].rows.map((row) => ({ ...row, id: row.idCell }))]),
  ) as unknown as IdentifiedRows;
}

/** Sheets whose content is not what our last pass left behind. */
export function changedSheets(head: Head, sheets: SheetsRead): readonly (StaffWorksheetKey | 'control')[] {
  const keys = [...STAFF_WORKSHEETS, 'control'] as const;
  return keys.filter((key) => (head.digests[key] ?? '') !== digestOf(sheets[key].rows));
}
