import { calendarYear } from '../domain/period.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import { layoutControl } from '../workbook/control-sheet.ts';
import { findMissingColumns, normaliseHeader } from '../workbook/bind-columns.ts';
import { WORKSHEETS } from '../workbook/index.ts';
import { layoutInstruction } from '../workbook/instruction-sheet.ts';
import type { SheetLayout } from '../workbook/layout.ts';
import { layoutWorksheet } from '../workbook/worksheet-layout.ts';
import { SERVER_SHEETS } from '../workbook/server-sheets.ts';
import { settingsSeed } from '../workbook/worksheets/settings.ts';
import type { SheetEdit, SpreadsheetOutline, Spreadsheets } from './ports.ts';
import type { Head } from './stored-documents.ts';

type TabKey = StaffWorksheetKey | keyof typeof SERVER_SHEETS;

export interface TabPlan {
  readonly key: TabKey;
  readonly sheetId: number;
  readonly isNew: boolean;
  readonly layout: SheetLayout;
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

/** Which tab serves which sheet: by the id we know, else by title or synonym, else a new one. */
export function planTabs(
  outline: SpreadsheetOutline,
  { head, year, about }: { head: Head | undefined; year: number; about: SheetLayout },
): TabPlan[] {
  const taken = new Set(outline.tabs.map(({ sheetId }) => sheetId));
  return TAB_ORDER.map((key, index) => {
    const standing = findTab(key, outline, head);
    const sheetId = standing ?? freeSheetId(FIRST_SHEET_ID + index, taken);
    taken.add(sheetId);
    return {
      key,
      sheetId,
      isNew: standing === undefined,
      layout: key === 'about' ? about : layoutOf(key, year),
    };
  });
}

function findTab(key: TabKey, { tabs }: SpreadsheetOutline, head: Head | undefined): number | undefined {
  const known = head?.sheetIds[key];
  if (known !== undefined && tabs.some(({ sheetId }) => sheetId === known)) return known;
  const { title, synonyms = [] } =
    key in SERVER_SHEETS ? SERVER_SHEETS[key as 'about'] : WORKSHEETS[key as 'acts'];
  const names = new Set([title, ...synonyms].map(normaliseHeader));
  return tabs.find((tab) => names.has(normaliseHeader(tab.title)))?.sheetId;
}

function freeSheetId(wanted: number, taken: ReadonlySet<number>): number {
  let sheetId = wanted;
  while (taken.has(sheetId)) sheetId += 100;
  return sheetId;
}

function layoutOf(key: Exclude<TabKey, 'about'>, year: number): SheetLayout {
  const period = calendarYear(year);
  switch (key) {
    case 'control':
      return layoutControl([], { today: period.start, findPlace: () => undefined });
    case 'instruction':
      return layoutInstruction();
    case 'settings':
      return layoutWorksheet(WORKSHEETS.settings, settingsSeed(year));
    default:
      return layoutWorksheet(WORKSHEETS[key], WORKSHEETS[key].seed ?? []);
  }
}

/** Headers to be added at the right end of sheets that people brought along. */
export async function planMissingColumns(
  spreadsheets: Spreadsheets,
  workbookId: string,
  tabs: readonly TabPlan[],
): Promise<{ readonly edits: readonly SheetEdit[]; readonly titles: readonly string[] }> {
  const standing = tabs.filter(
    ({ key, isNew }) => !isNew && (STAFF_WORKSHEETS as readonly string[]).includes(key),
  );
  if (standing.length === 0) return { edits: [], titles: [] };
  const values = await spreadsheets.readValues(
    workbookId,
    standing.map(({ sheetId }) => sheetId),
  );
  const found = standing.flatMap(({ key }, index) => {
    const sheet = values[index];
    if (!sheet) return [];
    const worksheet = WORKSHEETS[key as StaffWorksheetKey];
    const { headerRow, firstFree, titles } = findMissingColumns(worksheet, sheet);
    return titles.length === 0 ? [] : [{ sheet, headerRow, firstFree, titles }];
  });
  return {
    edits: found.map(({ sheet, headerRow, firstFree, titles }) => ({
      kind: 'write_values',
      block: { sheetId: sheet.sheetId, row: headerRow, column: firstFree, values: [titles] },
    })),
    titles: found.flatMap(({ sheet, titles }) => titles.map((title) => `${sheet.title}: ${title}`)),
  };
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
export const UNSEEN = {
  revision: 0,
  nextNumbers: Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, 1])) as Head['nextNumbers'],
  digests: {},
  assessedOn: null,
  monitoredOn: null,
  findings: { error: 0, overdue: 0, warning: 0, reminder: 0 },
  lastReport: null,
};
