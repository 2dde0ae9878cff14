import { writeXlsx } from '../functions/adapters/files/report-xlsx/xlsx.ts';
import type { SheetLayout } from '../functions/workbook/layout/layout.ts';
import { SERVER_SHEETS } from '../functions/workbook/server-sheets/server-sheets.ts';
import type { Services } from '../functions/compose.ts';

/** The head's tab is one page; the spreadsheet itself keeps nothing of how its tabs are printed. */
function asPrinted(layout: SheetLayout): SheetLayout {
  if (layout.title !== SERVER_SHEETS.overview.title) return layout;
  return { ...layout, print: { ...layout.print, pagesTall: 1 } };
}

/** Writes everything that is seen in the workbook; answers with the number of sheets. */
export async function exportXlsx(
  { spreadsheets, clock }: Pick<Services, 'spreadsheets' | 'clock'>,
  workbookId: string,
  file: string,
): Promise<number> {
  const [{ tabs }, layouts] = await Promise.all([
    spreadsheets.readOutline(workbookId),
    spreadsheets.readLayouts(workbookId),
  ]);
  const idOf = new Map(tabs.map(({ title, sheetId }) => [title, sheetId]));
  const sheets = layouts.map((layout) => {
    const sheetId = idOf.get(layout.title);
    return { layout: asPrinted(layout), ...(sheetId !== undefined && { sheetId }) };
  });
  await writeXlsx(file, sheets, { creator: 'ШНОР', created: new Date(clock.now()) });
  return sheets.length;
}
