import { calendarYear } from '../../domain/period.ts';
import type { StaffWorksheetKey } from '../../domain/worksheet-key.ts';
import { arrangeColumns, type Arrangement } from '../../workbook/table/bind-columns.ts';
import { layoutControl } from '../../workbook/server-sheets/control-sheet.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { layoutInstruction } from '../../workbook/server-sheets/instruction-sheet.ts';
import type { SheetLayout } from '../../workbook/layout/layout.ts';
import type { Worksheet } from '../../workbook/worksheets/spec.ts';
import { layoutWorksheet, listsFrom } from '../../workbook/table/worksheet-layout.ts';
import { settingsSeed } from '../../workbook/worksheets/settings.ts';
import { isStaffTab, type TabPlan } from './plan-tabs.ts';
import type { GridPlace, SheetEdit, SheetValues, Tab } from '../ports/ports.ts';

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
    const numbers = numbersOf(sheets.find((each) => each.sheetId === sheetId));
    return [{ kind: 'decorate_sheet', sheetId, layout, numbers }, mark];
  });
}

/** Where numbers stand below the header. */
function numbersOf(sheet: SheetValues | undefined): readonly GridPlace[] {
  return (sheet?.rows ?? []).flatMap((cells, row) =>
    row === 0 ? [] : cells.flatMap((cell, column) => (typeof cell === 'number' ? [{ row, column }] : [])),
  );
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
