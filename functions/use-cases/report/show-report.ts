import type { CalendarDate } from '../../domain/dates/dates.ts';
import type { FindPlace } from '../../workbook/server-sheets/control-sheet.ts';
import { layoutReport } from '../../workbook/report/layout.ts';
import {
  parseReportTab,
  reportTabTitle,
  UNFINISHED_SUFFIX,
} from '../../workbook/server-sheets/server-sheets.ts';
import { MAX_TRIES } from '../sync/contention.ts';
import { planAbout } from '../sync/writing/plan-sheets.ts';
import type { SheetEdit, SpreadsheetOutline, Tab } from '../ports/spreadsheets.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { RegisteredReport } from './register-report.ts';
import { planArchive } from './archive.ts';
import { ARCHIVE_SHEET_ID, assertTitleFree, findReportTab, freeSheetId, isOurs } from './report-tabs.ts';
import { SpreadsheetRefusedError } from '../ports/spreadsheet-errors.ts';
import { describeState, readReportStates } from '../stored/reports/states.ts';

export interface ShowOptions {
  readonly workbookId: string;
  readonly today: CalendarDate;
  /** How many tabs of reports of a form stay in the workbook, this one included. */
  readonly tabsKept: number;
  readonly outline: SpreadsheetOutline;
  readonly findPlace: FindPlace;
}

export interface ShownTab {
  readonly sheetId: number;
  readonly sheetTitle: string;
}

/**
 * Sees to it that the report's tab stands; one that stands already is left as it is, a draft's is replaced.
 * Throws `ReportTabTakenError`.
 */
export async function showReport(
  deps: Dependencies,
  registered: RegisteredReport,
  { outline: first, ...options }: ShowOptions,
): Promise<ShownTab> {
  const { form, number } = registered.report.document;
  const sheetTitle = reportTabTitle(form, number);
  const state = await readState(deps, registered, { ...options, outline: first });
  let outline = await removeUnfinished(deps, first, { ...options, number });
  for (let tries = 1; ; tries++) {
    const standing = findReportTab(outline.tabs, { form, number });
    if (standing && number > 0) {
      const { sheetId, isHidden } = standing;
      // A later report has folded it away.
      if (isHidden)
        await deps.spreadsheets.apply(options.workbookId, [{ kind: 'hide_sheet', sheetId, isHidden: false }]);
      return { sheetId, sheetTitle };
    }
    assertTitleFree(outline.tabs, { form, number });
    const sheetId = freeSheetId(outline, number);
    try {
      const about = planAbout(registered.head, { today: options.today, at: deps.clock.now() });
      const swap = planSwap(registered, outline, { ...options, sheetId, state });
      await deps.spreadsheets.apply(options.workbookId, [...swap, about]);
      return { sheetId, sheetTitle };
    } catch (error) {
      // Another who shows the same report at this moment takes ids and titles away: then there is news of the tabs.
      if (!(error instanceof SpreadsheetRefusedError) || tries === MAX_TRIES) throw error;
      const seen = await deps.spreadsheets.readOutline(options.workbookId);
      const now = await removeUnfinished(deps, seen, { ...options, number });
      if (tries > 1 && listTabs(now) === listTabs(outline)) throw error;
      outline = now;
    }
  }
}

/**
 * Deletes what a pass that died has left of a large tab, up to this number: a later one may just be on its way.
 * Gives the outline without it.
 */
async function removeUnfinished(
  { spreadsheets }: Dependencies,
  outline: SpreadsheetOutline,
  { workbookId, number }: { readonly workbookId: string; readonly number: number },
): Promise<SpreadsheetOutline> {
  const left = outline.tabs.filter((tab) => isLeftUnfinished(tab, number));
  if (left.length === 0) return outline;
  await spreadsheets.apply(
    workbookId,
    left.map(({ sheetId }): SheetEdit => ({ kind: 'delete_sheet', sheetId })),
  );
  return { ...outline, tabs: outline.tabs.filter((tab) => !left.includes(tab)) };
}

function listTabs({ tabs }: SpreadsheetOutline): string {
  return tabs.map(({ sheetId, title }) => `${sheetId} ${title}`).join('\n');
}

/** Only where a tab is to be made of a report that was known before may people have said something of it. */
async function readState(
  { store }: Dependencies,
  { report, isNew, head }: RegisteredReport,
  { workbookId, outline }: Pick<ShowOptions, 'workbookId' | 'outline'>,
): Promise<string> {
  const { form, number } = report.document;
  if (number === 0) return 'черновик';
  const isStanding = findReportTab(outline.tabs, { form, number }) !== undefined;
  const { changes } =
    isNew || isStanding ? { changes: [] } : await readReportStates(store, workbookId, number);
  return describeState(report.document, changes, head.timeZone);
}

interface SwapOptions extends Pick<ShowOptions, 'tabsKept' | 'findPlace'> {
  readonly sheetId: number;
  readonly state: string;
}

/** The new tab and the leave of the oldest in one batch: whoever looks sees the old report or the new. */
function planSwap(
  { report: { document, proof }, head }: RegisteredReport,
  { tabs }: SpreadsheetOutline,
  { sheetId, state, tabsKept, findPlace }: SwapOptions,
): readonly SheetEdit[] {
  const { form, number } = document;
  const title = reportTabTitle(form, number);
  const layout = layoutReport(document, { ...proof, state }, { sheetId, title, findPlace });
  const leaving = [
    ...tabs.filter((tab) => tab.title === title && isOurs(tab, number)),
    ...outdatedTabs(tabs, { form, number, tabsKept }),
  ];
  const standing = tabs.filter((tab) => !leaving.includes(tab));
  const index = indexAfterWorking(standing);
  const shown = { number, sheetId, index };
  const { reportList: reports } = head;
  return [
    ...leaving.map((tab): SheetEdit => ({ kind: 'delete_sheet', sheetId: tab.sheetId })),
    { kind: 'add_sheet', sheetId, index, layout },
    ...(number > 0 && reports ? planArchive({ standing, shown, reports }) : []),
  ];
}

/** The newest report stands after the tabs that people work in, then the archive and what is folded away. */
function indexAfterWorking(tabs: readonly Tab[]): number {
  const isReport = (tab: Tab) => {
    const named = parseReportTab(tab.title);
    if (tab.sheetId === ARCHIVE_SHEET_ID) return true;
    return tab.title === reportTabTitle('full', 0) || (named !== undefined && isOurs(tab, named.number));
  };
  return tabs.findLastIndex((tab) => !isReport(tab)) + 1;
}

/** Of the same form all but the latest, beside the one that is shown now; a draft takes nobody's place. */
function outdatedTabs(
  tabs: readonly Tab[],
  { form, number, tabsKept }: { readonly form: string; readonly number: number; readonly tabsKept: number },
): readonly Tab[] {
  if (number === 0) return [];
  return tabs
    .flatMap((tab) => {
      const named = parseReportTab(tab.title);
      const isOther = named?.form === form && named.number !== number && isOurs(tab, named.number);
      return isOther ? [{ tab, number: named.number }] : [];
    })
    .toSorted((a, b) => b.number - a.number)
    .slice(tabsKept - 1)
    .map(({ tab }) => tab);
}

function isLeftUnfinished(tab: Tab, upTo: number): boolean {
  if (!tab.title.endsWith(UNFINISHED_SUFFIX)) return false;
  const number = parseReportTab(tab.title.slice(0, -UNFINISHED_SUFFIX.length))?.number ?? 0;
  return number <= upTo && isOurs(tab, number);
}
