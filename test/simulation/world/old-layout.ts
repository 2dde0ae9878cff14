import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import { LAYOUT_KEY } from '../../../functions/adapters/google-sheets/writing/markers.ts';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Sheet, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { keyOfHeader } from './tags.ts';

/** The layout before the verdict came to stand at the left. */
export const OLD_LAYOUT = 2;

/** Added behind all others then. */
const ADDED_LAST: ReadonlySet<string> = new Set([
  'takenOffOn',
  'returned',
  'postponedTo',
  'postponementGround',
  'includedOn',
]);
/** Not there yet. */
const CAME_LATER: ReadonlySet<string> = new Set(['delayReason', 'measuresTaken']);

/** The id first, then what staff type, then the server's, last what had been added. */
function oldOrder(worksheet: StaffWorksheetKey): readonly string[] {
  const columns = WORKSHEETS[worksheet].columns.filter(({ key }) => !CAME_LATER.has(key));
  const keys = (test: (column: (typeof columns)[number]) => boolean) =>
    columns.filter(test).map(({ key }) => key);
  return [
    'id',
    ...keys(({ key, owner }) => owner === 'staff' && !ADDED_LAST.has(key)),
    ...keys(({ key, owner }) => owner === 'server' && key !== 'id'),
    ...keys(({ key }) => ADDED_LAST.has(key)),
  ];
}

/** The same rows as the program before had laid them out; where its columns stand is marked by its first pass. */
export function asLaidOutBefore(
  book: Spreadsheet,
  sheetIds: Readonly<Record<StaffWorksheetKey, number>>,
): Spreadsheet {
  const keyOf = new Map(STAFF_WORKSHEETS.map((key) => [sheetIds[key], key] as const));
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const key = keyOf.get(sheet.properties.sheetId);
      return key ? reordered(sheet, oldOrder(key)) : sheet;
    }),
    developerMetadata: book.developerMetadata
      .filter(({ metadataKey }) => metadataKey === LAYOUT_KEY)
      .map((mark) => ({ ...mark, metadataValue: String(OLD_LAYOUT) })),
  };
}

function reordered(sheet: Sheet, order: readonly string[]): Sheet {
  const [header = []] = sheet.rows;
  const places = order.map((key) => header.findIndex((cell) => keyOfHeader(cell) === key));
  return { ...sheet, rows: sheet.rows.map((row) => row && places.map((place) => row[place])) };
}
