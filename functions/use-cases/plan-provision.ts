import { calendarYear } from '../domain/period.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import { arrangeColumns, normaliseHeader, type Arrangement } from '../workbook/bind-columns.ts';
import { layoutControl } from '../workbook/control-sheet.ts';
import { WORKSHEETS } from '../workbook/index.ts';
import { layoutInstruction } from '../workbook/instruction-sheet.ts';
import type { SheetLayout } from '../workbook/layout.ts';
import { SERVER_SHEETS } from '../workbook/server-sheets.ts';
import type { Worksheet } from '../workbook/spec.ts';
import { layoutWorksheet, listsFrom } from '../workbook/worksheet-layout.ts';
import { settingsSeed } from '../workbook/worksheets/settings.ts';
import type { SheetEdit, SheetValues, SpreadsheetOutline, Tab } from './ports.ts';
import type { Head } from './stored-documents.ts';

type TabKey = StaffWorksheetKey | keyof typeof SERVER_SHEETS;

export interface TabPlan {
  readonly key: TabKey;
  readonly sheetId: number;
  /** Undefined for a tab that is to be made. */
  readonly standing: Tab | undefined;
}

/** The order of the tabs: what is used every day comes first. */
const TAB_ORDER: readonly TabKey[] = [
  'control',
  'executions',
  'journal',
  'schools',
  'regulation',
  'acts',
  'calendar',
  'settings',
  'about',
  'instruction',
];

/** First of the sheet ids that we choose; fixed ids keep a renamed tab ours. */
const FIRST_SHEET_ID = 148_000;

/**
 * Which tab serves which sheet: by the id we know or would have given; a staff sheet also by title or synonym.
 * A tab that people named «Контроль» is theirs, and ours is made beside it.
 */
export function planTabs(outline: SpreadsheetOutline, head: Head | undefined): readonly TabPlan[] {
  const taken = new Set(outline.tabs.map(({ sheetId }) => sheetId));
  return TAB_ORDER.map((key, index) => {
    const ours = head?.sheetIds[key] ?? FIRST_SHEET_ID + index;
    const standing = findTab(key, outline, ours);
    const sheetId = standing?.sheetId ?? freeSheetId(FIRST_SHEET_ID + index, taken);
    taken.add(sheetId);
    return { key, sheetId, standing };
  });
}

export function isStaffTab(tab: TabPlan): tab is TabPlan & { readonly key: StaffWorksheetKey } {
  return tab.key in WORKSHEETS;
}

function findTab(key: TabKey, { tabs }: SpreadsheetOutline, ours: number): Tab | undefined {
  const known = tabs.find(({ sheetId }) => sheetId === ours);
  if (known || key in SERVER_SHEETS) return known;
  const { title, synonyms = [] } = namesOf(key);
  const names = new Set([title, ...synonyms].map(normaliseHeader));
  return tabs.find((tab) => names.has(normaliseHeader(tab.title)));
}

/** Tabs of the staff's own that bear a title which a new tab of ours needs: they are renamed, not touched. */
export function planRenames(tabs: readonly TabPlan[], outline: SpreadsheetOutline): readonly Rename[] {
  const wanted = new Set(tabs.filter(({ standing }) => !standing).map(({ key }) => namesOf(key).title));
  const titles = new Set(outline.tabs.map(({ title }) => title));
  return outline.tabs
    .filter(({ title }) => wanted.has(title))
    .map(({ sheetId, title }) => ({ sheetId, from: title, to: freeTitle(title, titles) }));
}

export interface Rename {
  readonly sheetId: number;
  readonly from: string;
  readonly to: string;
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  let count = 1;
  const nameOf = () => `${title} (прежний${count > 1 ? ` ${count}` : ''})`;
  while (taken.has(nameOf())) count += 1;
  return nameOf();
}

/** Under which titles the tab is known; the first is the one we give. */
export function namesOf(key: TabKey): Pick<Worksheet, 'title' | 'synonyms'> {
  return key in SERVER_SHEETS ? SERVER_SHEETS[key as 'about'] : WORKSHEETS[key as 'acts'];
}

function freeSheetId(wanted: number, taken: ReadonlySet<number>): number {
  let sheetId = wanted;
  while (taken.has(sheetId)) sheetId += 100;
  return sheetId;
}

