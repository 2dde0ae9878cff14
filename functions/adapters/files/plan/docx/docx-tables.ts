import type { ForeignTable } from '../../../../workbook/layout/layout.ts';
import type { Spending } from '../limits.ts';
import { openPackage } from '../office/package.ts';
import { DocumentReader } from './document.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './run-styles.ts';

/**
 * Every table of the document in its order, those inside cells too; a merged cell stands in each column and row that
 * it covers. Throws `FileLimitError`, and on a file that is no document.
 */
export async function parseDocxTables(
  bytes: Uint8Array,
  spending: Spending,
): Promise<readonly ForeignTable[]> {
  const file = await openPackage(bytes, spending);
  const main = (await file.relationsOf('')).find(({ type }) => type === 'officeDocument');
  const part = main?.target ?? 'word/document.xml';
  const relations = await file.relationsOf(part);
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target ?? '';
  const reader = new DocumentReader({
    spending,
    styles: await readStyles(file, partOf('styles')),
    numbering: await readNumbering(file, partOf('numbering')),
  });
  if (!(await file.read(part, reader))) throw new SyntaxError('no document in the archive');
  return reader.toTables();
}
