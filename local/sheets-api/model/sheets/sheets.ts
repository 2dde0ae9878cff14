import { invalidArgument, unknownHere } from '../../wire/api-error.ts';
import type { GridProperties, SheetProperties } from '../../schema/sheet.ts';
import { resolveColour } from '../colours.ts';
import { dropDefaults } from './defaults.ts';
import type { Draft } from '../draft.ts';
import type { OwnSheetProperties, Sheet, Surroundings } from '../types.ts';

export const DEFAULT_GRID = { rowCount: 1000, columnCount: 26 };
const MAX_TITLE = 100;
/** Google's own limit of columns. */
const MAX_COLUMNS = 18_278;

/** The properties as they are kept: defaults left out, the tab's colour in both spellings. */
export function completeProperties(
  properties: SheetProperties & { sheetId: number; title: string },
): OwnSheetProperties {
  const { tabColor, tabColorStyle, gridProperties, index: _index, ...others } = properties;
  if (others.sheetType && others.sheetType !== 'GRID')
    throw unknownHere(`sheets of the type ${others.sheetType}`);
  const colour = resolveColour(tabColor, tabColorStyle);
  return {
    ...dropDefaults({ ...others, sheetType: 'GRID' as const }),
    sheetId: properties.sheetId,
    title: properties.title,
    ...(colour && { tabColor: colour.plain, tabColorStyle: colour.style }),
    gridProperties: completeGrid(gridProperties ?? {}),
  };
}

function completeGrid(given: GridProperties): OwnSheetProperties['gridProperties'] {
  const { rowCount = DEFAULT_GRID.rowCount, columnCount = DEFAULT_GRID.columnCount } = given;
  if (rowCount < 1) throw invalidArgument('gridProperties.rowCount must be at least 1');
  if (columnCount < 1) throw invalidArgument('gridProperties.columnCount must be at least 1');
  if (columnCount > MAX_COLUMNS)
    throw invalidArgument(`gridProperties.columnCount must be at most ${MAX_COLUMNS}`);
  const { frozenRowCount = 0, frozenColumnCount = 0 } = given;
  if (frozenRowCount >= rowCount) throw invalidArgument("You can't freeze all visible rows on the sheet.");
  if (frozenColumnCount >= columnCount)
    throw invalidArgument("You can't freeze all visible columns on the sheet.");
  return { ...dropDefaults(given), rowCount, columnCount };
}

export function blankSheet(properties: OwnSheetProperties): Sheet {
  return {
    properties,
    rows: [],
    rowProperties: [],
    columnProperties: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    basicFilter: undefined,
    filterViews: [],
    bandedRanges: [],
    charts: [],
    slicers: [],
    rowGroups: [],
    columnGroups: [],
  };
}

/** The properties on the wire, with the place among the tabs. */
export function describeProperties(sheet: Sheet, index: number): SheetProperties {
  const { sheetId, title, ...others } = sheet.properties;
  return { sheetId, title, index, ...others };
}

/** Throws `ApiError` 400 where the title is empty, too long or taken by another sheet. */
export function checkTitle(draft: Draft, title: string, sheetId: number): void {
  if (title === '') throw invalidArgument('The sheet name cannot be empty.');
  if (title.length > MAX_TITLE)
    throw invalidArgument(`The sheet name cannot be greater than ${MAX_TITLE} characters.`);
  const same = (sheet: Sheet): boolean =>
    sheet.properties.title.toLowerCase() === title.toLowerCase() && sheet.properties.sheetId !== sheetId;
  if (draft.sheets.some(same))
    throw invalidArgument(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

/** The id that the caller chose, or a fresh one. */
export function newSheetId(draft: Draft, chosen: number | undefined, around: Surroundings): number {
  if (chosen === undefined) return Number(around.newId('sheet'));
  if (chosen < 0) throw invalidArgument(`Sheet ID must be non-negative: ${chosen}`);
  if (draft.find(chosen)) throw invalidArgument(`Sheet with id ${chosen} already exists.`);
  return chosen;
}

/** `Sheet3`, `Лист3`: the first number that is free. */
export function defaultTitle(draft: Draft): string {
  const word = draft.properties.locale.startsWith('ru') ? 'Лист' : 'Sheet';
  const taken = new Set(draft.sheets.map((sheet) => sheet.properties.title));
  let number = draft.sheets.length + 1;
  while (taken.has(`${word}${number}`)) number++;
  return `${word}${number}`;
}
