import type { ReportDocument } from '../../domain/report/report-document.ts';
import { reportTabTitle } from '../../workbook/server-sheets/server-sheets.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { SpreadsheetOutline, Tab } from '../ports/spreadsheets.ts';

const FIRST_SHEET_ID = 148_148_000;
/** Of «Архив отчётов»: by its id it is known for ours, whatever people call it. */
export const ARCHIVE_SHEET_ID = FIRST_SHEET_ID - 1;
const NEXT_CHOICE = 1_000_000;

type Named = Pick<ReportDocument, 'form' | 'number'>;

export class ReportTabTakenError extends UserFacingError {
  override readonly name = 'ReportTabTakenError';
  readonly code = 'report_tab_taken';

  constructor(title: string) {
    super(
      `В книге есть лист «${title}», который создала не система: она его не меняет. ` +
        'Переименуйте этот лист и сформируйте отчёт ещё раз.',
    );
  }
}

/** A free id by which the report's tab is known for ours. */
export function freeSheetId({ tabs }: SpreadsheetOutline, number: number): number {
  let sheetId = FIRST_SHEET_ID + number;
  while (tabs.some((tab) => tab.sheetId === sheetId)) sheetId += NEXT_CHOICE;
  return sheetId;
}

/** By its id: a tab of the staff's own may bear any title. */
export function isOurs({ sheetId }: Tab, number: number): boolean {
  return sheetId >= FIRST_SHEET_ID && (sheetId - FIRST_SHEET_ID) % NEXT_CHOICE === number;
}

/** The tab that shows the report; one of the staff's own with the same title is none. */
export function findReportTab(tabs: readonly Tab[], { form, number }: Named): Tab | undefined {
  const title = reportTabTitle(form, number);
  return tabs.find((tab) => tab.title === title && isOurs(tab, number));
}

/** Throws `ReportTabTakenError` where a tab of the staff's own bears the report's title. */
export function assertTitleFree(tabs: readonly Tab[], { form, number }: Named): void {
  const title = reportTabTitle(form, number);
  if (tabs.some((tab) => tab.title === title && !isOurs(tab, number))) throw new ReportTabTakenError(title);
}
