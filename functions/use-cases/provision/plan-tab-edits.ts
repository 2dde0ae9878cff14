import { calendarYear } from '../../domain/dates/period.ts';
import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { arrangeColumns, type Arrangement } from '../../workbook/table/arrange-columns.ts';
import { HeaderLostError } from '../../workbook/workbook-errors.ts';
import { layoutControl } from '../../workbook/server-sheets/control-sheet.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { layoutOverview } from '../../workbook/server-sheets/overview/overview-sheet.ts';
import { layoutInstruction } from '../../workbook/server-sheets/instruction-sheet.ts';
import type { SheetLayout } from '../../workbook/layout/layout.ts';
import type { Worksheet } from '../../workbook/worksheets/spec.ts';
import { HEADER_HEIGHT, heightOfRow } from '../../workbook/table/look/row-heights.ts';
import { layoutWorksheet, listsFrom } from '../../workbook/table/look/worksheet-layout.ts';
import { settingsSeed } from '../../workbook/worksheets/settings.ts';
import type { OldColumns } from './arrange-old-columns.ts';
import { isStaffTab, type TabPlan } from './plan-tabs.ts';
import type { Head } from '../stored/head/head.ts';
import type { DrawnParts, GridPlace, SheetEdit, SheetValues, Tab } from '../ports/spreadsheets.ts';

/** The edits that make each tab what it should be; `sheets` holds the grids of the standing staff tabs. */
export function planTabEdits(
  tabs: readonly TabPlan[],
  { arranged, sheets, year, about, drawing }: TabsSituation,
): readonly SheetEdit[] {
  const lists = listsFrom(arranged.schools.worksheet, arranged.regulation.worksheet);
  return tabs.flatMap((tab, index): readonly SheetEdit[] => {
    const { key, sheetId, standing } = tab;
    if (!isStaffTab(tab)) {
      const layout = key === 'about' ? about : layoutOwnSheet(key as 'control', year);
      return [
        standing ? { kind: 'replace_sheet', sheetId, layout } : { kind: 'add_sheet', sheetId, index, layout },
      ];
    }
    const { worksheet, headerRow, restored } = arranged[tab.key];
    const layout = layoutWorksheet(worksheet, standing ? [] : seedOf(tab.key, year), lists);
    const mark = markPositions(sheetId, arranged[tab.key]);
    if (!standing) return [{ kind: 'add_sheet', sheetId, index, layout }, mark];
    const room = restored === 'inserted' ? [{ kind: 'insert_row', sheetId, row: headerRow } as const] : [];
    if (headerRow > 0) return [...room, ...planHeader(arranged[tab.key], standing), mark];
    const sheet = sheets.find((each) => each.sheetId === sheetId);
    const rows = restored === 'inserted' ? [[], ...(sheet?.rows ?? [])] : (sheet?.rows ?? []);
    const drawn = planDrawn(arranged[tab.key], { rows, tab: standing, drawing });
    return [...room, { kind: 'decorate_sheet', sheetId, layout, numbers: numbersOf(rows), drawn }, mark];
  });
}

interface TabsSituation {
  readonly arranged: ArrangedWorksheets;
  readonly sheets: readonly SheetValues[];
  readonly year: number;
  readonly about: SheetLayout;
  readonly drawing: TabDrawing;
}

/** How much of a sheet in use is to look as described, and which columns were put in just now. */
export interface TabDrawing {
  /** `whole`: of an older layout; `taken_up`: of no layout yet, so that headers have no notes either. */
  readonly extent: 'new_columns' | 'whole' | 'taken_up';
  readonly added: OldColumns['added'];
}

interface Standing {
  readonly rows: SheetValues['rows'];
  readonly tab: Tab;
  readonly drawing: TabDrawing;
}

/** Columns of the staff's own look as they did, whatever is drawn. */
function planDrawn(arranged: Arranged, { rows, tab, drawing }: Standing): DrawnParts {
  const { worksheet } = arranged;
  const lacked = newColumns(arranged, drawing);
  if (drawing.extent === 'new_columns') return { headers: lacked, columns: lacked };
  const described = worksheet.columns.flatMap(({ key }, index) =>
    WORKSHEETS[worksheet.key].columns.some((column) => column.key === key) ? [index] : [],
  );
  const heights = Array.from({ length: Math.max(tab.rowCount, rows.length) }, (_, row) =>
    row === 0 ? HEADER_HEIGHT : heightOfRow(worksheet, byKey(worksheet, rows[row] ?? [])),
  );
  const headers = drawing.extent === 'taken_up' ? described : lacked;
  return { headers, columns: described, frame: { heights } };
}

