import { yearOf, type CalendarDate } from '../../domain/dates.ts';
import { layoutAbout } from '../../workbook/server-sheets/about-sheet.ts';
import { columnLetters } from '../../workbook/layout/columns.ts';
import { fencedHead } from '../stored/plan-commit.ts';
import { planAccess } from '../stored/access/access.ts';
import { newHead } from '../stored/head/new-head.ts';
import { arrangeOldColumns, type OldColumns } from './arrange-old-columns.ts';
import { arrangeWorksheets, planTabEdits, type ArrangedWorksheets } from './plan-tab-edits.ts';
import { isStaffTab, tabNamesOf, planRenames, planTabs, type TabPlan } from './plan-tabs.ts';
import type { SheetEdit, SpreadsheetOutline } from '../ports/spreadsheets.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import type { StoreWrite } from '../ports/store.ts';
import { WorkbookNewerError } from '../../workbook/workbook-errors.ts';
import { readHead, type Head, type StoredHead } from '../stored/head/head.ts';
import { LAYOUT_IN_ORDER, WORKBOOK_LAYOUT } from '../stored/head/upgrades.ts';

export interface ProvisionRequest {
  /** An existing spreadsheet; absent: a new one is made. */
  readonly workbookId?: string;
  readonly title: string;
  readonly timeZone: string;
  readonly today: CalendarDate;
  /** Address → role of those who may call the functions for this workbook, beside those who may already. */
  readonly members: Head['members'];
  /** Of a workbook that is connected now for the first time. */
  readonly firstMembers?: Head['members'];
  /** Whose word it is, for the history. */
  readonly by?: string;
}

export interface ProvisionOutcome {
  readonly workbookId: string;
  /** Titles of the sheets that were made. */
  readonly created: readonly string[];
  /** `Лист: Столбец` that were added to existing sheets. */
  readonly addedColumns: readonly string[];
  /** Titles of sheets whose header was gone and stands again. */
  readonly restoredHeaders: readonly string[];
  /** Russian sentences: what only people can put right. */
  readonly unmended: readonly string[];
  /** `Контроль → Контроль (прежний)`: tabs of the staff's own that had to make room for a title. */
  readonly renamed: readonly string[];
}

/**
 * Makes the workbook, or mends one: adds the sheets and columns that are missing, renews dropdowns, rules and
 * protection. Rows that staff typed stay as they are: a header that is gone gets a row of its own. How the workbook
 * looks and in which order its columns and tabs stand is renewed once, where an earlier layout stands; later it is the
 * people's. Run again, it changes nothing more. Throws `HeaderLostError`, `WorkbookNewerError`, `SheetMovedError`.
 */
export async function provisionWorkbook(
  deps: Dependencies,
  request: ProvisionRequest,
): Promise<ProvisionOutcome> {
  const { spreadsheets, store } = deps;
  const { title, timeZone } = request;
  const workbookId = request.workbookId ?? (await spreadsheets.create(title, { timeZone }));
  const [before, stored] = await Promise.all([
    spreadsheets.readOutline(workbookId),
    readHead(store, workbookId),
  ]);
  assertKnownLayout(workbookId, before);
  const isOld = (before.layout ?? 0) < LAYOUT_IN_ORDER;
  const old = isOld ? await arrangeOld(spreadsheets, { workbookId, outline: before, stored }) : IN_ORDER;
  // Columns were put in.
  const outline = old.moved.length > 0 ? await spreadsheets.readOutline(workbookId) : before;
  const tabs = planTabs(outline, stored?.head);
  const standing = tabs.filter((tab) => isStaffTab(tab) && tab.standing);
  const ids = standing.map(({ sheetId }) => sheetId);
  const sheets = ids.length > 0 ? await spreadsheets.readValues(workbookId, ids) : [];
  const sheetIds = Object.fromEntries(tabs.map(({ key, sheetId }) => [key, sheetId]));
  const at = deps.clock.now();
  const known = stored && forgetPlaces(stored.head, old.moved);
  const { head, writes } = planHead(known, request, { workbookId, sheetIds, at });
  const about = layoutAbout({ head, at, today: request.today, degraded: [] });
  const renames = planRenames(tabs, outline);
  const arranged = arrangeWorksheets(tabs, sheets, known?.places);
  await spreadsheets.apply(workbookId, [
    ...renames.map(({ sheetId, to }): SheetEdit => ({ kind: 'rename_sheet', sheetId, title: to })),
    ...planTabEdits(tabs, { arranged, sheets, year: yearOf(request.today), about, isOld }),
    ...(isOld ? [{ kind: 'order_sheets', sheetIds: tabs.map(({ sheetId }) => sheetId) } as const] : []),
    ...(request.workbookId === undefined ? dropDefault(outline) : []),
    ...markLayout(outline),
  ]);
  await store.commit([...writes, fencedHead(workbookId, head, stored?.version ?? 'absent')]);
  const described = describeTabs(tabs, workbookId, arranged);
  return {
    ...described,
    addedColumns: [...old.added, ...described.addedColumns],
    unmended: [...old.unmoved, ...described.unmended],
    renamed: renames.map(({ from, to }) => `${from} → ${to}`),
  };
}

