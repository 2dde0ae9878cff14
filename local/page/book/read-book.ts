import { localeRules } from '../../sheets-api/model/locale/locales.ts';
import type { Sheet, Spreadsheet } from '../../sheets-api/model/types.ts';
import type { PageBook, PageSheet } from '../wire/book.ts';
import type { AxisKeys } from '../wire/axis-keys.ts';
import { describeRow } from './cells.ts';
import { describeFrame } from './frame.ts';

/** A state shares the rows of the sheets that did not change with the one before. */
const known = new WeakMap<
  Sheet['rows'],
  { readonly locale: string; readonly described: PageSheet['rows'] }
>();

function describeRows(rows: Sheet['rows'], locale: string): PageSheet['rows'] {
  const last = known.get(rows);
  if (last?.locale === locale) return last.described;
  const rules = localeRules(locale);
  const described = rows.map((row) => (row ? describeRow(row, rules) : null));
  known.set(rows, { locale, described });
  return described;
}

/** The workbook as browsers are shown it. `keysOf` gives as many keys as the sheet has rows and columns. */
export function describeBook(
  book: Spreadsheet,
  sequence: number,
  keysOf: (sheet: Sheet) => AxisKeys,
): PageBook {
  const describeSheet = (sheet: Sheet): PageSheet => ({
    frame: describeFrame(book, sheet, keysOf(sheet)),
    rows: describeRows(sheet.rows, book.properties.locale),
  });
  return {
    spreadsheetId: book.id,
    title: book.properties.title,
    sequence,
    sheets: book.sheets.map(describeSheet),
  };
}
