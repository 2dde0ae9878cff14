import { writeXlsx } from '../functions/adapters/files/report-xlsx/xlsx.ts';
import type { Services } from '../functions/compose.ts';

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
    return { layout, ...(sheetId !== undefined && { sheetId }) };
  });
  await writeXlsx(file, sheets, { creator: 'ШНОР', created: new Date(clock.now()) });
  return sheets.length;
}
