import { yearOf, type CalendarDate } from '../../functions/domain/dates/dates.ts';
import type { StaffWorksheetKey } from '../../functions/domain/records/worksheet-key.ts';
import type { SheetEdit, Spreadsheets } from '../../functions/use-cases/ports/spreadsheets.ts';
import { WORKSHEETS } from '../../functions/workbook/worksheets/index.ts';
import { demoExecutions } from './demo-executions.ts';
import { demoActs, demoJournal, demoPeople } from './demo-records.ts';
import { demoSchools, type DemoRow } from './demo-schools.ts';

/** Fills a new workbook as staff would have by `today`: in their own columns, below the headers. */
export async function seedDemo(
  spreadsheets: Spreadsheets,
  workbookId: string,
  { sheetIds, today }: { sheetIds: Readonly<Record<StaffWorksheetKey, number>>; today: CalendarDate },
): Promise<void> {
  const year = yearOf(today);
  const rows: Partial<Record<StaffWorksheetKey, readonly DemoRow[]>> = {
    schools: demoSchools(year),
    acts: demoActs(year),
    executions: demoExecutions(year, today),
    journal: demoJournal(year, today),
    people: demoPeople(),
  };
  const keys = Object.keys(rows) as StaffWorksheetKey[];
  await spreadsheets.apply(
    workbookId,
    keys.map((key) => typeRows(key, sheetIds[key], rows[key] ?? [])),
  );
}

function typeRows(key: StaffWorksheetKey, sheetId: number, rows: readonly DemoRow[]): SheetEdit {
  const { columns } = WORKSHEETS[key];
  const first = columns.findIndex(({ owner }) => owner === 'staff');
  // The controller's columns stand behind the server's, which are empty yet.
  const typed = columns.slice(first);
  return {
    kind: 'write_values',
    block: {
      sheetId,
      row: 1,
      column: first,
      values: rows.map((row) => typed.map(({ key: column }) => row[column] ?? null)),
    },
  };
}
