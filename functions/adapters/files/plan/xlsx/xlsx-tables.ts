import type { ForeignTable } from '../../../../workbook/layout/layout.ts';
import type { Spending } from '../limits.ts';
import { openPackage, type OfficePackage, type Relation } from '../office/package.ts';
import { isOn } from '../office/xml.ts';
import { readSheet, type SheetReference } from './sheet.ts';
import { readSharedStrings } from './strings.ts';
import { readLooks } from './styles.ts';

/**
 * One table a sheet, in the order of the tabs; a cell merged over several columns or rows stands in each of them.
 * Throws `FileLimitError`, and on a file that is no workbook.
 */
export async function parseXlsxTables(
  bytes: Uint8Array,
  spending: Spending,
): Promise<readonly ForeignTable[]> {
  const file = await openPackage(bytes, spending);
  const main = (await file.relationsOf('')).find(({ type }) => type === 'officeDocument');
  const part = main?.target ?? 'xl/workbook.xml';
  const relations = await file.relationsOf(part);
  const { sheets, is1904 } = await readWorkbook(file, part, relations);
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target ?? '';
  const context = {
    is1904,
    strings: await readSharedStrings(file, partOf('sharedStrings')),
    looks: await readLooks(file, partOf('styles')),
  };
  const tables: ForeignTable[] = [];
  for (const sheet of sheets) tables.push(await readSheet(file, sheet, context));
  return tables;
}

interface WorkbookPart {
  readonly sheets: readonly SheetReference[];
  /** Whether its dates count from 1904. */
  readonly is1904: boolean;
}

async function readWorkbook(
  file: OfficePackage,
  part: string,
  relations: readonly Relation[],
): Promise<WorkbookPart> {
  const sheets: SheetReference[] = [];
  let is1904 = false;
  const isThere = await file.read(part, {
    open: ({ name, attributes }) => {
      if (name === 's:workbookPr') is1904 = isOn(attributes['date1904']);
      if (name !== 's:sheet') return;
      file.spending.spend('tables');
      const target = relations.find(
        ({ id, type }) => id === attributes['id'] && type === 'worksheet',
      )?.target;
      if (target === undefined) return;
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', part: target, isHidden });
    },
  });
  if (!isThere || sheets.length === 0) throw new SyntaxError('no workbook in the archive');
  return { sheets, is1904 };
}