const IN_ORDER: OldColumns = { added: [], moved: [], unmoved: [] };

function arrangeOld(
  spreadsheets: Dependencies['spreadsheets'],
  { workbookId, outline, stored }: Older,
): Promise<OldColumns> {
  const tabs = planTabs(outline, stored?.head);
  return arrangeOldColumns(spreadsheets, { workbookId, tabs, places: stored?.head.places });
}

interface Older {
  readonly workbookId: string;
  readonly outline: SpreadsheetOutline;
  readonly stored: StoredHead | undefined;
}

/** What was remembered of columns that have moved since would send a lost header to a wrong place. */
function forgetPlaces(head: Head, moved: OldColumns['moved']): Head {
  if (!head.places || moved.length === 0) return head;
  const kept = Object.entries(head.places).filter(([key]) => !moved.some((each) => each === key));
  return { ...head, places: Object.fromEntries(kept) };
}

/** Who is let in again, or as somebody else, stands in the history; who was there from the beginning needs no entry. */
function planHead(
  known: Head | undefined,
  { by = INSTALLER, members, firstMembers = {}, ...request }: ProvisionRequest,
  { workbookId, sheetIds, at }: NewHead,
): { readonly head: Head; readonly writes: readonly StoreWrite[] } {
  const first = { ...firstMembers, ...members };
  const grants = Object.fromEntries(Object.keys(first).map((email) => [email, { at, by }]));
  const head = newHead(known, { ...request, members: first, grants, sheetIds });
  const planned = known && planAccess({ workbookId, head, roles: members, at, by });
  return planned ?? { head, writes: [] };
}

interface NewHead {
  readonly workbookId: string;
  readonly sheetIds: Readonly<Record<string, number>>;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** Where whoever provisions has not said who they are. */
const INSTALLER = 'установщик';

function describeTabs(
  tabs: readonly TabPlan[],
  workbookId: string,
  worksheets: ArrangedWorksheets,
): Omit<ProvisionOutcome, 'renamed'> {
  const made = tabs.filter((tab) => !tab.standing);
  const arranged = Object.values(worksheets);
  const titlesOf = (titles: (each: (typeof arranged)[number]) => readonly string[]) =>
    arranged.flatMap((each) => titles(each).map((title) => `${each.worksheet.title}: ${title}`));
  return {
    workbookId,
    created: made.map(({ key }) => tabNamesOf(key).title),
    addedColumns: titlesOf(({ added, restored }) => (restored ? [] : added)),
    restoredHeaders: [
      ...arranged.flatMap(({ worksheet, restored }) => (restored ? [worksheet.title] : [])),
      ...titlesOf(({ retitled }) => retitled.map(({ title }) => title)),
    ],
    unmended: arranged.flatMap(({ worksheet, headerRow, strays }) =>
      strays.map(({ column, index, header }) =>
        tellStray({ sheet: worksheet.title, title: column.title, header }, { row: headerRow, column: index }),
      ),
    ),
  };
}

function tellStray(
  { sheet, title, header }: { readonly sheet: string; readonly title: string; readonly header: string },
  { row, column }: { readonly row: number; readonly column: number },
): string {
  const cell = `${columnLetters(column)}${row + 1}`;
  return (
    `Лист «${sheet}»: нет столбца «${title}», а на его месте в ${cell} ${header ? `стоит «${header}»` : 'пусто'}. ` +
    `Если это он, верните заголовок «${title}»; если нет, добавьте столбец с этим заголовком.`
  );
}

function assertKnownLayout(workbookId: string, { layout = 0 }: SpreadsheetOutline): void {
  if (layout > WORKBOOK_LAYOUT) throw new WorkbookNewerError(workbookId);
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
