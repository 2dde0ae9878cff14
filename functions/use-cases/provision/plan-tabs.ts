import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { comparableName } from '../../domain/text/same-name.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { SERVER_SHEETS } from '../../workbook/server-sheets/server-sheets.ts';
import type { Worksheet } from '../../workbook/worksheets/spec.ts';
import type { SpreadsheetOutline, Tab } from '../ports/spreadsheets.ts';
import type { Head } from '../stored/head/head.ts';

type TabKey = StaffWorksheetKey | keyof typeof SERVER_SHEETS;

export interface TabPlan {
  readonly key: TabKey;
  readonly sheetId: number;
  /** Undefined for a tab that is to be made. */
  readonly standing: Tab | undefined;
}

/** The order of the tabs: what is used every day comes first. */
const TAB_ORDER: readonly TabKey[] = [
  'overview',
  'control',
  'executions',
  'journal',
  'schoolPlans',
  'schools',
  'regulation',
  'acts',
  'calendar',
  'people',
  'settings',
  'about',
  'instruction',
];

/** First of the sheet ids that we choose; fixed ids keep a renamed tab ours. */
const FIRST_SHEET_ID = 148_000;
/** In which order sheets came to be, for their ids: new ones are added at the end. */
const LATER: readonly TabKey[] = ['people', 'overview', 'schoolPlans'];
const ID_ORDER: readonly TabKey[] = [...TAB_ORDER.filter((key) => !LATER.includes(key)), ...LATER];

/**
 * Which tab serves which sheet: by the id we know or would have given; a staff sheet also by title or synonym.
 * A tab that people named «Контроль» is theirs, and ours is made beside it.
 */
export function planTabs(outline: SpreadsheetOutline, head: Head | undefined): readonly TabPlan[] {
  const taken = new Set(outline.tabs.map(({ sheetId }) => sheetId));
  return TAB_ORDER.map((key) => {
    const chosen = FIRST_SHEET_ID + ID_ORDER.indexOf(key);
    const standing = findTab(key, outline, head?.sheetIds[key] ?? chosen);
    const sheetId = standing?.sheetId ?? freeSheetId(chosen, taken);
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
  const { title, synonyms = [] } = tabNamesOf(key);
  const names = new Set([title, ...synonyms].map(comparableName));
  return tabs.find((tab) => names.has(comparableName(tab.title)));
}

/** Tabs of the staff's own that bear a title which a new tab of ours needs: they are renamed, not touched. */
export function planRenames(tabs: readonly TabPlan[], outline: SpreadsheetOutline): readonly Rename[] {
  const made = tabs
    .filter(({ standing }) => !standing)
    .map(({ key }) => comparableName(tabNamesOf(key).title));
  const wanted = new Set(made);
  const titles = new Set(outline.tabs.map(({ title }) => comparableName(title)));
  return outline.tabs
    .filter(({ title }) => wanted.has(comparableName(title)))
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
  while (taken.has(comparableName(nameOf()))) count += 1;
  return nameOf();
}

/** Under which titles the tab is known; the first is the one we give. */
export function tabNamesOf(key: TabKey): Pick<Worksheet, 'title' | 'synonyms'> {
  return key in SERVER_SHEETS ? SERVER_SHEETS[key as 'about'] : WORKSHEETS[key as 'acts'];
}

function freeSheetId(wanted: number, taken: ReadonlySet<number>): number {
  let sheetId = wanted;
  while (taken.has(sheetId)) sheetId += 100;
  return sheetId;
}
