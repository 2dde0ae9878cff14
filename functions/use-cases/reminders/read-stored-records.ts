import { type CalendarDate } from '../../domain/dates/dates.ts';
import type { WorkbookRecords } from '../../domain/records/records.ts';
import { STAFF_WORKSHEETS } from '../../domain/records/worksheet-key.ts';
import { parseRecords, type RecordRows } from '../../workbook/parse/parse-records.ts';
import type { Store } from '../ports/store.ts';
import type { Head } from '../stored/head/head.ts';
import { readRows } from '../stored/rows/shards.ts';

/** The workbook as it was last accepted: one store read a shard, no Sheets call. */
export async function readStoredRecords(
  store: Store,
  {
    workbookId,
    head,
    today,
  }: { readonly workbookId: string; readonly head: Head; readonly today: CalendarDate },
): Promise<WorkbookRecords> {
  const rows = await Promise.all(
    STAFF_WORKSHEETS.map(async (worksheet) => {
      const stored = await readRows(store, workbookId, {
        worksheet,
        nextNumber: head.nextNumbers[worksheet],
      });
      const shown = head.shown?.cells[worksheet] ?? {};
      const standing = [...stored].filter(([, { isDeleted }]) => isDeleted !== true);
      return [
        worksheet,
        standing.map(([id, { cells }]) => ({ id, staff: cells, ...(shown[id] && { shown: shown[id] }) })),
      ] as const;
    }),
  );
  return parseRecords(Object.fromEntries(rows) as unknown as RecordRows, today);
}
