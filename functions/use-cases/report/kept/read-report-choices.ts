import { assessWorkbook } from '../../../domain/assessment/assessment.ts';
import type { Assessment } from '../../../domain/assessment/assessed.ts';
import { type CalendarDate } from '../../../domain/dates/dates.ts';
import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../../workbook/worksheets/index.ts';
import { parseRecords, type RecordRows } from '../../../workbook/parse/parse-records.ts';
import { parseTable } from '../../../workbook/table/table.ts';
import type { Spreadsheets } from '../../ports/spreadsheets.ts';
import { SheetMissingError } from '../../ports/spreadsheet-errors.ts';
import type { Head } from '../../stored/head/head.ts';

/** What a report may be asked for depends on these alone: the period and the schools. */
const NEEDED = ['settings', 'schools'] as const;

interface Place {
  readonly workbookId: string;
  readonly head: Head;
  readonly today: CalendarDate;
}

/**
 * The workbook as if it had «Настройки» and «Школы» alone, as they stand in the sheet now: one small Sheets call.
 * Undefined where one of them cannot be read so: the whole pass says then what is wrong, or heals it.
 */
export async function readReportChoices(
  spreadsheets: Spreadsheets,
  { workbookId, head, today }: Place,
): Promise<Assessment | undefined> {
  const sheets = await readNeeded(spreadsheets, workbookId, head);
  const rows: Record<string, RecordRows['settings']> = {};
  for (const [index, key] of NEEDED.entries()) {
    const sheet = sheets?.[index];
    const table = sheet && parseTable(WORKSHEETS[key], sheet, head.places?.[key]);
    if (table?.kind !== 'complete') return undefined;
    rows[key] = table.rows.map(({ idCell, staff }) => ({ id: idCell, staff }));
  }
  const all = Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, rows[key] ?? []]));
  return assessWorkbook(parseRecords(all as unknown as RecordRows, today), today);
}

async function readNeeded(spreadsheets: Spreadsheets, workbookId: string, { sheetIds }: Head) {
  try {
    return await spreadsheets.readValues(
      workbookId,
      NEEDED.map((key) => sheetIds[key]),
    );
  } catch (error) {
    if (error instanceof SheetMissingError) return undefined;
    throw error;
  }
}
