import type { Assessment } from '../../domain/assessment/assessed.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { IdentifiedRows, RecordRows } from '../../workbook/parse/parse-records.ts';
import type { FindPlace } from '../../workbook/server-sheets/control-sheet.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { Store } from '../ports/store.ts';
import { hashOf, hashOfLists } from '../stored/encoding/canonical-json.ts';
import { readKnownHead, type StoredHead } from '../stored/head/head.ts';
import { readRows } from '../stored/rows/shards.ts';
import { describeGaps } from '../sync/reading/describe-gaps.ts';
import { keptRows } from '../sync/reading/kept-rows.ts';
import { assessTables } from '../sync/plan-reconcile.ts';
import { placeFinder } from '../sync/writing/plan-sheets.ts';
import {
  identifiedByCells,
  incompleteSheets,
  parseTables,
  requireTables,
  type CompleteTables,
} from '../sync/reading/read-sheets.ts';
import { readShownTables } from '../sync/reading/read-shown.ts';
import { settle, type ReconcileRequest } from '../sync/reconcile.ts';
import type { PassReading } from '../sync/run-pass.ts';

interface ReadForReport {
  readonly stored: StoredHead;
  /** The day that was assessed. */
  readonly today: CalendarDate;
  /** Russian sentences: what of the workbook is not read although figures depend on it. */
  readonly gaps: readonly string[];
  readonly tables: CompleteTables;
  readonly assessment: Assessment;
  readonly findPlace: FindPlace;
  /** Hash of the rows under their ids, staff's cells alone: what the server writes beside them is no input. */
  readonly dataHash: string;
}

/**
 * Brings the workbook up to date and gives it as of today, as it was read for that: a report tells what is stored, and
 * what people type from then on is for the next. Undefined where somebody else has written since, or people type
 * faster than the workbook can be brought up to date.
 */
export async function readForReport(
  deps: Dependencies,
  request: Pick<ReconcileRequest, 'workbookId' | 'today' | 'by' | 'action'>,
): Promise<ReadForReport | undefined> {
  const { workbookId } = request;
  const { outcome, reading } = await settle(deps, { ...request, isMonitoring: true });
  if (!reading) return undefined;
  const { today } = outcome;
  const stored = await readStandingHead(deps.store, workbookId, reading);
  if (!stored) return undefined;
  const { rows, tables, assessment } = await assessReading(deps, reading, { workbookId, today });
  return {
    stored,
    today,
    gaps: describeGaps(tables),
    tables,
    assessment,
    findPlace: placeFinder(rows, tables),
    dataHash: hashOfRows(rows),
  };
}

/** What the pass has assessed is not assessed again: the server's cells that it wrote since are no part of it. */
async function assessReading(
  { spreadsheets, store }: Dependencies,
  reading: PassReading,
  { workbookId, today }: { readonly workbookId: string; readonly today: CalendarDate },
) {
  if (reading.kind === 'assessed') return { ...reading, tables: requireTables(reading.tables) };
  const { head } = reading;
  const tables = await readShownTables(spreadsheets, workbookId, {
    tables: requireTables(parseTables(reading.sheets, head)),
    head,
  });
  const rows = identifiedByCells(tables);
  const kept = await readKept(store, { workbookId, head, tables, rows });
  return { rows, tables, assessment: assessTables(tables, { ...head, rows: kept, today }) };
}

interface Readable extends Pick<StoredHead, 'head'> {
  readonly workbookId: string;
  readonly tables: CompleteTables;
  readonly rows: IdentifiedRows;
}

/** The rows with what is stored of those that the sheets do not tell: a shard is read only where there are such. */
async function readKept(store: Store, { workbookId, head, tables, rows }: Readable): Promise<RecordRows> {
  const kept: Partial<Record<StaffWorksheetKey, RecordRows['schools']>> = {};
  const held = STAFF_WORKSHEETS.filter((key) => head.held[key]?.columns);
  for (const worksheet of new Set([...incompleteSheets(tables), ...held])) {
    const nextNumber = head.nextNumbers[worksheet];
    const base = await readRows(store, workbookId, { worksheet, nextNumber });
    kept[worksheet] = keptRows(tables[worksheet], rows[worksheet], { base, held: head.held[worksheet] });
  }
  return { ...rows, ...kept };
}

/** The head as the pass has left it, with its version; undefined where it is another by now. */
async function readStandingHead(
  store: Store,
  workbookId: string,
  { head, version }: PassReading,
): Promise<StoredHead | undefined> {
  if (version !== undefined) return { head, version };
  const stored = await readKnownHead(store, workbookId);
  return hashOf(stored.head) === hashOf(head) ? stored : undefined;
}

/** In the order of the sheets: where two rows say the same, the order decides which one counts. */
function hashOfRows(rows: IdentifiedRows): string {
  return hashOfLists(
    STAFF_WORKSHEETS.map((key) =>
      rows[key].map(({ id, staff, shown = {} }) =>
        Object.keys(shown).length > 0 ? [id, staff, shown] : [id, staff],
      ),
    ),
  );
}
