import { localeRules } from '../../sheets-api/model/locales.ts';
import type { Sheet, Spreadsheet } from '../../sheets-api/model/types.ts';
import type { PageBook, PageSheet } from '../wire/book.ts';
import type { AxisKeys } from '../wire/axis-keys.ts';
import { describeRow } from './cells.ts';
import { describeFrame } from './frame.ts';

/** A state shares the rows of the sheets that did not change with the one before. */
const known = new WeakMap<Sheet['rows'], PageSheet['rows']>();

function describeRows(rows: Sheet['rows'], rules: ReturnType<typeof localeRules>): PageSheet['rows'] {
  const described = known.get(rows) ?? rows.map((row) => (row ? describeRow(row, rules) : null));
  known.set(rows, described);
  return described;
}

/** The workbook as browsers are shown it. `keysOf` gives as many keys as the sheet has rows and columns. */
export function describeBook(
  book: Spreadsheet,
  sequence: number,
  keysOf: (sheet: Sheet) => AxisKeys,
): PageBook {
  const rules = localeRules(book.properties.locale);
  const describeSheet = (sheet: Sheet): PageSheet => ({
    frame: describeFrame(book, sheet, keysOf(sheet)),
    rows: describeRows(sheet.rows, rules),
  });
  return {
    spreadsheetId: book.id,
    title: book.properties.title,
    sequence,
    sheets: book.sheets.map(describeSheet),
  };
}