function byKey({ columns }: Worksheet, cells: SheetValues['rows'][number]) {
  return Object.fromEntries(columns.map(({ key }, index) => [key, cells[index] ?? null]));
}

/** Those whose header is new. */
function newColumns(
  { worksheet, added, retitled, restored }: Arranged,
  drawing: TabDrawing,
): readonly number[] {
  const { columns, title: sheet } = worksheet;
  if (restored) return [...columns.keys()];
  const isAdded = (title: string) =>
    drawing.added.some((each) => each.sheet === sheet && each.title === title);
  return columns.flatMap((column, index) =>
    index >= columns.length - added.length || retitled.includes(column) || isAdded(column.title)
      ? [index]
      : [],
  );
}

/** Where numbers stand below the header. */
function numbersOf(rows: SheetValues['rows']): readonly GridPlace[] {
  return rows.flatMap((cells, row) =>
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

interface Arranged extends Pick<Arrangement, 'headerRow' | 'added' | 'retitled' | 'strays' | 'restored'> {
  readonly worksheet: Worksheet;
}

export type ArrangedWorksheets = Readonly<Record<StaffWorksheetKey, Arranged>>;

/**
 * Each worksheet with its columns as they lie on its sheet; `sheets` holds the grids of the standing staff tabs,
 * `places` how they lay before. Throws `HeaderLostError` where rows stand under no header and nobody can tell what they
 * are: nothing is written over them.
 */
export function arrangeWorksheets(
  tabs: readonly TabPlan[],
  sheets: readonly SheetValues[],
  places: Head['places'],
): ArrangedWorksheets {
  const entries = tabs.filter(isStaffTab).map(({ key, sheetId, standing }) => {
    const worksheet = WORKSHEETS[key];
    const sheet = sheets.find((each) => each.sheetId === sheetId);
    if (!standing || !sheet) return [key, { worksheet, headerRow: 0, ...AS_DESCRIBED }] as const;
    const arranged = arrangeColumns(worksheet, sheet, places?.[key]);
    if (!arranged) throw new HeaderLostError(sheet.title, namedTitles(worksheet));
    const { columns, ...rest } = arranged;
    return [key, { worksheet: { ...worksheet, title: sheet.title, columns }, ...rest }] as const;
  });
  return Object.fromEntries(entries) as ArrangedWorksheets;
}

const AS_DESCRIBED = { added: [], retitled: [], strays: [] };

/** What a header must say at least. */
function namedTitles({ columns }: Worksheet): readonly string[] {
  return columns.filter(({ isRequired }) => isRequired).map(({ title }) => title);
}

/** Below titles of the staff's own nothing is decorated: only the headers that are lacking are written. */
function planHeader(
  { worksheet, headerRow, added, retitled, restored }: Arranged,
  { sheetId, columnCount }: Tab,
): readonly SheetEdit[] {
  const titles = worksheet.columns.map(({ title }) => title);
  const first = restored ? 0 : titles.length - added.length;
  const emptied = restored ? [] : retitled.map((column) => worksheet.columns.indexOf(column));
  const lacking = titles.length - columnCount;
  const write = (column: number, values: readonly string[]): SheetEdit => ({
    kind: 'write_values',
    block: { sheetId, row: headerRow, column, values: [values.map((title) => title || null)] },
  });
  return [
    ...(lacking > 0 ? [{ kind: 'append_columns', sheetId, count: lacking } as const] : []),
    ...(first < titles.length ? [write(first, titles.slice(first))] : []),
    ...emptied.map((column) => write(column, [titles[column] ?? ''])),
  ];
}

function seedOf(key: StaffWorksheetKey, year: number): NonNullable<Worksheet['seed']> {
  return key === 'settings' ? settingsSeed(year) : (WORKSHEETS[key].seed ?? []);
}

function layoutOwnSheet(key: 'control' | 'overview' | 'instruction', year: number): SheetLayout {
  if (key === 'instruction') return layoutInstruction();
  if (key === 'overview') return layoutOverview(undefined, () => undefined);
  return layoutControl([], {
    today: calendarYear(year).start,
    findPlace: () => undefined,
    titleOf: () => undefined,
  });
}
