import { yearOf, type CalendarDate } from '../../domain/dates/dates.ts';
import { layoutAbout } from '../../workbook/server-sheets/about-sheet.ts';
import { bindColumns } from '../../workbook/table/bind-columns.ts';
import { WorkbookNewerError } from '../../workbook/workbook-errors.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { SheetMovedError } from '../ports/spreadsheet-errors.ts';
import type { SheetEdit, SheetValues, SpreadsheetOutline } from '../ports/spreadsheets.ts';
import { readHead, type Head, type StoredHead } from '../stored/head/head.ts';
import { newHead } from '../stored/head/new-head.ts';
import { LAYOUT_IN_ORDER, WORKBOOK_LAYOUT } from '../stored/head/upgrades.ts';
import { positionsOf } from '../sync/writing/guard-edits.ts';
import { arrangeOldColumns, ATTEMPTS, type OldColumns } from './arrange-old-columns.ts';
import {
  arrangeWorksheets,
  planTabEdits,
  type ArrangedWorksheets,
  type TabDrawing,
} from './plan-tab-edits.ts';
import { isStaffTab, planRenames, planTabs, type Rename, type TabPlan } from './plan-tabs.ts';

interface LayOutRequest {
  readonly workbookId: string;
  /** Made just now. */
  readonly isNew: boolean;
  readonly title: string;
  readonly timeZone: string;
  readonly today: CalendarDate;
  readonly members: Head['members'];
}

/** The workbook as it is laid out now, and how it was before. */
export interface LaidOut {
  readonly workbookId: string;
  readonly stored: StoredHead | undefined;
  /** `standing`: as the tabs stood before. */
  readonly tabs: readonly TabPlan[];
  readonly arranged: ArrangedWorksheets;
  readonly old: OldColumns;
  readonly renames: readonly Rename[];
}

/**
 * Lays out the workbook as described, once more where people move columns between the reading and the writing. Throws
 * `HeaderLostError`, `WorkbookNewerError`, `SheetMovedError`.
 */
export async function layOutTabs(deps: Dependencies, request: LayOutRequest): Promise<LaidOut> {
  const { spreadsheets, store } = deps;
  const { workbookId } = request;
  const [outline, stored] = await Promise.all([
    spreadsheets.readOutline(workbookId),
    readHead(store, workbookId),
  ]);
  const { layout = 0 } = outline;
  if (layout > WORKBOOK_LAYOUT) throw new WorkbookNewerError(workbookId);
  const places = stored?.head.places;
  const before = planTabs(outline, stored?.head);
  const old =
    layout < LAYOUT_IN_ORDER
      ? await arrangeOldColumns(spreadsheets, { workbookId, tabs: before, places })
      : IN_ORDER;
  for (let attempt = 1; ; attempt++) {
    try {
      // Columns were put in; and whoever moved one has not looked at the grid's size.
      const standing =
        old.moved.length > 0 || attempt > 1 ? await spreadsheets.readOutline(workbookId) : outline;
      return await layOutOnce(deps, request, {
        outline: standing,
        stored,
        old,
        isGuarded: attempt < ATTEMPTS,
      });
    } catch (error) {
      if (!(error instanceof SheetMovedError) || attempt === ATTEMPTS) throw error;
    }
  }
}

const IN_ORDER: OldColumns = { added: [], moved: [], unmoved: [] };

interface Before {
  readonly outline: SpreadsheetOutline;
  readonly stored: StoredHead | undefined;
  readonly old: OldColumns;
  /** Refused where columns do not stand as they were read. */
  readonly isGuarded: boolean;
}

async function layOutOnce(
  { spreadsheets, clock }: Dependencies,
  request: LayOutRequest,
  { outline, stored, old, isGuarded }: Before,
): Promise<LaidOut> {
  const { workbookId, isNew, today } = request;
  const tabs = planTabs(outline, stored?.head);
  const standing = tabs.filter((tab) => isStaffTab(tab) && tab.standing);
  const ids = standing.map(({ sheetId }) => sheetId);
  const sheets = ids.length > 0 ? await spreadsheets.readValues(workbookId, ids) : [];
  // Where they stood before they were moved says nothing any more.
  const places = Object.fromEntries(
    Object.entries(stored?.head.places ?? {}).filter(([key]) => !old.moved.some((moved) => moved === key)),
  );
  const renames = planRenames(tabs, outline);
  const arranged = arrangeWorksheets(tabs, sheets, places);
  const drawing: TabDrawing = { extent: extentOf(outline), added: old.added };
  const head = newHead(stored?.head, { ...request, sheetIds: sheetIdsOf(tabs) });
  const about = layoutAbout({ head, at: clock.now(), today, degraded: [] });
  await spreadsheets.apply(workbookId, [
    ...(isGuarded ? planGuards(tabs, sheets, places) : []),
    ...renames.map(({ sheetId, to }): SheetEdit => ({ kind: 'rename_sheet', sheetId, title: to })),
    ...planTabEdits(tabs, { arranged, sheets, year: yearOf(today), about, drawing }),
    ...(drawing.extent === 'new_columns' ? [] : [orderTabs(tabs)]),
    ...(isNew ? dropDefault(outline) : []),
    ...markLayout(outline),
  ]);
  return { workbookId, stored, tabs, arranged, old, renames };
}

export function sheetIdsOf(tabs: readonly TabPlan[]): Readonly<Record<string, number>> {
  return Object.fromEntries(tabs.map(({ key, sheetId }) => [key, sheetId]));
}

function extentOf({ layout }: SpreadsheetOutline): TabDrawing['extent'] {
  if (layout === undefined) return 'taken_up';
  return layout < LAYOUT_IN_ORDER ? 'whole' : 'new_columns';
}

/** Headers would be written over columns that people have moved there since. */
function planGuards(
  tabs: readonly TabPlan[],
  sheets: readonly SheetValues[],
  places: NonNullable<Head['places']>,
): readonly SheetEdit[] {
  return tabs.filter(isStaffTab).flatMap(({ key, sheetId }): SheetEdit[] => {
    const sheet = sheets.find((each) => each.sheetId === sheetId);
    if (!sheet) return [];
    const worksheet = WORKSHEETS[key];
    const binding = bindColumns(worksheet, sheet, places[key]);
    // What was never laid out has nothing that could tell.
    if (!binding.columns.has('id')) return [];
    return [{ kind: 'assert_positions', sheetId, positions: positionsOf({ worksheet, binding }, sheet) }];
  });
}

function orderTabs(tabs: readonly TabPlan[]): SheetEdit {
  return { kind: 'order_sheets', sheetIds: tabs.map(({ sheetId }) => sheetId) };
}

/** The workbook tells by itself how it is laid out, whatever store it is brought to. */
function markLayout({ layout }: SpreadsheetOutline): readonly SheetEdit[] {
  if (layout === WORKBOOK_LAYOUT) return [];
  return [{ kind: 'mark_layout', layout: WORKBOOK_LAYOUT, isMarked: layout !== undefined }];
}

/** A spreadsheet that was made just now comes with one empty sheet that nobody asked for. */
function dropDefault({ tabs }: SpreadsheetOutline): readonly SheetEdit[] {
  return tabs.map(({ sheetId }) => ({ kind: 'delete_sheet', sheetId }));
}
