import type { Worksheet } from 'exceljs';
import type { SheetLayout } from '../../../workbook/layout/layout.ts';
import { writeFileAtomically } from '../write-file.ts';
import { createDropdownLists } from './dropdowns.ts';
import { finishXlsx } from './finish.ts';
import type { InnerLink } from './links.ts';
import { nameSheets, type SheetPlaces } from './names.ts';
import { setUpPrinting } from './print.ts';
import { addConditionalRules, addValidations, type RuleContext } from './rules.ts';
import { fillSheet } from './sheet.ts';

export interface XlsxSheet {
  /** The `gid` by which links of other sheets name this one; absent: nothing links here. */
  readonly sheetId?: number;
  readonly layout: SheetLayout;
}

export interface XlsxOptions {
  /** Who made the file, as its properties say. */
  readonly creator: string;
  /** The moment that the file's properties and all its parts carry: equal inputs give equal bytes. */
  readonly created: Date;
}

/** An XLSX file of the sheets in their order. Throws `FileNotWrittenError`. */
export async function writeXlsx(
  path: string,
  sheets: readonly XlsxSheet[],
  options: XlsxOptions,
): Promise<void> {
  await writeFileAtomically(path, await formatXlsx(sheets, options));
}

/** What `writeXlsx` writes. Every cell is a value, none a formula. */
export async function formatXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions): Promise<Buffer> {
  // Loaded at need: half a second that only an export should cost.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  Object.assign(workbook, {
    creator: options.creator,
    lastModifiedBy: options.creator,
    created: options.created,
    modified: options.created,
  });
  const places = placesOf(sheets);
  const worksheets = places.names.map((name, index) =>
    workbook.addWorksheet(name, { state: sheets[index]?.layout.isHidden ? 'hidden' : 'visible' }),
  );
  const dropdown = createDropdownLists(workbook);
  const links = worksheets.map((worksheet, index): [string, readonly InnerLink[]] => {
    const layout = sheets[index]?.layout;
    const own = layout ? drawSheet(worksheet, layout, { places, dropdown }) : [];
    return [`xl/worksheets/sheet${worksheet.id}.xml`, own];
  });
  const bytes = await workbook.xlsx.writeBuffer();
  return finishXlsx(bytes, { date: options.created, links: new Map(links) });
}

function drawSheet(worksheet: Worksheet, layout: SheetLayout, context: RuleContext): InnerLink[] {
  const links = fillSheet(worksheet, layout, context.places);
  addValidations(worksheet, layout, context);
  addConditionalRules(worksheet, layout);
  setUpPrinting(worksheet, layout);
  return links;
}

function placesOf(sheets: readonly XlsxSheet[]): SheetPlaces & { readonly names: readonly string[] } {
  const names = nameSheets(sheets.map(({ layout }) => layout.title));
  return {
    names,
    nameOfId: new Map(
      sheets.flatMap(({ sheetId }, index) => (sheetId === undefined ? [] : [[sheetId, names[index] ?? '']])),
    ),
    nameOfTitle: new Map(sheets.map(({ layout }, index) => [layout.title, names[index] ?? ''])),
  };
}
