import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import { blankSheet } from '../../../local/sheets-api/model/sheets/sheets.ts';
import type { Row, Spreadsheet } from '../../../local/sheets-api/model/types.ts';

export const SHEET_IDS = Object.fromEntries(STAFF_WORKSHEETS.map((key, index) => [key, index])) as Record<
  StaffWorksheetKey,
  number
>;

/** A book of one worksheet with these rows. */
export function bookOf(key: StaffWorksheetKey, rows: readonly Row[]): Spreadsheet {
  const gridProperties = { rowCount: 100, columnCount: 20 };
  const properties = { sheetId: SHEET_IDS[key], title: 'Лист', gridProperties };
  return {
    id: 'книга',
    properties: { title: 'Книга', locale: 'ru_RU' },
    sheets: [{ ...blankSheet(properties), rows }],
    namedRanges: [],
    developerMetadata: [],
  };
}
