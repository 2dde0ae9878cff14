import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { Cell, Row, Sheet, Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { sheetOf } from '../editors/undo.ts';

/**
 * The book after a write of a function, staff sheets without formats and lists: nothing that is looked at depends on
 * them, and a row that bears nothing else is no row to type below.
 */
export function withoutLooks(
  before: Spreadsheet,
  after: Spreadsheet,
  sheetIds: Readonly<Record<StaffWorksheetKey, number>>,
): Spreadsheet {
  const changed = new Set(
    STAFF_WORKSHEETS.map((key) => sheetIds[key]).filter((id) => sheetOf(before, id) !== sheetOf(after, id)),
  );
  if (changed.size === 0) return after;
  const sheets = after.sheets.map((sheet) => (changed.has(sheet.properties.sheetId) ? plain(sheet) : sheet));
  return { ...after, sheets };
}

function plain(sheet: Sheet): Sheet {
  const hasLooks = sheet.rows.some((row) => row?.some((cell) => cell?.format || cell?.validation));
  if (!hasLooks) return sheet;
  const rows = sheet.rows.map((row) => row && trimmed(row.map(plainCell)));
  while (rows.length > 0 && !rows.at(-1)?.length) rows.pop();
  return { ...sheet, rows, rowProperties: [], protectedRanges: [], conditionalFormats: [] };
}

function plainCell(cell: Cell | undefined): Cell | undefined {
  if (!cell) return undefined;
  const { format: _format, validation: _validation, ...rest } = cell;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function trimmed(row: Row): Row {
  const last = row.findLastIndex((cell) => cell !== undefined);
  return row.slice(0, last + 1);
}
