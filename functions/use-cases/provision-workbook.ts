import { yearOf, type CalendarDate } from '../domain/dates.ts';
import { layoutAbout } from '../workbook/about-sheet.ts';
import { fencedHead } from './plan-commit.ts';
import {
  arrangeWorksheets,
  isStaffTab,
  namesOf,
  newHead,
  planTabEdits,
  planTabs,
  type TabPlan,
} from './plan-provision.ts';
import type { SheetEdit, SheetValues, SpreadsheetOutline } from './ports.ts';
import type { Dependencies } from './reconcile.ts';
import { readHead, type Head } from './stored-documents.ts';

export interface ProvisionRequest {
  /** An existing spreadsheet; absent: a new one is made. */
  readonly workbookId?: string;
  readonly title: string;
  readonly timeZone: string;
  readonly today: CalendarDate;
  /** Address → role of those who may call the functions for this workbook. */
  readonly members: Head['members'];
}

export interface ProvisionOutcome {
  readonly workbookId: string;
  /** Titles of the sheets that were made. */
  readonly created: readonly string[];
  /** `Лист: Столбец` that were added to existing sheets. */
  readonly addedColumns: readonly string[];
}

/**
 * Makes the workbook, or mends one: adds the sheets and columns that are missing, renews headers, dropdowns,
 * colours and protection. Rows that staff typed stay as they are; run again, it changes nothing more.
 */
export async function provisionWorkbook(
  deps: Dependencies,
  request: ProvisionRequest,
): Promise<ProvisionOutcome> {
  const { spreadsheets, store } = deps;
  const { title, timeZone } = request;
  const workbookId = request.workbookId ?? (await spreadsheets.create(title, { timeZone }));
  const [outline, stored] = await Promise.all([
    spreadsheets.readOutline(workbookId),
    readHead(store, workbookId),
  ]);
  const tabs = planTabs(outline, stored?.head);
  const standing = tabs.filter((tab) => isStaffTab(tab) && tab.standing);
  const ids = standing.map(({ sheetId }) => sheetId);
  const sheets = ids.length > 0 ? await spreadsheets.readValues(workbookId, ids) : [];
  const sheetIds = Object.fromEntries(tabs.map(({ key, sheetId }) => [key, sheetId]));
  const head = newHead(stored?.head, { ...request, sheetIds });
  const about = layoutAbout({ head, at: deps.clock.now(), today: request.today });
  await spreadsheets.apply(workbookId, [
    ...planTabEdits(tabs, { sheets, year: yearOf(request.today), about }),
    ...(stored ? [] : dropEmptyDefault(outline)),
  ]);
  await store.commit([fencedHead(workbookId, head, stored?.version ?? 'absent')]);
  return describeTabs(tabs, workbookId, sheets);
}

function describeTabs(
  tabs: readonly TabPlan[],
  workbookId: string,
  sheets: readonly SheetValues[],
): ProvisionOutcome {
  const made = tabs.filter((tab) => !tab.standing);
  const arranged = Object.values(arrangeWorksheets(tabs, sheets));
  return {
    workbookId,
    created: made.map(({ key }) => namesOf(key).title),
    addedColumns: arranged.flatMap(({ worksheet, added }) =>
      added.map((title) => `${worksheet.title}: ${title}`),
    ),
  };
}

/** A new spreadsheet comes with one empty sheet that nobody asked for. */
const DEFAULT_TITLES = new Set(['Лист1', 'Sheet1']);

function dropEmptyDefault({ tabs }: SpreadsheetOutline): readonly SheetEdit[] {
  const only = tabs.length === 1 ? tabs[0] : undefined;
  if (!only || !DEFAULT_TITLES.has(only.title)) return [];
  return [{ kind: 'delete_sheet', sheetId: only.sheetId }];
}
