import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { StoredDocument } from '../../../functions/use-cases/ports/store.ts';
import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { sheetOf } from '../editors/undo.ts';
import { tokensIn } from '../world/tags.ts';
import { viewOf, type SheetView } from '../world/view.ts';
import type { Violation } from './violation.ts';

const known = new WeakMap<SheetView, readonly string[]>();

/** Tokens that stand in staff cells below a header, sheets in `except` left out. */
export function tokensOf(
  book: Spreadsheet,
  sheetIds: Readonly<Record<StaffWorksheetKey, number>>,
  except: ReadonlySet<number> = new Set(),
): readonly string[] {
  return STAFF_WORKSHEETS.flatMap((key) => {
    const sheet = except.has(sheetIds[key]) ? undefined : sheetOf(book, sheetIds[key]);
    return sheet ? tokensOfView(viewOf(sheet, key)) : [];
  });
}

function tokensOfView(view: SheetView): readonly string[] {
  const found = known.get(view);
  if (found) return found;
  const staff = view.columns.filter(({ owner }) => owner === 'staff');
  const tokens = view.rows.flatMap(({ cells }) =>
    staff.flatMap(({ index }) => tokensIn(String(cells[index]?.value ?? ''))),
  );
  known.set(view, tokens);
  return tokens;
}

/**
 * Promises 2 and 6: what stood in the sheet when a pass read it, and that pass was accepted, stands in the store
 * or in its history for ever.
 */
export function checkTokens(
  accepted: ReadonlySet<string>,
  documents: ReadonlyMap<string, StoredDocument>,
): Violation | undefined {
  const kept = new Set(
    [...documents.values()].flatMap(({ key, data }) =>
      key.includes('/rows/') || key.includes('/history/') ? tokensIn(JSON.stringify(data)) : [],
    ),
  );
  const lost = [...accepted].filter((each) => !kept.has(each));
  if (lost.length === 0) return undefined;
  return { oracle: 'keystrokes', what: `accepted, and now nowhere: ${lost.slice(0, 5).join(', ')}` };
}
