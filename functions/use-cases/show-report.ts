import type { CalendarDate } from '../domain/dates.ts';
import { layoutReport } from '../workbook/report-layout.ts';
import { reportNumberOf, reportTabTitle } from '../workbook/server-sheets.ts';
import { planAbout } from './plan-sheets.ts';
import type { SheetEdit, SpreadsheetOutline } from './ports.ts';
import type { Dependencies } from './reconcile.ts';
import type { SavedReport } from './stored-reports.ts';

export interface ShowOptions {
  readonly workbookId: string;
  readonly today: CalendarDate;
  /** How many report tabs stay in the workbook, this one included. */
  readonly tabsKept: number;
  readonly outline: SpreadsheetOutline;
}

/** Sees to it that the report's tab stands; one that stands already is left as it is. */
export async function showReport(
  { spreadsheets, clock }: Dependencies,
  { report, reportHash, head }: SavedReport,
  { workbookId, today, tabsKept, outline }: ShowOptions,
): Promise<{ readonly sheetId: number; readonly sheetTitle: string }> {
  const sheetTitle = reportTabTitle(report.number);
  const standing = outline.tabs.find(({ title }) => title === sheetTitle);
  if (standing) return { sheetId: standing.sheetId, sheetTitle };
  const sheetId = freeSheetId(outline, report.number);
  const about = planAbout(head, { today, at: clock.now() });
  await spreadsheets.apply(workbookId, [
    ...planSwap({ report, reportHash }, outline, { sheetId, tabsKept }),
    about,
  ]);
  return { sheetId, sheetTitle };
}

const FIRST_SHEET_ID = 148_148_000;

function freeSheetId({ tabs }: SpreadsheetOutline, number: number): number {
  let sheetId = FIRST_SHEET_ID + number;
  while (tabs.some((tab) => tab.sheetId === sheetId)) sheetId += 1_000_000;
  return sheetId;
}

/** The new tab and the leave of the oldest in one batch: whoever looks sees the old report or the new. */
function planSwap(
  { report, reportHash }: Pick<SavedReport, 'report' | 'reportHash'>,
  { tabs }: SpreadsheetOutline,
  { sheetId, tabsKept }: { sheetId: number; tabsKept: number },
): readonly SheetEdit[] {
  const outdated = tabs.filter(({ title }) => {
    const number = reportNumberOf(title);
    return number !== undefined && number <= report.number - tabsKept;
  });
  return [
    { kind: 'add_sheet', sheetId, index: 1, layout: layoutReport(report, reportHash) },
    ...outdated.map((tab): SheetEdit => ({ kind: 'delete_sheet', sheetId: tab.sheetId })),
  ];
}
