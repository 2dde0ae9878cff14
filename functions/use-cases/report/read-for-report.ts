import type { Assessment } from '../../domain/assessment/assessed.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import type { FindPlace } from '../../workbook/server-sheets/control-sheet.ts';
import type { IdentifiedRows } from '../../workbook/parse/parse-records.ts';
import { assessTables } from '../sync/plan-reconcile.ts';
import { placeFinder } from '../sync/plan-sheets.ts';
import { STAFF_WORKSHEETS } from '../../domain/worksheet-key.ts';
import { hashOfLists } from '../stored/canonical-json.ts';
import {
  changedSheets,
  identifiedByCells,
  readSheets,
  readTables,
  requireTables,
} from '../sync/read-sheets.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { readKnownHead, type StoredHead } from '../stored/head.ts';

interface ReadForReport {
  readonly stored: StoredHead;
  readonly assessment: Assessment;
  readonly findPlace: FindPlace;
  /** Hash of the rows under their ids, staff's cells alone: what the server writes beside them is no input. */
  readonly dataHash: string;
}

/** The workbook as of today, from sheets that stand as the store last saw them; else undefined. */
export async function readForReport(
  { store, spreadsheets }: Dependencies,
  { workbookId, today }: { readonly workbookId: string; readonly today: CalendarDate },
): Promise<ReadForReport | undefined> {
  const stored = await readKnownHead(store, workbookId);
  const { head } = stored;
  const sheets = await readSheets(spreadsheets, workbookId, head);
  const tables = requireTables(readTables(sheets));
  if (changedSheets(head, sheets).length > 0) return undefined;
  const rows = identifiedByCells(tables);
  return {
    stored,
    assessment: assessTables(tables, { ...head, rows, today }),
    findPlace: placeFinder(rows, tables),
    dataHash: hashOfRows(rows),
  };
}

/** In the order of the sheets: where two rows say the same, the order decides which one counts. */
function hashOfRows(rows: IdentifiedRows): string {
  return hashOfLists(STAFF_WORKSHEETS.map((key) => rows[key].map(({ id, staff }) => [id, staff])));
}
