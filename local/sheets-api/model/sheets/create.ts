import type { SheetProperties, SpreadsheetProperties } from '../../schema/sheet.ts';
import { completeFormat, THEME_COLOURS } from '../colours.ts';
import { Draft } from '../draft.ts';
import { localeRules } from '../locale/locales.ts';
import { blankSheet, checkTitle, completeProperties, defaultTitle, newSheetId } from './sheets.ts';
import type { Spreadsheet, Surroundings } from '../types.ts';

/** The format of an untouched cell, as Google describes it. */
export const DEFAULT_FORMAT = completeFormat({
  backgroundColor: { red: 1, green: 1, blue: 1 },
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
  },
});

export interface NewSpreadsheet {
  readonly properties: SpreadsheetProperties;
  readonly sheets: readonly SheetProperties[];
}

/**
 * A new spreadsheet; without sheets it gets one with the id 0, as Google makes it.
 * Throws `ApiError` 400 for doubled titles or ids, 501 for an unknown locale.
 */
export function createSpreadsheet(given: NewSpreadsheet, around: Surroundings): Spreadsheet {
  const { locale = 'en_US' } = given.properties;
  localeRules(locale);
  const title =
    given.properties.title ?? (locale.startsWith('ru') ? 'Новая таблица' : 'Untitled spreadsheet');
  const { title: _title, locale: _locale, ...withoutTitle } = given.properties;
  const draft = new Draft(
    {
      id: around.newId('spreadsheet'),
      properties: {
        title,
        locale,
        autoRecalc: 'ON_CHANGE',
        timeZone: 'Etc/GMT',
        defaultFormat: DEFAULT_FORMAT,
        spreadsheetTheme: { primaryFontFamily: 'Arial', themeColors: THEME_COLOURS },
        ...withoutTitle,
      },
      sheets: [],
      namedRanges: [],
      developerMetadata: [],
    },
    around,
  );
  addSheets(draft, given.sheets, around);
  return draft.finish();
}

function addSheets(draft: Draft, sheets: readonly SheetProperties[], around: Surroundings): void {
  const first: SheetProperties[] = sheets.length > 0 ? [...sheets] : [{ sheetId: 0 }];
  for (const properties of first) {
    const sheetId = newSheetId(draft, properties.sheetId, around);
    const title = properties.title ?? defaultTitle(draft);
    checkTitle(draft, title, sheetId);
    draft.insertSheet(blankSheet(completeProperties({ ...properties, sheetId, title })), draft.sheets.length);
  }
}
