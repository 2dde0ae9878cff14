import type { Assessment } from '../domain/assessment.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { FindPlace } from '../workbook/control-sheet.ts';
import { WorkbookUnknownError } from '../workbook/workbook-errors.ts';
import { assessTables } from './plan-reconcile.ts';
import { placeFinder } from './plan-sheets.ts';
import { changedSheets, identifiedByCells, readSheets, readTables, requireTables } from './read-sheets.ts';
import type { Dependencies } from './reconcile.ts';
import { readHead, type StoredHead } from './stored-documents.ts';

interface ReadForReport {
  readonly stored: StoredHead;
  readonly assessment: Assessment;
  readonly findPlace: FindPlace;
}

/** The workbook as of today, from sheets that stand as the store last saw them; else undefined. */
export async function readForReport(
  { store, spreadsheets }: Dependencies,
  { workbookId, today }: { readonly workbookId: string; readonly today: CalendarDate },
): Promise<ReadForReport | undefined> {
  const stored = await readHead(store, workbookId);
  if (!stored) throw new WorkbookUnknownError(workbookId);
  const { head } = stored;
  const sheets = await readSheets(spreadsheets, workbookId, head);
  const tables = requireTables(readTables(sheets));
  if (changedSheets(head, sheets).length > 0) return undefined;
  const rows = identifiedByCells(tables);
  return {
    stored,
    assessment: assessTables(tables, { ...head, rows, today }),
    findPlace: placeFinder(rows, tables),
  };
}
