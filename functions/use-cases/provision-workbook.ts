import { yearOf, type CalendarDate } from '../domain/dates.ts';
import { STAFF_WORKSHEETS } from '../domain/worksheet-key.ts';
import { layoutAbout } from '../workbook/about-sheet.ts';
import type { SheetEdit, SpreadsheetOutline } from './ports.ts';
import { fencedHead } from './plan-commit.ts';
import { newHead, planMissingColumns, planTabs, UNSEEN, type TabPlan } from './plan-provision.ts';
import { readHead, type Head } from './stored-documents.ts';
import type { Dependencies } from './reconcile.ts';

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
  const state = stored?.head ?? { ...UNSEEN, timeZone };
  const about = layoutAbout({ head: state, at: deps.clock.now(), today: request.today });
  const tabs = planTabs(outline, { head: stored?.head, year: yearOf(request.today), about });
  const missing = await planMissingColumns(spreadsheets, workbookId, tabs);
  const sheetIds = Object.fromEntries(tabs.map(({ key, sheetId }) => [key, sheetId]));
  const head = newHead(stored?.head, { ...request, sheetIds });
  await spreadsheets.apply(workbookId, [...planEdits(tabs, outline, stored !== undefined), ...missing.edits]);
  await store.commit([fencedHead(workbookId, head, stored?.version ?? 'absent')]);
  return {
    workbookId,
    created: tabs.filter(({ isNew }) => isNew).map(({ layout }) => layout.title),
    addedColumns: missing.titles,
  };
}

function planEdits(
  tabs: readonly TabPlan[],
  outline: SpreadsheetOutline,
  isKnown: boolean,
): readonly SheetEdit[] {
  const staffKeys = new Set<string>(STAFF_WORKSHEETS);
  const edits = tabs.flatMap((tab, index): SheetEdit[] => {
    const { key, sheetId, layout, isNew } = tab;
    if (isNew) return [{ kind: 'add_sheet', sheetId, index, layout }];
    return staffKeys.has(key)
      ? [{ kind: 'decorate_sheet', sheetId, layout }]
      : [{ kind: 'replace_sheet', sheetId, layout }];
  });
  return [...edits, ...(isKnown ? [] : dropEmptyDefault(outline))];
}

/** A new spreadsheet comes with one empty sheet that nobody asked for. */
const DEFAULT_TITLES = new Set(['Лист1', 'Sheet1']);

function dropEmptyDefault({ tabs }: SpreadsheetOutline): readonly SheetEdit[] {
  const only = tabs.length === 1 ? tabs[0] : undefined;
  if (!only || !DEFAULT_TITLES.has(only.title)) return [];
  return [{ kind: 'delete_sheet', sheetId: only.sheetId }];
}
