import { shownText } from '../../../wire/shown-text.ts';
import type { PageSheet } from '../../../wire/book.ts';

/** A cell by the keys of its row and column. */
export interface CellPlace {
  readonly sheetId: number;
  readonly row: string;
  readonly column: string;
}

/** As people see it; undefined where the sheet, the row or the column is gone. */
export function textIn(sheet: PageSheet | undefined, place: CellPlace): string | undefined {
  const row = sheet?.frame.rowKeys.indexOf(place.row) ?? -1;
  const column = sheet?.frame.columnKeys.indexOf(place.column) ?? -1;
  return row < 0 || column < 0 ? undefined : shownText(sheet?.rows[row]?.[column]);
}