/** The edits that make each tab what it should be; `sheets` holds the grids of the standing staff tabs. */
export function planTabEdits(
  tabs: readonly TabPlan[],
  { sheets, year, about }: { sheets: readonly SheetValues[]; year: number; about: SheetLayout },
): readonly SheetEdit[] {
  const arranged = arrangeWorksheets(tabs, sheets);
  const lists = listsFrom(arranged.schools.worksheet, arranged.regulation.worksheet);
  return tabs.flatMap((tab, index): readonly SheetEdit[] => {
    const { key, sheetId, standing } = tab;
    if (!isStaffTab(tab)) {
      const layout = key === 'about' ? about : layoutOwnSheet(key as 'control', year);
      return [
        standing ? { kind: 'replace_sheet', sheetId, layout } : { kind: 'add_sheet', sheetId, index, layout },
      ];
    }
    const { worksheet, headerRow } = arranged[tab.key];
    const layout = layoutWorksheet(worksheet, standing ? [] : seedOf(tab.key, year), lists);
    const mark = markPositions(sheetId, arranged[tab.key]);
    if (!standing) return [{ kind: 'add_sheet', sheetId, index, layout }, mark];
    if (headerRow > 0) return [...planLacking(arranged[tab.key], standing), mark];
    return [{ kind: 'decorate_sheet', sheetId, layout }, mark];
  });
}

/** So that the first synchronisation can tell already whether columns have moved since. */
function markPositions(sheetId: number, { worksheet, headerRow }: Arranged): SheetEdit {
  const columns = worksheet.columns.flatMap(({ key, owner }, index) =>
    owner === 'server' ? [[key, index]] : [],
  );
  return { kind: 'mark_positions', sheetId, positions: { headerRow, columns: Object.fromEntries(columns) } };
}

interface Arranged extends Pick<Arrangement, 'headerRow' | 'added'> {
  readonly worksheet: Worksheet;
}

/** Each worksheet with its columns as they lie on its sheet. */
export function arrangeWorksheets(
  tabs: readonly TabPlan[],
  sheets: readonly SheetValues[],
): Readonly<Record<StaffWorksheetKey, Arranged>> {
  const entries = tabs.filter(isStaffTab).map(({ key, sheetId, standing }) => {
    const worksheet = WORKSHEETS[key];
    const sheet = sheets.find((each) => each.sheetId === sheetId);
    if (!standing || !sheet) return [key, { worksheet, headerRow: 0, added: [] }] as const;
    const { columns, ...rest } = arrangeColumns(worksheet, sheet);
    return [key, { worksheet: { ...worksheet, title: sheet.title, columns }, ...rest }] as const;
  });
  return Object.fromEntries(entries) as Record<StaffWorksheetKey, Arranged>;
}

/** Below titles of the staff's own nothing is decorated: only the headers that are lacking are added. */
function planLacking(
  { worksheet, headerRow, added }: Arranged,
  { sheetId, columnCount }: Tab,
): readonly SheetEdit[] {
  if (added.length === 0) return [];
  const column = worksheet.columns.length - added.length;
  const lacking = worksheet.columns.length - columnCount;
  return [
    ...(lacking > 0 ? [{ kind: 'append_columns', sheetId, count: lacking } as const] : []),
    { kind: 'write_values', block: { sheetId, row: headerRow, column, values: [added] } },
  ];
}

function seedOf(key: StaffWorksheetKey, year: number): NonNullable<Worksheet['seed']> {
  return key === 'settings' ? settingsSeed(year) : (WORKSHEETS[key].seed ?? []);
}

function layoutOwnSheet(key: 'control' | 'instruction', year: number): SheetLayout {
  if (key === 'instruction') return layoutInstruction();
  return layoutControl([], { today: calendarYear(year).start, findPlace: () => undefined });
}

/** The head of a new workbook, or the known one with sheets and members brought up to date. */
export function newHead(
  known: Head | undefined,
  request: {
    readonly title: string;
    readonly timeZone: string;
    readonly members: Head['members'];
    readonly sheetIds: Readonly<Record<string, number>>;
  },
): Head {
  const { title, timeZone, members } = request;
  const sheetIds = request.sheetIds as Head['sheetIds'];
  if (known) return { ...known, sheetIds, members: { ...known.members, ...members }, digests: {} };
  return { ...UNSEEN, title, timeZone, members, sheetIds };
}

/** What is known of a workbook before the first synchronisation. */
const UNSEEN = {
  revision: 0,
  nextNumbers: Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, 1])) as Head['nextNumbers'],
  digests: {},
  held: {},
  assessedOn: null,
  monitoredOn: null,
  findings: { error: 0, overdue: 0, warning: 0, reminder: 0 },
  lastReport: null,
};
