import type { FormValues } from '../../../../domain/report/own-form/own-form.ts';
import { repack } from '../../repack.ts';
import { fillRows } from './fill-sheet.ts';
import { openBook, type FormBook } from './open-sheets.ts';
import { placesOfRows, shiftNames, shiftReferences } from './shift-references.ts';
import { childNamed, formatXmlTree } from './xml-tree.ts';

/**
 * The form with its fields filled: rows repeated, all that names rows by number moved with them, the rest of the file
 * as it was. Equal forms, values and dates give equal bytes.
 */
export async function fillXlsx(form: Uint8Array, values: FormValues, date: Date): Promise<Buffer> {
  const book = await openBook(form);
  const made = new Map(book.sheets.map(({ part }) => [part, '']));
  for (const { part, tree, title } of book.sheets) {
    const places = placesOfRows(fillRows(tree, book.strings, [values]));
    shiftReferences(tree, places);
    shiftNames(book.workbook.tree, title, places);
    made.set(part, formatXmlTree(tree));
  }
  calculateAnew(book);
  made.set(book.workbook.part, formatXmlTree(book.workbook.tree));
  return repack(form, date, async (name) => made.get(name));
}

/** What formulas of other sheets had come to was of the empty form. */
function calculateAnew({ workbook }: FormBook): void {
  const settings = childNamed(workbook.tree, 'calcPr');
  if (settings) settings.attributes['fullCalcOnLoad'] = '1';
}
